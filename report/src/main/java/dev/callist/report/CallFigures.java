package dev.callist.report;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * The figures of a group of calls. Immutable.
 *
 * @param calls all calls of the group
 * @param attempts calls whose outcome is known: COMPLETED, IN_PROGRESS, BUSY, NO_ANSWER, FAILED or CANCELED
 * @param answered calls that were answered: COMPLETED or IN_PROGRESS. The answer time is not used, because some
 *     providers set it on calls that were not answered
 * @param timed calls that are COMPLETED and have a duration, of 366 days at most
 * @param talked the sum of the durations of the timed calls
 * @param cost the sum of the prices by currency. A price counts as a magnitude, because providers differ in its sign;
 *     calls of every status count
 */
public record CallFigures(
        long calls, long attempts, long answered, long timed, Duration talked, Map<String, BigDecimal> cost) {
    /** No calls. */
    public static final CallFigures NONE = new CallFigures(0, 0, 0, 0, Duration.ZERO, Map.of());

    private static final double SECONDS_OF_A_MINUTE = 60;

    /** Copies the map, in the order of the currencies. */
    public CallFigures {
        cost = Collections.unmodifiableMap(new TreeMap<>(cost));
    }

    /** The answer-seizure ratio: answered calls divided by attempts, from 0 to 1. Absent without attempts. */
    public OptionalDouble answerRate() {
        return attempts == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) answered / attempts);
    }

    /** The average call duration: {@link #talked()} divided by the timed calls. Absent without timed calls. */
    public Optional<Duration> averageDuration() {
        return timed == 0 ? Optional.empty() : Optional.of(talked.dividedBy(timed));
    }

    /** {@link #talked()} in minutes, not rounded. A provider's bill may round each call up. */
    public double minutes() {
        return (talked.getSeconds() + talked.getNano() / 1e9) / SECONDS_OF_A_MINUTE;
    }

    /** The figures of both groups together. */
    public CallFigures plus(CallFigures more) {
        Map<String, BigDecimal> sums = new TreeMap<>(cost);
        more.cost.forEach((currency, amount) -> sums.merge(currency, amount, BigDecimal::add));
        return new CallFigures(
                calls + more.calls,
                attempts + more.attempts,
                answered + more.answered,
                timed + more.timed,
                talked.plus(more.talked),
                sums);
    }
}
