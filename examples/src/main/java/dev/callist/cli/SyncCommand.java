package dev.callist.cli;

import dev.callist.CallListException;
import dev.callist.CallLister;
import dev.callist.CallQuery;
import dev.callist.ListingReport.Completeness;
import dev.callist.cli.CopyOptions.Sources;
import dev.callist.cli.console.CommandException;
import dev.callist.cli.console.Console;
import dev.callist.cli.console.ExitCode;
import dev.callist.cli.console.LockWait;
import dev.callist.cli.console.OutputStyle;
import dev.callist.cli.console.ProgressDisplay;
import dev.callist.cli.console.SyncProgress;
import dev.callist.cli.providers.Account;
import dev.callist.cli.providers.ProviderList;
import dev.callist.cli.text.CountText;
import dev.callist.cli.text.NamedReport;
import dev.callist.cli.text.RangeText;
import dev.callist.cli.text.ReportLine;
import dev.callist.cli.text.SyncTable;
import dev.callist.cli.text.TimeText;
import dev.callist.sync.CallStore;
import dev.callist.sync.CallStoreException;
import dev.callist.sync.CallSync;
import dev.callist.sync.SyncOptions;
import dev.callist.sync.SyncOptionsBuilder;
import dev.callist.sync.SyncReport;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code callist sync}: keeps a copy of the calls in a database up to date. */
@Command(
        name = "sync",
        description = {
            "Copies the calls into a database, and brings an existing copy up to date.",
            "",
            "It lists what may have changed and writes the differences in small transactions; a run that is",
            "stopped or killed at any moment is continued by the next one. A call that the provider no longer",
            "returns is marked as missing, not deleted. Exit code 3 says that the copy is not known to be",
            "complete. Without credentials, it copies the built-in sandboxes."
        },
        footer = {
            "",
            "Examples:",
            "  callist sync --store calls.db",
            "  BIRD_ACCESS_KEY=… callist sync --provider bird --workspace W --store calls.db --every 5m"
        })
final class SyncCommand extends QueryCommand {
    private static final double JITTER = 0.1;

    private final CountDownLatch cancelled = new CountDownLatch(1);
    private final LockWait lockWait = new LockWait();

    @ArgGroup(validate = false, order = 0)
    private CopyOptions copyOptions = new CopyOptions();

    @Option(
            names = "--lookback",
            paramLabel = "TIME",
            description = "How far before the watermark each run begins (default: 72h).")
    private Optional<Duration> lookback = Optional.empty();

    @Option(
            names = "--open-for",
            paramLabel = "TIME",
            description = "How long a call that has not ended or has no price yet is read again (default: 168h).")
    private Optional<Duration> openFor = Optional.empty();

    @Option(
            names = "--backfill",
            paramLabel = "TIME",
            description = "Reads history from this time on in windows, the newest first, after the recent calls.")
    private Optional<TimeText> backfill = Optional.empty();

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            description = "How long to wait while another run of the same source is active (default: not at all).")
    private Optional<Duration> patience = Optional.empty();

    @Option(
            names = "--every",
            paramLabel = "TIME",
            description = "Runs again and again, with about this much time between runs, until Ctrl-C.")
    private Optional<Duration> every = Optional.empty();

    @Option(names = "--no-audit", description = "Does not read a random earlier day again in each run.")
    private boolean skipsAudit;

    @Option(
            names = "--no-raw",
            description = "Leaves the provider's own JSON out of the copy, which saves time and space.")
    private boolean skipsRaw;

    @Option(
            names = "--several-queries",
            description = "Allows the store to have copies of one account with different filters.")
    private boolean allowsOtherQueries;

    @Option(names = "--quiet", description = CommandHelp.QUIET)
    private boolean quiet;

    SyncCommand(Console console, ProviderList availableProviders) {
        super(console, availableProviders);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (every.filter(time -> time.toMillis() < 1000).isPresent()) {
            throw CommandException.invalidConfig("--every must be at least 1s");
        }
        if (backfill.isPresent() && queryOptions.hasCreatedFrom()) {
            throw CommandException.invalidConfig("give either --backfill or --created-from");
        }
        copyOptions.requireStore();
        if (!quiet) {
            queryOptions.echoWindow(console);
            queryOptions.echo(console, "--backfill", backfill);
        }
        try (ProgressDisplay progress = ProgressDisplay.create(console, new OutputStyle(quiet, true));
                Sources sources =
                        copyOptions.openSources(console, availableProviders, accountOptions, account(progress));
                CallStore store = copyOptions.openStore(console)) {
            sources.checkThatTheyBelongTo(store);
            List<NamedCopy> copies = copies(sources, store, progress);
            console.cancellation().whenCancelled(() -> {
                cancelled.countDown();
                lockWait.cancel();
                sources.all().forEach(CallLister::close);
            });
            int code = run(copies, progress);
            while (every.isPresent() && !isCancelledWithin(every.get())) {
                code = run(copies, progress);
            }
            return code;
        }
    }

    private Account account(ProgressDisplay progress) {
        return accountOptions.account(console, progress, !skipsRaw);
    }

    /** Creates the copies of all sources, which fails before anything is read if one of them is not possible. */
    private List<NamedCopy> copies(Sources sources, CallStore store, ProgressDisplay progress) {
        CallQuery query = QueryOptions.copied(queryOptions.query(sources.providers()));
        return sources.all().stream()
                .map(lister -> {
                    String name = sources.nameOf(lister);
                    SyncOptions options = options(query, sources.account())
                            .listener(new SyncProgress(progress, name, lockWait))
                            .build();
                    return new NamedCopy(name, CallSync.create(lister, store, options));
                })
                .toList();
    }

    /** Waits about this long, so that many copies do not ask at the same time. */
    private boolean isCancelledWithin(Duration time) throws InterruptedException {
        double factor = ThreadLocalRandom.current().nextDouble(1 - JITTER, 1 + JITTER);
        return cancelled.await((long) (time.toMillis() * factor), TimeUnit.MILLISECONDS);
    }

    /** Runs all copies; one that fails does not keep the others from running. */
    private int run(List<NamedCopy> copies, ProgressDisplay progress) throws IOException {
        boolean continuesAfterFailure = copies.size() > 1 || every.isPresent();
        SourceFailures failures = new SourceFailures(console);
        List<NamedReport> reports = new ArrayList<>();
        for (NamedCopy named : copies) {
            try {
                lockWait.begin(); // until the first listing begins
                reports.add(new NamedReport(named.name(), named.copy().run()));
            } catch (CallListException | CallStoreException e) {
                progress.pause();
                if (console.cancellation().isCancelled()) {
                    console.printLine("stopped; the next run continues here");
                    return ExitCode.NOT_COMPLETE;
                }
                if (!continuesAfterFailure) {
                    throw e;
                }
                failures.add(named.name(), e);
            } finally {
                lockWait.end();
                progress.pause();
            }
        }
        if (!reports.isEmpty()) {
            console.print(SyncTable.text(accountOptions.nameTitle(), reports));
            console.out().flush();
        }
        reports.forEach(this::printDoubts);
        boolean areComplete =
                reports.stream().allMatch(named -> named.report().completeness() == Completeness.COMPLETE);
        return failures.exitCode(areComplete ? ExitCode.DONE : ExitCode.NOT_COMPLETE);
    }

    /** A copy, and what the user calls its account. */
    private record NamedCopy(String name, CallSync copy) {}

    private SyncOptionsBuilder options(CallQuery query, Optional<String> account) {
        SyncOptionsBuilder options = SyncOptions.builder()
                .query(query)
                .account(account)
                .audits(!skipsAudit)
                .allowsOtherQueries(allowsOtherQueries)
                .concurrency(queryOptions.concurrency());
        lookback.ifPresent(options::lookback);
        openFor.ifPresent(options::openFor);
        patience.ifPresent(options::patience);
        backfill.map(queryOptions::instant).ifPresent(options::backfillFrom);
        return options;
    }

    private void printDoubts(NamedReport named) {
        String name = named.name();
        SyncReport report = named.report();
        report.drift()
                .filter(drift -> drift.hasChanges())
                .ifPresent(drift -> console.printLine(name + ": an earlier day had changed: "
                        + CountText.of(drift.created(), "new call") + ", " + CountText.grouped(drift.changed())
                        + " changed, " + CountText.grouped(drift.missing())
                        + " missing; consider a longer --lookback"));
        if (report.completeness() != Completeness.COMPLETE) {
            console.printLine(name + ": " + report.completeness() + ": calls may be missing"
                    + ReportLine.reasons(report.doubts())
                    + (report.inDoubt().isEmpty() ? "" : "; in doubt: created " + RangeText.of(report.inDoubt()))
                    + "; the next run reads them again");
        }
    }
}
