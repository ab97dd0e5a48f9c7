package dev.callist.report;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long the timed calls lasted; see {@link CallFigures#timed()}. Immutable.
 *
 * <p>A percentile is the smallest duration that at least this share of the calls does not exceed. It is rounded down to
 * whole seconds, and from 128 seconds on by at most 1.6 % more.
 *
 * @param bands how many calls lasted how long, the shortest first; exact
 * @param median half of the calls lasted at most this long; absent without timed calls, like the next three
 * @param ninetieth the 90th percentile
 * @param ninetyNinth the 99th percentile
 * @param longest the longest duration, exact
 */
public record DurationDistribution(
        List<Band> bands,
        Optional<Duration> median,
        Optional<Duration> ninetieth,
        Optional<Duration> ninetyNinth,
        Optional<Duration> longest) {
    /** Copies the list. */
    public DurationDistribution {
        bands = List.copyOf(bands);
    }

    /**
     * The calls whose duration is in a range.
     *
     * @param from the shortest duration, inclusive
     * @param before the end of the range, exclusive; absent for the last band
     * @param calls how many calls
     */
    public record Band(Duration from, Optional<Duration> before, long calls) {}
}
