package dev.callist.sync.internal.verify;

import dev.callist.sync.CallColumn;
import dev.callist.sync.CallDifference.Kind;
import dev.callist.sync.CallRow;
import dev.callist.sync.VerificationReport.Day;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Counts calls by the local day of their creation. Not thread-safe. */
final class DayCounts {
    /** Calls without a time come last. */
    private static final LocalDate UNDATED = LocalDate.MAX;

    private final ZoneId zone;
    private final TreeMap<LocalDate, Day> days = new TreeMap<>();

    DayCounts(ZoneId zone) {
        this.zone = zone;
    }

    /** The local day of a call; absent if it has no time. */
    Optional<LocalDate> day(CallRow row) {
        return Optional.ofNullable((Instant) row.get(CallColumn.CREATED_AT))
                .map(at -> at.atZone(zone).toLocalDate());
    }

    void addCopied(CallRow row) {
        add(day(row), new Day(Optional.empty(), 1, 0, 0, 0, 0));
    }

    void addListed(CallRow row) {
        add(day(row), new Day(Optional.empty(), 0, 1, 0, 0, 0));
    }

    void addDifference(CallRow row, Kind kind) {
        add(
                day(row),
                switch (kind) {
                    case ONLY_IN_COPY -> new Day(Optional.empty(), 0, 0, 1, 0, 0);
                    case ONLY_IN_LIST -> new Day(Optional.empty(), 0, 0, 0, 1, 0);
                    case DIFFERENT -> new Day(Optional.empty(), 0, 0, 0, 0, 1);
                });
    }

    private void add(Optional<LocalDate> date, Day counts) {
        days.merge(date.orElse(UNDATED), new Day(date, 0, 0, 0, 0, 0).plus(counts), Day::plus);
    }

    /** All days that have calls, in their order. */
    List<Day> days() {
        return List.copyOf(days.values());
    }
}
