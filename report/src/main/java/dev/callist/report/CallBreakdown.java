package dev.callist.report;

import dev.callist.CallDirection;
import dev.callist.CallStatus;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The calls, grouped by a common property. Groups without calls are left out. Immutable.
 *
 * @param days by local day of creation, the earliest first; at most 3,660 days. Calls without a creation time, and
 *     calls of further days, belong to no day; see {@link DataQuality.MissingValues}
 * @param weekHours by local hour and day of the week
 * @param providers by provider, the one with the most calls first; at most 100, and the calls of all others as {@code
 *     (other)}
 * @param directions by direction
 * @param statuses by status
 */
public record CallBreakdown(
        SortedMap<LocalDate, DayFigures> days,
        WeekHours weekHours,
        Map<String, CallFigures> providers,
        Map<CallDirection, CallFigures> directions,
        Map<CallStatus, CallFigures> statuses) {
    /** Copies the maps. */
    public CallBreakdown {
        days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
        providers = Collections.unmodifiableMap(new LinkedHashMap<>(providers));
        EnumMap<CallDirection, CallFigures> byDirection = new EnumMap<>(CallDirection.class);
        byDirection.putAll(directions);
        directions = Collections.unmodifiableMap(byDirection);
        EnumMap<CallStatus, CallFigures> byStatus = new EnumMap<>(CallStatus.class);
        byStatus.putAll(statuses);
        statuses = Collections.unmodifiableMap(byStatus);
    }
}
