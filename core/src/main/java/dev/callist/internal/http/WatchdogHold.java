package dev.callist.internal.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okio.AsyncTimeout;

/**
 * Spares OkHttp's watchdog thread work while a body is read. Each read from a connection, of 8 KiB at most, has a
 * timeout of its own, and the watchdog is woken by each timeout that is earlier than all pending ones. This one is
 * earlier than all of them, because it was set first, and does nothing when it expires.
 */
final class WatchdogHold {
    private final AsyncTimeout first = new AsyncTimeout();

    /** Holds the watchdog until {@link #end}, or until the read timeout has passed. */
    WatchdogHold(Duration readTimeout) {
        first.timeout(readTimeout.toNanos(), TimeUnit.NANOSECONDS);
        first.enter();
    }

    void end() {
        first.exit();
    }
}
