package dev.callist.internal.check;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The time zone of a server's bare dates, and which of the first and the last one it includes.
 *
 * @param zone the zone of its days
 * @param excludesFirst whether the first day is not listed
 * @param daysAfterLast how many days after the last one are listed; -1 if the last one is not
 */
record DayZone(ZoneOffset zone, boolean excludesFirst, int daysAfterLast) {
    private static final long QUARTER = Duration.ofMinutes(15).toSeconds();
    private static final long DAY = Duration.ofDays(1).toSeconds();
    private static final long EASTERNMOST = Duration.ofHours(14).toSeconds();
    private static final long WESTERNMOST = Duration.ofHours(-12).toSeconds();

    /**
     * Infers the days from what was listed. Returns every reading that fits: none unless calls were created within 15
     * minutes of both ends, and two near the date line, where a day more at one end looks like a zone 24 hours away.
     *
     * @param first the first day that was requested
     * @param last the last day that was requested
     * @param oldest the creation time of the oldest call that was listed
     * @param newest the creation time of the newest call that was listed
     */
    static List<DayZone> of(LocalDate first, LocalDate last, Instant oldest, Instant newest) {
        long start = Math.floorDiv(oldest.getEpochSecond(), QUARTER) * QUARTER;
        long end = (Math.floorDiv(newest.getEpochSecond(), QUARTER) + 1) * QUARTER;
        return Stream.of(false, true)
                .flatMap(excludesFirst -> of(excludesFirst, startOf(first) - start, end - startOf(last)).stream())
                .toList();
    }

    /**
     * The days for one reading of the first day.
     *
     * @param beforeFirst how many seconds before the start of the first day in UTC the listed ones start
     * @param afterLast how many seconds after the start of the last day in UTC the listed ones end
     */
    private static Optional<DayZone> of(boolean excludesFirst, long beforeFirst, long afterLast) {
        long offset = beforeFirst + (excludesFirst ? DAY : 0);
        long extra = afterLast + offset - DAY;
        boolean isZone = offset >= WESTERNMOST && offset <= EASTERNMOST;
        return isZone && extra % DAY == 0 && Math.abs(extra) <= DAY
                ? Optional.of(new DayZone(ZoneOffset.ofTotalSeconds((int) offset), excludesFirst, (int) (extra / DAY)))
                : Optional.empty();
    }

    private static long startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    }

    /** Whether the days that were requested are listed. */
    boolean includesBoth() {
        return !excludesFirst && daysAfterLast >= 0;
    }

    /** The zone and the ends, in words. */
    @Override
    public String toString() {
        return "days in UTC" + (zone.equals(ZoneOffset.UTC) ? "" : zone.getId())
                + (excludesFirst ? ", the first one excluded" : "") + ", the last one "
                + (daysAfterLast < 0 ? "excluded" : "included") + (daysAfterLast > 0 ? ", and the day after it" : "");
    }
}
