package dev.callist.spark.internal.read;

import dev.callist.Call;
import dev.callist.CallIterator;
import dev.callist.CallLister;
import dev.callist.CallListing;
import dev.callist.CallQuery;
import dev.callist.ListingReport;
import dev.callist.ListingReport.Completeness;
import dev.callist.ListingReport.Doubt;
import dev.callist.spark.internal.query.ReadOptions.OnIncomplete;
import dev.callist.spark.internal.slice.CallSlice;
import dev.callist.sync.CallColumn;
import dev.callist.sync.CallRow;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.metric.CustomTaskMetric;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.util.CollectionAccumulator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a slice: one walk, from its first page to its last. Not thread-safe. */
final class CallReader implements PartitionReader<InternalRow> {
    private static final Logger LOG = LoggerFactory.getLogger(CallReader.class);

    /** The times that a row can have. */
    private static final Instant EARLIEST = Instant.EPOCH;

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private static final String LOST =
            "a call without a time is in no window, so it was left out; to keep such calls, set slices to none";

    private final CallSlice slice;
    private final SliceReading reading;
    private final CollectionAccumulator<SliceResult> results;
    private final Set<CallColumn> columns = EnumSet.of(CallColumn.PROVIDER, CallColumn.ACCOUNT, CallColumn.ID);
    private final RowWriter writer;
    private final OpenCallWatch openCalls = new OpenCallWatch();
    private final boolean watchesOpenCalls;
    private final boolean hasWindow;
    private final boolean isFilteredByTime;
    private final CallLister lister;
    private final CallIterator calls;
    private InternalRow row = InternalRow.empty();

    CallReader(
            CallSlice slice,
            SliceReading reading,
            boolean watchesOpenCalls,
            CollectionAccumulator<SliceResult> results) {
        this.slice = slice;
        this.reading = reading;
        this.results = results;
        columns.addAll(reading.columns());
        this.watchesOpenCalls = watchesOpenCalls;
        if (watchesOpenCalls) {
            columns.addAll(OpenCallWatch.COLUMNS);
        }
        this.writer = new RowWriter(reading.columns());
        this.hasWindow = slice.start().isPresent() || slice.end().isPresent();
        this.isFilteredByTime = reading.filters().haveWindow();
        this.lister =
                reading.access().open(slice.account(), columns.contains(CallColumn.RAW), slice.requestsPerSecond());
        this.calls = listing().iterator();
    }

    private CallListing listing() {
        CallQuery query = reading.filters().query(slice.start(), slice.end(), reading.pageRows());
        if (reading.limit() < 0) {
            return lister.list(query);
        }
        if (mayDropCalls()) {
            return lister.list(query).readAhead(0);
        }
        int pageSize = lister.plan(query).pageSize(reading.limit());
        return lister.list(query.toBuilder().pageSize(pageSize).build()).limit(reading.limit());
    }

    /**
     * Whether a limit of the list might count calls that the reader drops afterwards. Spark stops after enough rows
     * anyway.
     */
    private boolean mayDropCalls() {
        boolean mayHaveNoRowTime =
                slice.start().filter(from -> !from.isBefore(EARLIEST)).isEmpty();
        return slice.frozenEnd() != null || (isFilteredByTime && mayHaveNoRowTime);
    }

    @Override
    public boolean next() {
        while (calls.hasNext()) {
            Call call = calls.next();
            if (isInside(call)) {
                CallRow whole = CallRow.of(call, slice.account().name(), columns);
                if (watchesOpenCalls) {
                    openCalls.note(whole);
                }
                row = writer.row(whole);
                return true;
            }
        }
        end();
        return false;
    }

    /**
     * Drops calls that are newer than the frozen end, and those whose row has no time if the query has a filter on it.
     */
    private boolean isInside(Call call) {
        Optional<Instant> createdAt = call.createdAt();
        if (createdAt.isEmpty()) {
            return !isFilteredByTime;
        }
        Instant at = createdAt.get();
        Instant end = slice.frozenEnd();
        boolean isNewer = end != null && !at.isBefore(end);
        boolean hasNoRowTime = isFilteredByTime && (at.isBefore(EARLIEST) || at.isAfter(LATEST));
        return !isNewer && !hasNoRowTime;
    }

    private void end() {
        ListingReport report = calls.report();
        boolean hasLost = hasLostCallsWithoutATime(report);
        Completeness completeness = hasLost ? Completeness.INCOMPLETE : report.completeness();
        Optional<String> doubt = completeness == Completeness.COMPLETE
                ? Optional.empty()
                : Optional.of(text(completeness, hasLost ? LOST : phrases(report)));
        if (completeness == Completeness.INCOMPLETE && reading.failure() == OnIncomplete.FAIL) {
            throw new IncompleteSliceException(
                    doubt.orElse("") + "; to keep the other calls, set onIncomplete to warn");
        }
        doubt.ifPresent(LOG::warn);
        if (watchesOpenCalls || doubt.isPresent()) {
            results.add(openCalls.result(slice.account().name(), slice.toString(), doubt));
        }
    }

    /**
     * Whether calls were dropped that the query selects: if it has no filter, then only the window of a slice can have
     * been unable to judge a call. A stream reads windows anyway.
     */
    private boolean hasLostCallsWithoutATime(ListingReport report) {
        return hasWindow
                && !watchesOpenCalls
                && reading.filters().names().isEmpty()
                && report.doubts().contains(Doubt.UNCLEAR_FILTER);
    }

    private String text(Completeness completeness, String reasons) {
        return "callist: " + slice + " is " + completeness + ": " + reasons;
    }

    private static String phrases(ListingReport report) {
        return report.doubts().stream().sorted().map(Doubt::phrase).collect(Collectors.joining("; "));
    }

    @Override
    public InternalRow get() {
        return row;
    }

    @Override
    public CustomTaskMetric[] currentMetricsValues() {
        return CallMetrics.of(calls.report());
    }

    @Override
    public void close() {
        calls.close();
        lister.close();
    }
}
