package dev.callist.cli;

import dev.callist.CallDirection;
import dev.callist.CallStatus;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The {@code callist} command: lists and exports voice calls. */
@Command(
        name = "callist",
        description = "Lists and exports the voice calls of telephony providers.",
        footer = {
            "",
            "Credentials come from the environment only:",
            "  bird          BIRD_ACCESS_KEY",
            "  signalwire    SIGNALWIRE_PROJECT_ID, SIGNALWIRE_API_TOKEN, and SIGNALWIRE_SPACE or --base-url",
            "  plivo-dialer  PLIVO_DIALER_ACCESS_TOKEN",
            "  search        SEARCH_API_KEY",
            "Without any, 'callist list' shows the calls of the built-in sandboxes.",
            "'callist COMMAND --help' explains each command."
        })
public final class Callist implements Callable<Integer> {
    private final Console console;
    private final Providers providers;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    Callist(Console console, Providers providers) {
        this.console = console;
        this.providers = providers;
    }

    /** Runs one command and exits with its code. */
    public static void main(String[] args) {
        if (System.getProperty("java.util.logging.config.file") == null) {
            LogManager.getLogManager().reset();
        }
        Console console = Console.ofThisProcess();
        Cancellation cancellation = console.cancellation();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> cancellation.cancelAndWait(Duration.ofSeconds(5))));
        int code = new Callist(console, Providers.ALL).run(args);
        console.flush();
        cancellation.finished();
        System.exit(code);
    }

    int run(String... args) {
        CommandLine line = new CommandLine(this);
        List.of(
                        new ListCommand(console, providers),
                        new ExportCommand(console),
                        new ExplainCommand(console),
                        new GetCommand(console),
                        new SandboxCommand(console, providers))
                .forEach(line::addSubcommand);
        line.getSubcommands().values().forEach(CommonText::addTo);
        CommonText.addTo(line);
        Failures failures = new Failures(console);
        return line.registerConverter(Provider.class, providers::named)
                .registerConverter(Instant.class, Texts::instant)
                .registerConverter(Duration.class, Texts::duration)
                .registerConverter(CallDirection.class, text -> Texts.word(CallDirection.class, text))
                .registerConverter(CallStatus.class, text -> Texts.word(CallStatus.class, text))
                .registerConverter(CallFormat.class, CallFormat::named)
                .setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        console.hasColours() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
                .setUsageHelpLongOptionsMaxWidth(28)
                .setAbbreviatedOptionsAllowed(false)
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures)
                .execute(args);
    }

    /** Without a command: the help, as a usage error. */
    @Override
    public Integer call() {
        spec.commandLine().usage(console.err());
        return ExitCode.USAGE;
    }
}
