package dev.callist;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** A clock and a way to wait, replaceable so that tests never sleep. Implementations are thread-safe. */
public interface TimeSource {
    /** The system clock and {@link Thread#sleep}. */
    static TimeSource system() {
        enum SystemTime implements TimeSource {
            INSTANCE;

            @Override
            public Instant now() {
                return Instant.now();
            }

            @Override
            public long nanoTime() {
                return System.nanoTime();
            }

            @Override
            public void sleep(Duration time) throws InterruptedException {
                TimeUnit.NANOSECONDS.sleep(time.toNanos());
            }
        }
        return SystemTime.INSTANCE;
    }

    /** The wall-clock time, for comparing with a server's dates only. */
    Instant now();

    /** A monotonic reading in nanoseconds, like {@link System#nanoTime}; used for deadlines and the rate limit. */
    long nanoTime();

    /** Waits for a time that is not negative; only an interrupt ends the wait early. */
    void sleep(Duration time) throws InterruptedException;
}
