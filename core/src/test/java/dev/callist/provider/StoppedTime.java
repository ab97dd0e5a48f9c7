package dev.callist.provider;

import dev.callist.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A clock that advances only by waiting and records every wait. */
public final class StoppedTime implements TimeSource {
    public static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    private final List<Duration> slept = new ArrayList<>();
    private Duration passed = Duration.ZERO;

    @Override
    public synchronized Instant now() {
        return START.plus(passed);
    }

    @Override
    public synchronized long nanoTime() {
        return passed.toNanos();
    }

    @Override
    public synchronized void sleep(Duration time) {
        passed = passed.plus(time);
        slept.add(time);
    }

    public synchronized List<Duration> slept() {
        return List.copyOf(slept);
    }
}
