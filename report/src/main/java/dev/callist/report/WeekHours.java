package dev.callist.report;

import java.time.DayOfWeek;
import java.util.List;

/**
 * The calls of each hour of the week, by local time. An hour that a change of the clock repeats counts as one, and an
 * hour that it skips has no calls. Immutable.
 *
 * @param hours 168 groups: the 24 hours of Monday first
 */
public record WeekHours(List<CallFigures> hours) {
    /** The hours of a day. */
    public static final int HOURS_OF_A_DAY = 24;

    /** Copies the list. */
    public WeekHours {
        hours = List.copyOf(hours);
        if (hours.size() != DayOfWeek.values().length * HOURS_OF_A_DAY) {
            throw new IllegalArgumentException("a week has 168 hours");
        }
    }

    /**
     * The calls of an hour.
     *
     * @param hour from 0 to 23
     */
    public CallFigures at(DayOfWeek day, int hour) {
        return hours.get(index(day, hour));
    }

    /** The position of an hour in {@link #hours()}. */
    public static int index(DayOfWeek day, int hour) {
        return (day.getValue() - 1) * HOURS_OF_A_DAY + hour;
    }
}
