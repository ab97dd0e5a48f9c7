package dev.callist.cli;

import dev.callist.CallLister;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code callist explain}: what a query would ask, without asking. */
@Command(
        name = "explain",
        description = {
            "Shows what would be asked of the server, and what would be filtered here.",
            "",
            "Makes no request and needs no credential."
        })
final class ExplainCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--provider", paramLabel = "NAME", required = true, description = Providers.HELP)
    @SuppressWarnings("NullAway.Init")
    private Provider provider;

    @ArgGroup(validate = false, heading = "%nWhose calls, and how they are reached:%n", order = 1)
    private AccountOptions accountOptions = new AccountOptions();

    @ArgGroup(validate = false, heading = "%nWhich calls, and how many at once:%n", order = 2)
    private QueryOptions queryOptions = new QueryOptions();

    @Option(names = "--limit", paramLabel = "N", description = "The newest N calls only.")
    private Optional<Long> limit = Optional.empty();

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Account account = provider.filledIn(accountOptions.account(console, new Progress(console, true)));
        try (CallLister lister = provider.open(account)) {
            console.print(lister.plan(queryOptions.query(limit, lister::plan)) + "\n");
            console.out().flush();
        }
        return ExitCode.DONE;
    }
}
