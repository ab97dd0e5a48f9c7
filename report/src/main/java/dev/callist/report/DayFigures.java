package dev.callist.report;

import dev.callist.CallStatus;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The calls of a local day. Immutable.
 *
 * @param figures of all calls of the day
 * @param statuses how many calls have each status; statuses without calls are left out
 */
public record DayFigures(CallFigures figures, Map<CallStatus, Long> statuses) {
    /** A day without calls. */
    public static final DayFigures NONE = new DayFigures(CallFigures.NONE, Map.of());

    /** Copies the map. */
    public DayFigures {
        EnumMap<CallStatus, Long> copy = new EnumMap<>(CallStatus.class);
        copy.putAll(statuses);
        statuses = Collections.unmodifiableMap(copy);
    }

    /** The calls of both days together. */
    public DayFigures plus(DayFigures more) {
        Map<CallStatus, Long> sums = new EnumMap<>(CallStatus.class);
        sums.putAll(statuses);
        more.statuses.forEach((status, count) -> sums.merge(status, count, Long::sum));
        return new DayFigures(figures.plus(more.figures), sums);
    }
}
