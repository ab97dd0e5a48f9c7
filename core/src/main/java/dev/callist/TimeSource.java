package dev.callist;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Time and waiting, as an argument: tests inject their own and never sleep. Implementations are thread-safe. */
public interface TimeSource {
    /** The machine's clock and {@link Thread#sleep}. */
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

    /** A monotonic reading in nanoseconds, as {@link System#nanoTime}: deadlines and pace go by it. */
    long nanoTime();

    /** Waits for a time that is not negative; ends early only by an interrupt. */
    void sleep(Duration time) throws InterruptedException;
}
