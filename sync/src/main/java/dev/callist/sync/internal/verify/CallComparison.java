package dev.callist.sync.internal.verify;

import dev.callist.CallIterator;
import dev.callist.sync.CallColumn;
import dev.callist.sync.CallDifference;
import dev.callist.sync.CallDifference.Kind;
import dev.callist.sync.CallId;
import dev.callist.sync.CallRow;
import dev.callist.sync.StoredCall;
import dev.callist.sync.TimeRange;
import dev.callist.sync.VerificationReport;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Compares the calls of a copy, as they are added, with a list that is read down to the same time. Calls wait for their
 * counterpart until the end, so that the order of either side does not matter for the result, but for memory. Not
 * thread-safe.
 */
public final class CallComparison {
    private static final int MAX_IN_SEARCH = 1000;

    private final CallIterator listed;
    private final String account;
    private final DayCounts days;
    private final Consumer<CallDifference> differences;
    private final Map<CallId, CallRow> onlyCopied = new LinkedHashMap<>();
    private final Map<CallId, CallRow> onlyListed = new LinkedHashMap<>();
    private Optional<Instant> latest = Optional.empty();
    private @Nullable CallRow nextListed;

    /**
     * A comparison with a list that has not been read yet.
     *
     * @param account of listed calls that have none
     */
    public CallComparison(CallIterator listed, String account, ZoneId zone, Consumer<CallDifference> differences) {
        this.listed = listed;
        this.account = account;
        this.days = new DayCounts(zone);
        this.differences = differences;
    }

    /** Ignores calls on both sides that were created after this instant, from now on. */
    public CallComparison upTo(Optional<Instant> latestCreation) {
        this.latest = latestCreation;
        return this;
    }

    private boolean isIgnored(CallRow row) {
        Instant createdAt = (Instant) row.get(CallColumn.CREATED_AT);
        return createdAt != null && latest.filter(createdAt::isAfter).isPresent();
    }

    /** Adds a call of a store, unless it is missing. */
    public void addStored(StoredCall call) {
        if (call.missingSince().isEmpty()) {
            add(call.row());
        }
    }

    /** Adds a call of the copy. */
    public void add(CallRow copied) {
        if (isIgnored(copied)) {
            return;
        }
        readListDownTo((Instant) copied.get(CallColumn.CREATED_AT));
        days.addCopied(copied);
        CallRow counterpart = onlyListed.remove(copied.id());
        if (counterpart == null) {
            onlyCopied.put(copied.id(), copied);
        } else {
            compare(counterpart, copied);
        }
    }

    /** Reads the rest of the list, and reports what is on one side only. */
    public void finish(StoredFinder finder) {
        readListDownTo(null);
        List<CallRow> rest = new ArrayList<>(onlyListed.values());
        for (int start = 0; start < rest.size(); start += MAX_IN_SEARCH) {
            search(rest.subList(start, Math.min(rest.size(), start + MAX_IN_SEARCH)), finder);
        }
        onlyCopied.values().forEach(row -> report(row, Kind.ONLY_IN_COPY, Set.of()));
    }

    /** Looks for calls that the copy has outside of the window, or for another source. */
    private void search(List<CallRow> rows, StoredFinder finder) {
        Map<CallId, StoredCall> found =
                finder.find(rows.stream().map(CallRow::id).toList());
        for (CallRow row : rows) {
            StoredCall stored = found.get(row.id());
            if (stored == null || stored.missingSince().isPresent()) {
                report(row, Kind.ONLY_IN_LIST, Set.of());
            } else {
                days.addCopied(stored.row());
                compare(row, stored.row());
            }
        }
    }

    /** The result. */
    public VerificationReport report(TimeRange range) {
        return new VerificationReport(range, days.days(), listed.report());
    }

    /**
     * Reads listed calls until one is older.
     *
     * @param at null to read all
     */
    private void readListDownTo(@Nullable Instant at) {
        while (nextListed != null || listed.hasNext()) {
            CallRow row = nextListed == null ? CallRow.of(listed.next(), account) : nextListed;
            nextListed = row;
            Instant createdAt = (Instant) row.get(CallColumn.CREATED_AT);
            if (at != null && createdAt != null && createdAt.isBefore(at)) {
                return;
            }
            nextListed = null;
            addListed(row);
        }
    }

    private void addListed(CallRow row) {
        if (isIgnored(row)) {
            return;
        }
        days.addListed(row);
        CallRow counterpart = onlyCopied.remove(row.id());
        if (counterpart == null) {
            onlyListed.put(row.id(), row);
        } else {
            compare(row, counterpart);
        }
    }

    private void compare(CallRow row, CallRow copied) {
        Set<CallColumn> columns = row.differences(copied);
        if (copied.get(CallColumn.RAW) == null) {
            columns.remove(CallColumn.RAW);
        }
        if (!columns.isEmpty()) {
            report(row, Kind.DIFFERENT, columns);
        }
    }

    private void report(CallRow row, Kind kind, Set<CallColumn> columns) {
        days.addDifference(row, kind);
        differences.accept(new CallDifference(row.id(), kind, days.day(row), columns));
    }
}
