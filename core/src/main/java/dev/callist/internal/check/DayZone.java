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
 * @param includesLast whether the last day is listed too
 */
record DayZone(ZoneOffset zone, boolean includesLast) {
    private static final long QUARTER = Duration.ofMinutes(15).toSeconds();
    private static final Duration EASTERNMOST = Duration.ofHours(14);
    private static final Duration WESTERNMOST = Duration.ofHours(-12);

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
        Duration offset = Duration.ofSeconds(first.atStartOfDay(ZoneOffset.UTC).toEpochSecond() - start);
        long lastDay = last.atStartOfDay(ZoneOffset.UTC).toEpochSecond() - offset.toSeconds();
        boolean isExcluded = end == lastDay;
        boolean isIncluded = end == lastDay + Duration.ofDays(1).toSeconds();
        boolean isZone = offset.compareTo(WESTERNMOST) >= 0 && offset.compareTo(EASTERNMOST) <= 0;
        return isZone && (isExcluded || isIncluded)
                ? Optional.of(new DayZone(ZoneOffset.ofTotalSeconds((int) offset.toSeconds()), isIncluded))
                : Optional.empty();
    }

    /** The zone and the last day, in words. */
    @Override
    public String toString() {
        return "days of UTC" + (zone.equals(ZoneOffset.UTC) ? "" : zone.getId()) + ", the last one "
                + (includesLast ? "included" : "excluded");
    }
}
