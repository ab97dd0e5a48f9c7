package dev.callist.cli;

import dev.callist.Call;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code callist get}: one call. */
@Command(name = "get", description = "Shows one call as JSON.")
final class GetCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--provider", paramLabel = "NAME", required = true, description = Providers.HELP)
    @SuppressWarnings("NullAway.Init")
    private Provider provider;

    @ArgGroup(validate = false, heading = "%nWhose calls, and how they are reached:%n", order = 1)
    private AccountOptions accountOptions = new AccountOptions();

    @Parameters(paramLabel = "ID", description = "The call's id.")
    private String id = "";

    GetCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Call call = provider.find(accountOptions.account(console, new Progress(console, true)), id);
        console.print(JsonLines.MAPPER
                        .writerWithDefaultPrettyPrinter()
                        .forType(Call.class)
                        .writeValueAsString(call) + "\n");
        console.out().flush();
        return ExitCode.DONE;
    }
}
