package dev.callist.cli;

import dev.callist.Call;
import dev.callist.CallJson;
import dev.callist.cli.console.Console;
import dev.callist.cli.console.ExitCode;
import dev.callist.cli.console.OutputStyle;
import dev.callist.cli.console.ProgressDisplay;
import dev.callist.cli.providers.Account;
import dev.callist.cli.providers.Provider;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code callist get}: prints one call. */
@Command(name = "get", description = "Prints one call as JSON.")
final class GetCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--provider", paramLabel = "NAME", required = true, description = CommandHelp.PROVIDER)
    @SuppressWarnings("NullAway.Init")
    private Provider provider;

    @ArgGroup(validate = false, heading = CommandHelp.ACCOUNT_HEADING, order = 1)
    private AccountOptions accountOptions = new AccountOptions();

    @Parameters(paramLabel = "ID", description = "The id of the call.")
    private String id = "";

    GetCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Account account = accountOptions.account(console, new ProgressDisplay(console, OutputStyle.QUIET));
        Call call = provider.find(account, id);
        console.print(CallJson.mapper()
                        .writerWithDefaultPrettyPrinter()
                        .forType(Call.class)
                        .writeValueAsString(call) + "\n");
        console.out().flush();
        return ExitCode.DONE;
    }
}
