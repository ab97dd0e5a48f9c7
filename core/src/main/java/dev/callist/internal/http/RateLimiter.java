package dev.callist.internal.http;

import java.time.Duration;
import java.util.OptionalDouble;

/** Spaces requests evenly over time, and delays all of them when the server asks one to wait. Thread-safe. */
final class RateLimiter {
    private static final double NANOS_A_SECOND = 1e9;

    private final long interval;
    private long next;
    private boolean started;

    RateLimiter(OptionalDouble requestsPerSecond) {
        this.interval = requestsPerSecond.isPresent() ? (long) (NANOS_A_SECOND / requestsPerSecond.getAsDouble()) : 0;
    }

    /** Takes the next free moment and returns the time until then. */
    synchronized Duration reserve(long now) {
        long moment = started && next - now > 0 ? next : now;
        started = true;
        next = moment + interval;
        return Duration.ofNanos(moment - now);
    }

    /** Delays all further requests until some time has passed. */
    synchronized void hold(long now, Duration time) {
        long end = now + time.toNanos();
        next = started && next - end > 0 ? next : end;
        started = true;
    }
}
