package dev.callist.internal.http.connection;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okio.AsyncTimeout;

/**
 * Keeps OkHttp's watchdog thread asleep while a body is read. Each read from a connection, of at most 8 KiB, has its
 * own timeout, and a timeout that is earlier than all pending ones wakes the watchdog. This timeout is set first, so it
 * is the earliest, and it does nothing when it expires.
 */
public final class WatchdogHold {
    private final AsyncTimeout first = new AsyncTimeout();

    /** Holds the watchdog until {@link #end}, or until the read timeout has passed. */
    public WatchdogHold(Duration readTimeout) {
        first.timeout(readTimeout.toNanos(), TimeUnit.NANOSECONDS);
        first.enter();
    }

    /** Lets the watchdog sleep as it would otherwise. */
    public void end() {
        first.exit();
    }
}
