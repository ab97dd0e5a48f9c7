package dev.callist.cli;

import dev.callist.CallListException;
import dev.callist.CallLister;
import dev.callist.CallQuery;
import dev.callist.ListingReport;
import dev.callist.ListingReport.Completeness;
import dev.callist.cli.CopyOptions.Sources;
import dev.callist.cli.console.CommandException;
import dev.callist.cli.console.Console;
import dev.callist.cli.console.ExitCode;
import dev.callist.cli.console.OutputStyle;
import dev.callist.cli.console.ProgressDisplay;
import dev.callist.cli.export.DifferenceFile;
import dev.callist.cli.export.ExportFiles;
import dev.callist.cli.export.ExportedCalls;
import dev.callist.cli.providers.ProviderList;
import dev.callist.cli.text.CountText;
import dev.callist.cli.text.RangeText;
import dev.callist.cli.text.ReportLine;
import dev.callist.cli.text.VerificationTable;
import dev.callist.sync.CallDifference;
import dev.callist.sync.CallStore;
import dev.callist.sync.CallStoreException;
import dev.callist.sync.CallSync;
import dev.callist.sync.CallVerification;
import dev.callist.sync.SourceState;
import dev.callist.sync.SyncOptions;
import dev.callist.sync.SyncSource;
import dev.callist.sync.VerificationReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code callist verify}: compares a copy with its source. */
@Command(
        name = "verify",
        description = {
            "Lists the calls again and compares them with a copy: the store of 'callist sync', or the file of",
            "'callist export --format jsonl'.",
            "",
            "Prints the calls of each local day, and the ids that differ. Exit code 0 says that the copy is",
            "equal and that the list is complete, 3 that it is not known to be."
        },
        footer = {
            "",
            "Examples:",
            "  callist verify --store calls.db --created-from 2026-03-01 --zone Europe/Lisbon",
            "  callist verify --provider bird --file calls.jsonl --ids different.tsv"
        })
final class VerifyCommand extends QueryCommand {
    @ArgGroup(validate = false, order = 0)
    private CopyOptions copyOptions = new CopyOptions();

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "The copy, if it is a file of JSON lines and no store.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--ids",
            paramLabel = "FILE",
            description = "Writes all differences into this file, with tabs between the columns.")
    private Optional<Path> ids = Optional.empty();

    @Option(names = "--overwrite", description = "Replaces an existing file of --ids.")
    private boolean overwrite;

    @Option(names = "--quiet", description = CommandHelp.QUIET)
    private boolean quiet;

    VerifyCommand(Console console, ProviderList availableProviders) {
        super(console, availableProviders);
    }

    @Override
    public Integer call() throws IOException {
        if (file.isPresent() == copyOptions.store().isPresent()) {
            throw CommandException.invalidConfig("give either --store or --file");
        }
        if (!quiet) {
            queryOptions.echoWindow(console);
        }
        if (ids.isPresent()) {
            ExportFiles.checkOverwrite("--ids", ids.get(), overwrite);
        }
        try (ProgressDisplay progress = ProgressDisplay.create(console, new OutputStyle(quiet, true));
                Sources sources = copyOptions.openSources(
                        console, availableProviders, accountOptions, accountOptions.account(console, progress));
                DifferenceFile differences = DifferenceFile.create(ids)) {
            console.cancellation().whenCancelled(() -> sources.all().forEach(CallLister::close));
            CallQuery query = queryOptions.query(sources.providers());
            if (file.isPresent()) {
                return compare(
                        sources,
                        differences,
                        progress,
                        lister -> againstFile(query, sources.account(), lister, file.get(), differences));
            }
            try (CallStore store = copyOptions.openExistingStore(console)) {
                sources.checkThatTheyBelongTo(store);
                SyncOptions copied = SyncOptions.builder()
                        .query(QueryOptions.copied(query.toBuilder()
                                .createdBefore(Optional.empty())
                                .build()))
                        .account(sources.account())
                        .build();
                return compare(sources, differences, progress, lister -> {
                    SyncSource source = CallSync.create(lister, store, copied).source();
                    SourceState state = store.state(source);
                    CallVerification verification = CallVerification.of(lister, window(query, source, state), zone());
                    return state.watermark()
                            .filter(latest -> query.createdBefore().isEmpty())
                            .map(verification::upTo)
                            .orElse(verification)
                            .against(store, source, differences);
                });
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Compares all sources with their copies; one that fails does not keep the others from being compared. */
    private int compare(Sources sources, DifferenceFile differences, ProgressDisplay progress, Comparison comparison)
            throws IOException {
        SourceFailures failures = new SourceFailures(console);
        long differing = 0;
        boolean areProved = true;
        for (CallLister lister : sources.all()) {
            try {
                progress.begin(sources.areSeveral() ? sources.nameOf(lister) : "");
                VerificationReport report = comparison.of(lister);
                progress.pause();
                show(sources, lister, report);
                differing += report.total().differences();
                areProved &= report.isProved();
            } catch (CallListException | CallStoreException | CommandException e) {
                progress.pause();
                if (console.cancellation().isCancelled()) {
                    console.printLine("stopped");
                    return ExitCode.NOT_COMPLETE;
                }
                if (!sources.areSeveral()) {
                    throw e;
                }
                failures.add(sources.nameOf(lister), e);
            }
        }
        differences.finish();
        showFirst(differences.first(), differing);
        return failures.exitCode(areProved ? ExitCode.DONE : ExitCode.NOT_COMPLETE);
    }

    /**
     * Returns the query with the start of the copy, where the command line has none. It has no end of its own: a list
     * with an end is not known to be complete where calls without a time are possible.
     */
    private static CallQuery window(CallQuery query, SyncSource source, SourceState state) {
        Instant watermark = state.watermark()
                .orElseThrow(() -> CommandException.invalidConfig("the store has no copy of " + source + " with "
                        + source.queryText() + "; run 'callist sync' with the same options first"));
        Optional<Instant> start = state.coveredFrom().filter(covered -> !covered.equals(Instant.MIN));
        Optional<Instant> from = query.createdFrom().or(() -> start);
        Instant end = query.createdBefore().orElse(watermark);
        if (from.filter(first -> first.isAfter(end)).isPresent()) {
            throw CommandException.invalidConfig("the copy of " + source + " has calls from "
                    + start.map(Instant::toString).orElse("the start") + " to "
                    + watermark + "; give another --created-from or --created-before, or run 'callist sync' first");
        }
        return query.toBuilder().createdFrom(from).build();
    }

    private VerificationReport againstFile(
            CallQuery query, Optional<String> named, CallLister lister, Path copy, Consumer<CallDifference> differences)
            throws IOException {
        String account = named.orElseGet(() -> lister.plan(query).identity());
        try (ExportedCalls calls = ExportedCalls.open(copy, lister.provider())) {
            return CallVerification.of(lister, query, zone()).against(calls, account, differences);
        }
    }

    private void show(Sources sources, CallLister lister, VerificationReport report) throws IOException {
        if (sources.areSeveral()) {
            console.print(sources.nameOf(lister) + "\n");
        }
        console.print(VerificationTable.days(report));
        console.out().flush();
        ListingReport listing = report.listing();
        String doubts = listing.completeness() == Completeness.COMPLETE
                ? ""
                : "; the list is " + listing.completeness() + ReportLine.reasons(listing.doubts());
        long differing = report.total().differences();
        console.printLine((sources.areSeveral() ? sources.nameOf(lister) + ": " : "")
                + (differing == 0 ? "the copy is equal" : CountText.of(differing, "call differs", "calls differ"))
                + RangeText.appended(report.range())
                + doubts);
    }

    private void showFirst(List<CallDifference> first, long differing) throws IOException {
        if (first.isEmpty()) {
            return;
        }
        console.print("\n" + VerificationTable.differences(first));
        console.out().flush();
        if (first.size() < differing) {
            console.printLine("the first " + first.size() + " of " + CountText.of(differing, "difference")
                    + (ids.isPresent() ? "; " + ids.get() + " has all" : "; --ids FILE writes all of them"));
        }
    }

    private ZoneId zone() {
        return queryOptions.zone().orElse(ZoneOffset.UTC);
    }

    /** Compares one source with its copy. */
    private interface Comparison {
        VerificationReport of(CallLister lister) throws IOException;
    }
}
