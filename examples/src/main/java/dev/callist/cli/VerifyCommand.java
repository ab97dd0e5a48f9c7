package dev.callist.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import dev.callist.Call;
import dev.callist.CallJson;
import dev.callist.CallLister;
import dev.callist.CallQuery;
import dev.callist.ListingReport.Completeness;
import dev.callist.cli.CopyOptions.Sources;
import dev.callist.cli.console.CommandException;
import dev.callist.cli.console.Console;
import dev.callist.cli.console.ExitCode;
import dev.callist.cli.providers.ProviderList;
import dev.callist.cli.text.CountText;
import dev.callist.cli.text.ReportLine;
import dev.callist.cli.text.VerificationTable;
import dev.callist.sync.CallDifference;
import dev.callist.sync.CallStore;
import dev.callist.sync.CallSync;
import dev.callist.sync.CallVerification;
import dev.callist.sync.SourceState;
import dev.callist.sync.SyncOptions;
import dev.callist.sync.SyncSource;
import dev.callist.sync.VerificationReport;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code callist verify}: compares a copy with its source. */
@Command(
        name = "verify",
        description = {
            "Lists the calls anew and compares them with a copy: the store of 'callist sync', or the file of",
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
final class VerifyCommand implements Callable<Integer> {
    private static final int MOST_PRINTED = 20;

    /** The times of a store are whole microseconds, and the end of a window is exclusive. */
    private static final int NANOS_OF_A_MICROSECOND = 1_000;

    private final Console console;
    private final ProviderList availableProviders;

    @ArgGroup(validate = false, order = 0)
    private CopyOptions copyOptions = new CopyOptions();

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "The copy, if it is a file of JSON lines and no store.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "The zone of the days, such as Europe/Lisbon (default: UTC).")
    private ZoneId zone = ZoneOffset.UTC;

    @Option(
            names = "--ids",
            paramLabel = "FILE",
            description = "Writes all differences into this file, with tabs between the columns.")
    private Optional<Path> ids = Optional.empty();

    @ArgGroup(validate = false, heading = CommandHelp.ACCOUNT_HEADING, order = 1)
    private AccountOptions accountOptions = new AccountOptions();

    @ArgGroup(validate = false, heading = CommandHelp.QUERY_HEADING, order = 2)
    private QueryOptions queryOptions = new QueryOptions();

    VerifyCommand(Console console, ProviderList availableProviders) {
        this.console = console;
        this.availableProviders = availableProviders;
    }

    @Override
    public Integer call() throws IOException {
        if (file.isPresent() == copyOptions.store().isPresent()) {
            throw CommandException.invalidConfig("give either --store or --file");
        }
        try (Sources sources = copyOptions.openSources(console, availableProviders, accountOptions);
                Differences differences = new Differences(ids)) {
            console.cancellation().whenCancelled(() -> sources.all().forEach(CallLister::close));
            boolean areAllProved = true;
            if (file.isPresent()) {
                for (CallLister lister : sources.all()) {
                    areAllProved &= show(sources, lister, againstFile(sources, lister, file.get(), differences));
                }
            } else {
                try (CallStore store = copyOptions.openStore(console)) {
                    for (CallLister lister : sources.all()) {
                        areAllProved &= show(sources, lister, againstStore(sources, lister, store, differences));
                    }
                }
            }
            if (!differences.first.isEmpty()) {
                console.print("\n" + VerificationTable.differences(differences.first));
                console.out().flush();
            }
            return areAllProved ? ExitCode.DONE : ExitCode.NOT_COMPLETE;
        }
    }

    private VerificationReport againstStore(
            Sources sources, CallLister lister, CallStore store, Consumer<CallDifference> differences) {
        CallQuery query = queryOptions.query(sources.providers());
        CallQuery filters = query.toBuilder().createdBefore(Optional.empty()).build();
        SyncSource source = CallSync.create(
                        lister,
                        store,
                        SyncOptions.builder()
                                .query(filters)
                                .account(sources.account())
                                .build())
                .source();
        SourceState state = store.state(source);
        Instant watermark = state.watermark()
                .orElseThrow(() -> CommandException.invalidConfig("the store has no copy of " + source + " with "
                        + source.queryText() + "; run 'callist sync' with the same options first"));
        CallQuery window = query.toBuilder()
                .createdFrom(
                        query.createdFrom().or(() -> state.coveredFrom().filter(from -> !from.equals(Instant.MIN))))
                .createdBefore(query.createdBefore().or(() -> Optional.of(watermark.plusNanos(NANOS_OF_A_MICROSECOND))))
                .build();
        return CallVerification.of(lister, window, zone).against(store, source, differences);
    }

    private VerificationReport againstFile(
            Sources sources, CallLister lister, Path copy, Consumer<CallDifference> differences) throws IOException {
        CallQuery query = queryOptions.query(sources.providers());
        String account = sources.account().orElseGet(() -> lister.plan(query).identity());
        try (MappingIterator<Call> calls =
                CallJson.mapper().readerFor(Call.class).readValues(copy.toFile())) {
            Iterator<Call> own = StreamSupport.stream(
                            Spliterators.spliteratorUnknownSize(calls, Spliterator.ORDERED), false)
                    .filter(call -> call.provider().equals(lister.provider()))
                    .iterator();
            return CallVerification.of(lister, query, zone).against(own, account, differences);
        } catch (RuntimeException e) {
            if (e.getCause() instanceof JsonProcessingException broken) {
                throw CommandException.invalidConfig(
                        "line " + broken.getLocation().getLineNr()
                                + " of the file is not a call; write it with 'callist export --format jsonl'");
            }
            throw e;
        }
    }

    private boolean show(Sources sources, CallLister lister, VerificationReport report) throws IOException {
        String prefix = sources.areSeveral() ? lister.provider() + ": " : "";
        if (sources.areSeveral()) {
            console.print(lister.provider() + "\n");
        }
        console.print(VerificationTable.days(report));
        console.out().flush();
        Completeness completeness = report.listing().completeness();
        String isKnown = completeness == Completeness.COMPLETE
                ? ""
                : "; the list is " + completeness
                        + ReportLine.reasons(report.listing().doubts());
        long differing = report.total().differences();
        console.printLine(prefix
                + (differing == 0 ? "the copy is equal" : CountText.of(differing, "call differs", "calls differ"))
                + ", created " + report.range() + isKnown);
        return report.isProved();
    }

    /** Keeps the first differences, and writes all of them to a file if one is named. */
    private static final class Differences implements Consumer<CallDifference>, AutoCloseable {
        private final List<CallDifference> first = new ArrayList<>();
        private final Writer all;

        Differences(Optional<Path> file) throws IOException {
            this.all = file.isPresent()
                    ? new BufferedWriter(Files.newBufferedWriter(file.get(), StandardCharsets.UTF_8))
                    : Writer.nullWriter();
            all.write("id\tday\tfound\tcolumns\n");
        }

        @Override
        public void accept(CallDifference difference) {
            if (first.size() < MOST_PRINTED) {
                first.add(difference);
            }
            try {
                all.write(VerificationTable.line(difference));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            all.close();
        }
    }
}
