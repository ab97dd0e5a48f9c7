package dev.callist.cli;

import dev.callist.Call;
import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallLister;
import dev.callist.CallListing;
import dev.callist.ListingReport.Completeness;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code callist list}: a table for people. */
@Command(
        name = "list",
        description = {
            "Shows the newest matching calls as a table; times are UTC.",
            "",
            "With no credential in the environment it shows the calls of a built-in sandbox, and says so."
        })
final class ListCommand implements Callable<Integer> {
    private static final int SANDBOX_CALLS = 200;

    private final Console console;
    private final Providers providers;

    @Option(
            names = "--provider",
            paramLabel = "NAME",
            description = "Whose API: bird; by default one whose credential is in the environment.")
    private Optional<Provider> provider = Optional.empty();

    @ArgGroup(validate = false, heading = "%nWhose calls, and how they are reached:%n", order = 1)
    private AccountOptions accountOptions = new AccountOptions();

    @ArgGroup(validate = false, heading = "%nWhich calls, and how many at once:%n", order = 2)
    private QueryOptions queryOptions = new QueryOptions();

    @Option(names = "--limit", paramLabel = "N", description = "The newest N calls; 20.")
    private long limit = 20;

    @Option(names = "--ids", description = "Shows the ids too, as 'callist get' takes them.")
    private boolean ids;

    ListCommand(Console console, Providers providers) {
        this.console = console;
        this.providers = providers;
    }

    @Override
    public Integer call() throws IOException {
        Provider chosen = provider.orElseGet(() -> providers.firstWithSecrets(console));
        Account account = accountOptions.account(console, new Progress(console, true));
        if (account.isNamed() || Providers.hasSecrets(chosen, console)) {
            return list(chosen, account);
        }
        try (Sandbox sandbox = chosen.sandbox(SANDBOX_CALLS, 0)) {
            console.note("no credential in the environment (" + String.join(", ", chosen.secrets())
                    + "): these are the made-up calls of the built-in sandbox");
            return list(chosen, sandbox.account().withOptions(account.options()));
        }
    }

    private int list(Provider chosen, Account account) throws IOException {
        List<Call> calls = new ArrayList<>();
        try (CallLister lister = chosen.open(account)) {
            CallListing listing =
                    queryOptions.settings(lister.list(queryOptions.query(Optional.of(limit), lister::plan)));
            try (CallIterator walk = listing.limit(limit).iterator()) {
                console.cancellation().whenCancelled(walk::close);
                Completeness completeness = collect(walk, calls);
                if (completeness != Completeness.COMPLETE) {
                    console.note(completeness + ": calls may be missing");
                }
                return ExitCode.of(completeness);
            }
        }
    }

    /** The table is shown also when the walk fails on its way. */
    private Completeness collect(CallIterator walk, List<Call> calls) throws IOException {
        try {
            walk.forEachRemaining(calls::add);
            if (calls.isEmpty()) {
                console.note("no calls match");
            }
            return walk.report().completeness();
        } catch (CallListException e) {
            if (!console.cancellation().isCancelled()) {
                throw e;
            }
            return Completeness.INCOMPLETE;
        } finally {
            console.print(new CallTable(console.hasColours(), ids).text(calls));
            console.out().flush();
        }
    }
}
