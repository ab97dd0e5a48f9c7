package dev.callist.internal.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okio.AsyncTimeout;

/**
 * Spares OkHttp's watchdog thread work while a body is read. Each piece that a connection is read by, 8 KiB at most, has a
 * timeout of its own, and the watchdog is woken for each that ends before all others that are pending. This one ends before
 * them, as it was there first, and nothing comes of it when it does.
 */
final class WatchdogHold {
    private final AsyncTimeout first = new AsyncTimeout();

    /** Spares it until {@link #end}, or until the time has passed that may go by without a byte. */
    WatchdogHold(Duration readTimeout) {
        first.timeout(readTimeout.toNanos(), TimeUnit.NANOSECONDS);
        first.enter();
    }

    void end() {
        first.exit();
    }
}
