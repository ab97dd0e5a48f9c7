package dev.callist.testkit;

import dev.callist.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A clock that moves only when it is advanced. Waiting advances it immediately, and the waits are recorded.
 * Thread-safe.
 */
public final class ManualTime implements TimeSource {
    private final Instant start;
    private final List<Duration> slept = new ArrayList<>();
    private Duration passed = Duration.ZERO;

    private ManualTime(Instant start) {
        this.start = start;
    }

    /** A clock that shows this instant. */
    public static ManualTime startingAt(Instant start) {
        return new ManualTime(Objects.requireNonNull(start, "start"));
    }

    @Override
    public synchronized Instant now() {
        return start.plus(passed);
    }

    /** The time that has passed since the start, in nanoseconds. */
    @Override
    public synchronized long nanoTime() {
        return passed.toNanos();
    }

    /** Records the wait and advances the clock by it, without waiting. */
    @Override
    public synchronized void sleep(Duration time) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted before a wait");
        }
        advance(time);
        slept.add(time);
    }

    /** Advances the clock without recording a wait. */
    public synchronized void advance(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("time does not go back");
        }
        passed = passed.plus(time);
    }

    /** All waits so far, in order. */
    public synchronized List<Duration> slept() {
        return List.copyOf(slept);
    }

    /** The instant shown and the number of waits. */
    @Override
    public synchronized String toString() {
        return "ManualTime[" + now() + ", " + slept.size() + " waits]";
    }
}
