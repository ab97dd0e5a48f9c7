package dev.callist.internal;

import java.time.Duration;
import java.util.OptionalDouble;

/** Spaces requests evenly over time. Thread-safe. */
final class Pace {
    private static final double NANOS_A_SECOND = 1e9;

    private final long interval;
    private long next;
    private boolean started;

    Pace(OptionalDouble requestsPerSecond) {
        this.interval = requestsPerSecond.isPresent() ? (long) (NANOS_A_SECOND / requestsPerSecond.getAsDouble()) : 0;
    }

    /** Takes the next free moment and says how far off it is. */
    synchronized Duration reserve(long now) {
        if (interval == 0) {
            return Duration.ZERO;
        }
        long moment = started && next - now > 0 ? next : now;
        started = true;
        next = moment + interval;
        return Duration.ofNanos(moment - now);
    }
}
