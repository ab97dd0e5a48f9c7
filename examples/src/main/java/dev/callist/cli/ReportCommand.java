package dev.callist.cli;

import dev.callist.Call;
import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallListing;
import dev.callist.CallQuery;
import dev.callist.ListingReport;
import dev.callist.cli.console.CommandException;
import dev.callist.cli.console.Console;
import dev.callist.cli.console.ExitCode;
import dev.callist.cli.console.OutputStyle;
import dev.callist.cli.console.ProgressDisplay;
import dev.callist.cli.export.ReportFile;
import dev.callist.cli.providers.Account;
import dev.callist.cli.providers.ChosenAccount;
import dev.callist.cli.providers.OpenListers;
import dev.callist.cli.providers.ProviderList;
import dev.callist.cli.providers.ProviderNames;
import dev.callist.cli.report.FileCalls;
import dev.callist.cli.report.StoredCalls;
import dev.callist.cli.report.WebBrowser;
import dev.callist.cli.text.CountText;
import dev.callist.cli.text.ReportLine;
import dev.callist.provider.ProviderFactory;
import dev.callist.report.CallReport;
import dev.callist.report.CallStatistics;
import dev.callist.report.DataQuality;
import dev.callist.report.ReportOptions;
import dev.callist.report.ReportOptionsBuilder;
import dev.callist.report.StatisticsSummary;
import dev.callist.sync.CallStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code callist report}: writes a page with figures and charts. */
@Command(
        name = "report",
        description = {
            "Writes a report as one HTML page: calls a day, answer rate, durations, cost, busiest parties, and",
            "how far the figures can be trusted. The page needs no network.",
            "",
            "The calls come from a store of 'callist sync', from a file of 'callist export --format jsonl', or",
            "from the providers themselves. Without credentials, they are made-up calls of the built-in",
            "sandboxes, and the page says so. Numbers are masked unless --show-numbers is given."
        },
        footer = {
            "",
            "Examples:",
            "  callist report --open",
            "  callist report --store calls.db --zone Europe/Lisbon --created-from 2026-03-01",
            "  callist report --input calls.jsonl --output march.html"
        })
final class ReportCommand extends QueryCommand {
    private static final String MADE_UP = "These are made-up calls of the built-in sandboxes.";

    @Option(
            names = "--provider",
            paramLabel = "NAME",
            completionCandidates = ProviderNames.class,
            description = CommandHelp.PROVIDER + " May be repeated (default: all).")
    private List<ProviderFactory> namedProviders = new ArrayList<>();

    @Option(
            names = "--store",
            paramLabel = "STORE",
            description = {"Counts the calls of this store: a SQLite file such as calls.db, or", CommandHelp.POSTGRESQL
            })
    private Optional<String> store = Optional.empty();

    @Option(names = "--input", paramLabel = "FILE", description = "Counts the calls of this file of JSON lines.")
    private Optional<Path> input = Optional.empty();

    @Option(names = "--title", paramLabel = "TEXT", description = "The heading of the page (default: Call report).")
    private Optional<String> title = Optional.empty();

    @Option(
            names = "--show-numbers",
            description = "Shows the busiest parties in full; the page is then personal data.")
    private boolean showNumbers;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "The page to write; an earlier report is replaced (default: callist-report.html).")
    private Path output = Path.of("callist-report.html");

    @Option(names = "--overwrite", description = "Replaces an output file that is not a report.")
    private boolean overwrite;

    @Option(names = "--open", description = "Opens the report in the browser: $BROWSER, or that of the system.")
    private boolean open;

    @Option(names = "--skip-failed", description = CommandHelp.SKIP_FAILED)
    private boolean skipFailed;

    @Option(names = "--quiet", description = "Prints no progress, and nothing if the calls are complete.")
    private boolean quiet;

    ReportCommand(Console console, ProviderList availableProviders) {
        super(console, availableProviders);
    }

    @Override
    public Integer call() throws IOException {
        if (store.isPresent() && input.isPresent()) {
            throw CommandException.invalidConfig("give either --store or --input");
        }
        if (!quiet) {
            queryOptions.echoWindow(console);
        }
        ReportFile page = new ReportFile(output);
        page.check(overwrite);
        CallStatistics statistics = CallStatistics.in(zone());
        ReportOptionsBuilder options = ReportOptions.builder();
        console.cancellation().whenCancelled(() -> {});
        try {
            count(statistics, options);
        } catch (CancellationException e) {
            console.printLine("stopped; no report was written");
            return ExitCode.NOT_COMPLETE;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        title.ifPresent(options::title);
        options.madeAt(Instant.now()).showsNumbers(showNumbers);
        StatisticsSummary summary = statistics.summary();
        page.write(CallReport.of(summary, options.build()));
        printResult(summary);
        if (open && !WebBrowser.of(console.variable("BROWSER")).open(output)) {
            console.printLine("the browser could not be opened; open " + output + " yourself");
        }
        return ExitCode.of(summary.quality().completeness());
    }

    private void count(CallStatistics statistics, ReportOptionsBuilder options) throws IOException {
        if (store.isEmpty() && input.isEmpty()) {
            countListed(statistics, options);
            return;
        }
        ProviderList candidates = namedProviders.isEmpty() ? availableProviders : new ProviderList(namedProviders);
        CallQuery query = queryOptions.query(candidates.all());
        if (!query.providerFilters().isEmpty()) {
            throw CommandException.invalidConfig(
                    "--where works with the lists of a provider only, not with --store or --input");
        }
        options.createdFrom(query.createdFrom()).createdBefore(query.createdBefore());
        Set<String> names =
                namedProviders.stream().map(ProviderFactory::provider).collect(Collectors.toSet());
        if (input.isPresent()) {
            FileCalls calls = new FileCalls(input.get(), names);
            options.addAllSources(calls.count(query, statistics, console.cancellation()));
            return;
        }
        try (CallStore opened = CopyOptions.openExistingStore(store.orElseThrow(), console)) {
            StoredCalls calls = new StoredCalls(opened, names);
            options.addAllSources(calls.count(query, statistics, console.cancellation()));
            if (calls.areMadeUp()) {
                options.notice(MADE_UP);
            }
        }
    }

    private void countListed(CallStatistics statistics, ReportOptionsBuilder options) throws IOException {
        try (ProgressDisplay progress = ProgressDisplay.create(console, new OutputStyle(quiet, true))) {
            countListed(statistics, options, progress);
        }
    }

    private void countListed(CallStatistics statistics, ReportOptionsBuilder options, ProgressDisplay progress)
            throws IOException {
        Account account = accountOptions.account(console, progress);
        List<ChosenAccount> chosen = accountOptions.chosen(console, availableProviders, account, namedProviders);
        List<ProviderFactory> providers =
                chosen.isEmpty() ? availableProviders.withSandbox().all() : ChosenAccount.providers(chosen);
        try (OpenListers listers = new OpenListers()) {
            if (chosen.isEmpty()) {
                console.printLine("no credentials in the environment (" + availableProviders.secretVariables()
                        + "); counting made-up calls of the built-in sandboxes");
                options.notice(MADE_UP);
                providers.forEach(
                        provider -> listers.openSandbox(provider, CopyOptions.SANDBOX_CALLS, account.options()));
            } else {
                listers.openAll(chosen);
            }
            CallQuery query = queryOptions.query(providers);
            options.createdFrom(query.createdFrom()).createdBefore(query.createdBefore());
            options.addSources("Source: the list of "
                    + providers.stream()
                            .map(ProviderFactory::provider)
                            .distinct()
                            .collect(Collectors.joining(", "))
                    + ".");
            progress.setGoal(Optional.empty(), query.createdFrom());
            progress.begin();
            statistics.addListing(list(listers, query, statistics, progress));
        }
    }

    private ZoneId zone() {
        return queryOptions.zone().orElseGet(ZoneId::systemDefault);
    }

    private ListingReport list(
            OpenListers listers, CallQuery query, CallStatistics statistics, ProgressDisplay progress) {
        CallListing listing = listers.merged(skipFailed, progress).list(query);
        try (CallIterator walk = queryOptions.withConcurrency(listing).iterator()) {
            console.cancellation().whenCancelled(walk::close);
            while (walk.hasNext()) {
                Call call = walk.next();
                statistics.accept(call);
                progress.callWritten(call);
            }
            if (console.cancellation().isCancelled()) {
                throw new CancellationException();
            }
            return walk.report();
        } catch (CallListException e) {
            throw console.cancellation().isCancelled() ? new CancellationException() : listers.named(e);
        }
    }

    private void printResult(StatisticsSummary summary) {
        DataQuality quality = summary.quality();
        boolean isComplete = ExitCode.of(quality.completeness()) == ExitCode.DONE;
        if (quiet && isComplete) {
            return;
        }
        console.printLine(
                "wrote " + output + ": " + CountText.of(summary.total().calls(), "call") + ", days of " + zone() + ", "
                        + quality.completeness() + ReportLine.inParentheses(quality.reasons()));
    }
}
