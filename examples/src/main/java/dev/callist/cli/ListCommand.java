package dev.callist.cli;

import dev.callist.Call;
import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallLister;
import dev.callist.CallListing;
import dev.callist.CallQuery;
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
            "Without --provider it shows every provider that has credentials in the environment, newest",
            "first across them. With no credential at all it shows the calls of the built-in sandboxes,",
            "and says so."
        })
final class ListCommand implements Callable<Integer> {
    private static final int SANDBOX_CALLS = 200;

    private final Console console;
    private final Providers providers;

    @Option(
            names = "--provider",
            paramLabel = "NAME",
            description = Providers.HELP + " May be repeated. By default all that have credentials.")
    private List<Provider> named = new ArrayList<>();

    @Option(names = "--skip-failed", description = Providers.SKIP_FAILED_HELP)
    private boolean skipFailed;

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
        queryOptions.query();
        if (limit < 0) {
            throw Refusal.config("--limit must not be negative");
        }
        Account account = accountOptions.account(console, new Progress(console, true));
        Providers asked = named.isEmpty() ? providers : new Providers(named);
        List<Provider> known = known(asked, account);
        account.refuseBaseUrlOfSeveral(known);
        try (Sources sources = new Sources()) {
            if (!known.isEmpty()) {
                known.forEach(one -> open(sources, one, account, known.size() > 1));
                return sources.isEmpty() ? ExitCode.USAGE : show(sources, known.size() > 1);
            }
            boolean isSeveral = asked.all().size() > 1;
            console.note("no credential in the environment (" + Providers.secrets(asked.all())
                    + "): these are the made-up calls of the built-in " + (isSeveral ? "sandboxes" : "sandbox"));
            asked.all().forEach(one -> sources.openSandbox(one, SANDBOX_CALLS, account.options()));
            return show(sources, isSeveral);
        }
    }

    /** Whom to ask: all that were named, once an account is; else those that have credentials. */
    private List<Provider> known(Providers asked, Account account) {
        List<Provider> credited = asked.of(account);
        boolean areNamed = !named.isEmpty() && (account.isNamed() || !credited.isEmpty());
        return areNamed ? asked.all() : credited;
    }

    /** Of several that nobody named, one that lacks an option does not keep the others back. */
    private void open(Sources sources, Provider provider, Account account, boolean isSeveral) {
        try {
            sources.open(provider, account);
        } catch (Refusal e) {
            if (named.size() > 1) {
                throw e.of(provider);
            }
            if (!isSeveral || provider.isMeantBy(account)) {
                throw e;
            }
            console.note(provider.name() + " is left out: " + e.getMessage());
        }
    }

    private int show(Sources sources, boolean isSeveral) throws IOException {
        List<Call> calls = new ArrayList<>();
        Completeness completeness;
        try (CallIterator walk = listing(sources.lister(skipFailed)).iterator()) {
            console.cancellation().whenCancelled(walk::close);
            completeness = walked(walk, calls);
        } catch (CallListException e) {
            throw isSeveral ? Failures.ofSeveral(e) : e;
        } finally {
            console.print(new CallTable(console.hasColours(), ids, isSeveral).text(calls));
            console.out().flush();
        }
        if (calls.isEmpty()) {
            console.note("no calls match");
        }
        if (completeness != Completeness.COMPLETE) {
            console.note(completeness + ": calls may be missing");
        }
        return ExitCode.of(completeness);
    }

    private CallListing listing(CallLister lister) {
        CallQuery query = queryOptions.query(Optional.of(limit), lister::plan);
        return queryOptions.settings(lister.list(query)).limit(limit);
    }

    /** A run that is stopped shows what it has. */
    private Completeness walked(CallIterator walk, List<Call> calls) {
        try {
            walk.forEachRemaining(calls::add);
        } catch (CallListException e) {
            if (!console.cancellation().isCancelled()) {
                throw e;
            }
        }
        return walk.report().completeness();
    }
}
