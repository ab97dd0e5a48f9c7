package dev.callist.internal.check;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What a server means by bare dates.
 *
 * @param zone the zone of its days
 * @param startsLate whether the first day is not listed
 * @param daysAfterLast how many days after the last one are listed; -1 if the last one is not
 */
record DayZone(ZoneOffset zone, boolean startsLate, int daysAfterLast) {
    private static final long QUARTER = Duration.ofMinutes(15).toSeconds();
    private static final long DAY = Duration.ofDays(1).toSeconds();
    private static final long EASTERNMOST = Duration.ofHours(14).toSeconds();
    private static final long WESTERNMOST = Duration.ofHours(-12).toSeconds();

    /**
     * The days that were listed; absent unless calls stand so close to both ends that only one answer fits.
     *
     * @param first the first day that was requested
     * @param last the last day that was requested
     * @param oldest the creation time of the oldest call that was listed
     * @param newest the creation time of the newest call that was listed
     */
    static Optional<DayZone> of(LocalDate first, LocalDate last, Instant oldest, Instant newest) {
        long start = Math.floorDiv(oldest.getEpochSecond(), QUARTER) * QUARTER;
        long end = (Math.floorDiv(newest.getEpochSecond(), QUARTER) + 1) * QUARTER;
        long usual = startOf(first) - start;
        boolean startsLate = usual < WESTERNMOST;
        long offset = startsLate ? usual + DAY : usual;
        long afterLast = end + offset - startOf(last) - DAY;
        boolean isZone = offset >= WESTERNMOST && offset <= EASTERNMOST;
        return isZone && afterLast % DAY == 0 && Math.abs(afterLast) <= DAY
                ? Optional.of(new DayZone(ZoneOffset.ofTotalSeconds((int) offset), startsLate, (int) (afterLast / DAY)))
                : Optional.empty();
    }

    private static long startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    }

    /** Whether the days that were requested are listed. */
    boolean includesBoth() {
        return !startsLate && daysAfterLast >= 0;
    }

    /** The zone and the ends, in words. */
    @Override
    public String toString() {
        return "days of UTC" + (zone.equals(ZoneOffset.UTC) ? "" : zone.getId())
                + (startsLate ? ", the first one excluded" : "") + ", the last one "
                + (daysAfterLast < 0 ? "excluded" : "included") + (daysAfterLast > 0 ? ", and the day after it" : "");
    }
}
