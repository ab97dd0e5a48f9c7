package dev.callist.cli.console;

import org.jspecify.annotations.Nullable;

/**
 * Waiting for another process, which a cancelled command gives up at once. Nothing else is interrupted. Thread-safe.
 */
public final class LockWait {
    private @Nullable Thread waiting;

    private boolean isCancelled;

    /** This thread begins to wait. */
    public synchronized void begin() {
        waiting = Thread.currentThread();
        if (isCancelled) {
            waiting.interrupt();
        }
    }

    /** The wait is over, also if it failed. */
    public synchronized void end() {
        if (waiting != null && isCancelled) {
            Thread.interrupted(); // it was for the wait
        }
        waiting = null;
    }

    /** Ends the wait, and those that follow. */
    public synchronized void cancel() {
        isCancelled = true;
        if (waiting != null) {
            waiting.interrupt();
        }
    }
}
