package dev.callist.cli;

import dev.callist.Call;
import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallLister;
import dev.callist.CallListing;
import dev.callist.CallQuery;
import dev.callist.ListingReport;
import dev.callist.ListingReport.Completeness;
import dev.callist.ListingReport.EndReason;
import dev.callist.cli.console.CommandException;
import dev.callist.cli.console.Console;
import dev.callist.cli.console.ExitCode;
import dev.callist.cli.console.OutputStyle;
import dev.callist.cli.console.ProgressDisplay;
import dev.callist.cli.export.CallFormat;
import dev.callist.cli.export.CallFormats;
import dev.callist.cli.export.CallWriter;
import dev.callist.cli.providers.Account;
import dev.callist.cli.providers.ChosenAccount;
import dev.callist.cli.providers.OpenListers;
import dev.callist.cli.providers.ProviderList;
import dev.callist.cli.providers.ProviderNames;
import dev.callist.cli.text.CallColumn;
import dev.callist.cli.text.CallTable;
import dev.callist.cli.text.CountText;
import dev.callist.cli.text.ListFormat;
import dev.callist.cli.text.ReportLine;
import dev.callist.provider.ProviderFactory;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code callist list}: prints a table for people. */
@Command(
        name = "list",
        description = {
            "Shows the newest matching calls as a table; times are UTC, or in --zone.",
            "",
            "Without --provider it lists every provider that has credentials in the environment, as one",
            "table, newest first. If there are no credentials at all, it shows made-up calls from the",
            "built-in sandboxes and says so; never if an option names a provider or an account."
        },
        footer = {
            "",
            "Examples:",
            "  callist list",
            "  callist list --created-from -7d --status no-answer --zone Europe/Lisbon",
            "  BIRD_ACCESS_KEY=… callist list --provider bird --workspace W --limit 100 --format csv"
        })
final class ListCommand extends QueryCommand {
    private static final int SANDBOX_CALLS = 200;

    @Option(
            names = "--provider",
            paramLabel = "NAME",
            completionCandidates = ProviderNames.class,
            description = CommandHelp.PROVIDER + " May be repeated (default: every provider that has credentials).")
    private List<ProviderFactory> namedProviders = new ArrayList<>();

    @Option(names = "--skip-failed", description = CommandHelp.SKIP_FAILED)
    private boolean skipFailed;

    @Option(names = "--limit", paramLabel = "N", description = "Only the newest N calls (default: 20).")
    private long limit = 20;

    @Option(names = "--quiet", description = CommandHelp.QUIET)
    private boolean quiet;

    @Option(names = "--format", paramLabel = "NAME", description = "table (default), jsonl or csv.")
    private ListFormat format = ListFormat.TABLE;

    @Option(names = "--columns", paramLabel = "NAME", split = ",", description = CommandHelp.COLUMNS)
    private List<String> columns = new ArrayList<>();

    @Option(names = "--ids", description = "Show a column of ids, which 'callist get' takes.")
    private boolean showIds;

    ListCommand(Console console, ProviderList availableProviders) {
        super(console, availableProviders);
    }

    @Override
    public Integer call() throws IOException {
        if (limit < 0) {
            throw CommandException.invalidConfig("--limit must not be negative");
        }
        if (!columns.isEmpty() && showIds) {
            throw CommandException.invalidConfig("--ids cannot be used with --columns; add id to the columns");
        }
        if (showIds && format != ListFormat.TABLE) {
            throw CommandException.invalidConfig("--ids is for tables; the other formats have ids");
        }
        chosenFormat();
        boolean areSeveral = Math.max(namedProviders.size(), accountOptions.connectionCount()) != 1;
        try (ProgressDisplay progress = ProgressDisplay.create(console, new OutputStyle(quiet, areSeveral))) {
            if (!quiet) {
                queryOptions.echoWindow(console);
            }
            return list(accountOptions.account(console, progress), progress);
        }
    }

    private int list(Account account, ProgressDisplay progress) throws IOException {
        List<ChosenAccount> chosen = accountOptions.chosen(console, availableProviders, account, namedProviders);
        if (chosen.isEmpty()) {
            return listSandboxes(availableProviders.withSandbox(), account, progress);
        }
        List<ProviderFactory> providers = ChosenAccount.providers(chosen);
        queryOptions.query(providers);
        return accountOptions.connectionCount() > 0
                ? listConnections(chosen, progress)
                : listAccounts(providers, account, progress);
    }

    private int listConnections(List<ChosenAccount> accounts, ProgressDisplay progress) throws IOException {
        try (OpenListers listers = new OpenListers()) {
            listers.openAll(accounts);
            return show(ChosenAccount.providers(accounts), listers, progress, accounts.size() > 1);
        }
    }

    private int listAccounts(List<ProviderFactory> providers, Account account, ProgressDisplay progress)
            throws IOException {
        boolean areSeveral = providers.size() > 1;
        try (OpenListers listers = new OpenListers()) {
            for (ProviderFactory provider : providers) {
                open(listers, provider, account, areSeveral);
            }
            return listers.isEmpty() ? ExitCode.USAGE : show(providers, listers, progress, areSeveral);
        }
    }

    private int listSandboxes(ProviderList providers, Account account, ProgressDisplay progress) throws IOException {
        queryOptions.query(providers.all());
        try (OpenListers listers = new OpenListers()) {
            console.printLine("no credentials in the environment (" + providers.secretVariables()
                    + "); showing made-up calls from the built-in sandboxes");
            for (ProviderFactory provider : providers.all()) {
                listers.openSandbox(provider, SANDBOX_CALLS, account.options());
            }
            return show(providers.all(), listers, progress, true);
        }
    }

    /** Opens a provider. One of several that lacks something is skipped unless the command line names it. */
    private void open(OpenListers listers, ProviderFactory provider, Account account, boolean areSeveral) {
        try {
            listers.open(provider, account);
        } catch (CommandException e) {
            if (namedProviders.size() > 1) {
                throw e.withProvider(provider.provider());
            }
            if (!areSeveral || account.names(provider)) {
                throw e;
            }
            console.printLine("skipped " + provider.provider() + ": " + e.getMessage());
        }
    }

    private int show(List<ProviderFactory> providers, OpenListers listers, ProgressDisplay progress, boolean areSeveral)
            throws IOException {
        List<Call> calls = new ArrayList<>();
        ListingReport report;
        progress.setGoal(Optional.of(limit), Optional.empty());
        progress.begin();
        try (CallIterator walk =
                listing(providers, listers.merged(skipFailed, progress)).iterator()) {
            console.cancellation().whenCancelled(walk::close);
            report = readCalls(walk, calls, progress);
        } catch (CallListException e) {
            throw listers.named(e);
        } finally {
            progress.pause();
            print(calls, areSeveral);
        }
        return report(report, calls.size());
    }

    private void print(List<Call> calls, boolean areSeveral) throws IOException {
        Optional<CallFormat> chosen = chosenFormat();
        if (chosen.isEmpty()) {
            console.print(table(calls, areSeveral));
        } else {
            CallWriter writer = chosen.get().writer(console.out());
            for (Call call : calls) {
                writer.write(call);
            }
            writer.finish();
        }
        console.out().flush();
    }

    /** The format for other programs; absent for a table. */
    private Optional<CallFormat> chosenFormat() {
        List<CallColumn> chosen = CommandHelp.columns(columns);
        if (format == ListFormat.TABLE) {
            return Optional.empty();
        }
        CallFormat named = CallFormats.named(format.name());
        return Optional.of(chosen.isEmpty() ? named : named.withColumns(chosen));
    }

    private String table(List<Call> calls, boolean areSeveral) {
        CallTable table = new CallTable(
                console.hasColours(),
                calls.isEmpty() ? OptionalInt.empty() : console.width(),
                queryOptions.zone().orElse(ZoneOffset.UTC));
        if (!columns.isEmpty()) {
            return table.text(calls, CommandHelp.columns(columns));
        }
        Set<String> extra = new HashSet<>();
        if (areSeveral) {
            extra.add("provider");
        }
        if (showIds) {
            extra.add("id");
        }
        return table.text(calls, extra);
    }

    /** Prints what there is to say about the list, and returns the exit code. */
    private int report(ListingReport report, int calls) {
        ReportLine.ofUnreadableFields(report).ifPresent(console::printLine);
        ReportLine.ofSmallerPages(report).ifPresent(console::printLine);
        if (console.cancellation().isCancelled()) {
            console.printLine("INTERRUPTED: the list was stopped; "
                    + (report.pages() == 0 ? "no answer had arrived" : CountText.of(calls, "call") + " shown"));
            return ExitCode.NOT_COMPLETE;
        }
        if (calls == 0 && limit > 0) {
            console.printLine("no calls match");
        }
        if (!quiet && calls > 0 && report.endReason().equals(Optional.of(EndReason.LIMIT))) {
            console.printLine("stopped at " + CountText.of(calls, "call") + "; --limit " + 5 * Math.max(limit, 20)
                    + " shows more, 'callist export' writes all");
        }
        Completeness completeness = report.completeness();
        if (completeness != Completeness.COMPLETE) {
            console.printLine(completeness + ": calls may be missing" + ReportLine.reasons(report.doubts()));
        }
        return ExitCode.of(completeness);
    }

    private CallListing listing(List<ProviderFactory> providers, CallLister lister) {
        CallQuery query = queryOptions.query(providers, Optional.of(limit), lister::plan);
        return queryOptions.withConcurrency(lister.list(query)).limit(limit);
    }

    /** Reads the calls to the end of the walk, or until the command is cancelled. */
    private ListingReport readCalls(CallIterator walk, List<Call> calls, ProgressDisplay progress) {
        try {
            while (walk.hasNext()) {
                Call call = walk.next();
                calls.add(call);
                progress.callWritten(call);
            }
        } catch (CallListException e) {
            if (!console.cancellation().isCancelled()) {
                throw e;
            }
        }
        return walk.report();
    }
}
