package dev.callist.cli;

import dev.callist.CallDirection;
import dev.callist.CallStatus;
import dev.callist.cli.console.Cancellation;
import dev.callist.cli.console.Console;
import dev.callist.cli.console.ExitCode;
import dev.callist.cli.export.CallFormat;
import dev.callist.cli.export.CallFormats;
import dev.callist.cli.providers.ProviderList;
import dev.callist.cli.text.ArgumentText;
import dev.callist.cli.text.ListFormat;
import dev.callist.cli.text.TimeText;
import dev.callist.provider.ProviderFactory;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The {@code callist} command: lists, exports and copies voice calls. */
@Command(
        name = "callist",
        description = "Lists, exports and copies voice calls from telephony providers.",
        footer = {
            "",
            "HTTPS_PROXY, HTTP_PROXY and NO_PROXY are honoured.",
            "Without credentials, 'callist list' shows made-up calls from the built-in sandboxes.",
            "Run 'callist COMMAND --help' to see the options of a command."
        })
public final class Callist implements Callable<Integer> {
    private final Console console;
    private final ProviderList providers;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    Callist(Console console, ProviderList providers) {
        this.console = console;
        this.providers = providers;
    }

    /** Runs one command and exits with its exit code. */
    public static void main(String[] args) {
        if (System.getProperty("java.util.logging.config.file") == null) {
            System.setProperty("java.util.logging.config.class", NoLogging.class.getName());
        }
        Console console = Console.ofThisProcess();
        Cancellation cancellation = console.cancellation();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> cancellation.cancelAndWait(Duration.ofSeconds(5))));
        int code = new Callist(console, ProviderList.ALL).run(args);
        console.flush();
        cancellation.finished();
        System.exit(code);
    }

    int run(String... args) {
        Optional<String> unreadable = ArgumentText.unreadable(args);
        if (unreadable.isPresent()) {
            console.printLine(unreadable.get());
            return ExitCode.USAGE;
        }
        return commandLine(subcommands().allFor(args)).execute(args);
    }

    /** The command with all its commands and options. */
    CommandLine commandLine() {
        return commandLine(subcommands().all());
    }

    private Subcommands subcommands() {
        return new Subcommands(List.of(
                new ListCommand(console, providers),
                new ExportCommand(console, providers),
                new ExplainCommand(console, providers),
                new GetCommand(console, providers),
                new CheckCommand(console, providers),
                new SyncCommand(console, providers),
                new VerifyCommand(console, providers),
                new ReportCommand(console, providers),
                new ConnectionsCommand(console, providers),
                new SandboxCommand(console),
                new CompletionCommand(console, this::commandLine)));
    }

    private CommandLine commandLine(List<CommandLine> subcommands) {
        CommandLine command = new CommandLine(this);
        subcommands.forEach(command::addSubcommand);
        CommandHelp.addTo(command);
        CommandHelp.addSettings(command, providers);
        FailureHandler failures = new FailureHandler(console);
        return command.registerConverter(ProviderFactory.class, providers::named)
                .registerConverter(TimeText.class, TimeText::of)
                .registerConverter(Duration.class, ArgumentText::duration)
                .registerConverter(Integer.class, ArgumentText::integer)
                .registerConverter(Double.class, ArgumentText::rate)
                .registerConverter(int.class, ArgumentText::integer)
                .registerConverter(Long.class, ArgumentText::longInteger)
                .registerConverter(long.class, ArgumentText::longInteger)
                .registerConverter(ZoneId.class, ArgumentText::zone)
                .registerConverter(CallDirection.class, text -> ArgumentText.constant(CallDirection.class, text))
                .registerConverter(CallStatus.class, text -> ArgumentText.constant(CallStatus.class, text))
                .registerConverter(CallFormat.class, CallFormats::named)
                .registerConverter(ListFormat.class, text -> ArgumentText.constant(ListFormat.class, text))
                .setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        console.hasColours() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
                .setUsageHelpLongOptionsMaxWidth(28)
                .setAbbreviatedOptionsAllowed(false)
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
    }

    /** Prints the help as a usage error, because no command was given. */
    @Override
    public Integer call() {
        spec.commandLine().usage(console.err());
        return ExitCode.USAGE;
    }
}
