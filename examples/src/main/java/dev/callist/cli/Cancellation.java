package dev.callist.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Lets another thread, such as the one that Ctrl-C starts, end a run and wait until it has tidied up. */
final class Cancellation {
    private final CountDownLatch finished = new CountDownLatch(1);
    private @Nullable Runnable action;
    private volatile boolean cancelled;

    /** What ends the work under way; it runs at once when the run has been cancelled already. */
    synchronized void whenCancelled(Runnable action) {
        this.action = action;
        if (cancelled) {
            action.run();
        }
    }

    boolean isCancelled() {
        return cancelled;
    }

    void cancel() {
        stop();
    }

    /** Says that the run has tidied up. */
    void finished() {
        finished.countDown();
    }

    /** Cancels, and waits for {@link #finished()} when there was something under way. */
    void cancelAndWait(Duration most) {
        if (finished.getCount() == 0 || !stop()) {
            return;
        }
        try {
            finished.await(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean stop() {
        cancelled = true;
        if (action == null) {
            return false;
        }
        action.run();
        return true;
    }
}
