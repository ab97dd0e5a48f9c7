package dev.callist.cli.console;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lets another thread, such as the one that Ctrl-C starts, end a command and wait until it has cleaned up. Thread-safe.
 */
public final class Cancellation {
    private final CountDownLatch finished = new CountDownLatch(1);
    private @Nullable Runnable action;
    private volatile boolean cancelled;

    /** Sets the action that ends the current work. It runs at once if the command has already been cancelled. */
    public synchronized void whenCancelled(Runnable action) {
        this.action = action;
        if (cancelled) {
            action.run();
        }
    }

    public boolean isCancelled() {
        return cancelled;
    }

    /** Cancels the command. */
    public void cancel() {
        runAction();
    }

    /** Reports that the command has cleaned up. */
    public void finished() {
        finished.countDown();
    }

    /** Cancels the command; if work is in progress, waits for {@link #finished()}, at most this long. */
    public void cancelAndWait(Duration timeout) {
        if (finished.getCount() == 0 || !runAction()) {
            return;
        }
        try {
            finished.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean runAction() {
        cancelled = true;
        if (action == null) {
            return false;
        }
        action.run();
        return true;
    }
}
