package dev.callist.internal.walk;

import dev.callist.ListingListener;
import dev.callist.ListingReport;
import dev.callist.ListingReport.EndReason;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The life of a walk: which thread is using it, whether it was closed, how it has ended, and when the listener is
 * notified. Any thread may close a walk or ask for its end; one thread at a time may read calls from it.
 */
public final class WalkLifecycle {
    private final String provider;
    private final ListingListener listener;
    private final Supplier<ListingReport> report;
    private final AtomicReference<@Nullable Thread> user = new AtomicReference<>();
    private volatile Optional<EndReason> end = Optional.empty();
    private volatile boolean closed;

    /**
     * The life of one walk.
     *
     * @param report the report that the listener gets when the walk has ended
     */
    public WalkLifecycle(String provider, ListingListener listener, Supplier<ListingReport> report) {
        this.provider = provider;
        this.listener = listener;
        this.report = report;
    }

    /** Runs a step of the walk, unless another thread is in one. */
    public <T> T step(Supplier<T> step) {
        if (!user.compareAndSet(null, Thread.currentThread())) {
            throw new IllegalStateException("another thread is using this iterator; give each thread its own");
        }
        try {
            return step.get();
        } finally {
            user.set(null);
        }
    }

    /** Whether the walk was closed. */
    public boolean isClosed() {
        return closed;
    }

    /** How the walk has ended; absent while it is under way. */
    public Optional<EndReason> endReason() {
        return end;
    }

    /** Whether the walk has come to its end, so that no call follows. */
    public boolean isFinished() {
        return end.filter(reason -> reason == EndReason.END_OF_LIST || reason == EndReason.LIMIT)
                .isPresent();
    }

    /** Marks the walk as closed; it ends for this reason unless it has ended before. */
    public void close(Runnable release, Supplier<EndReason> reason) {
        closed = true;
        release.run();
        if (end.isEmpty()) {
            end(reason.get());
        }
    }

    /**
     * Ends the walk and notifies the listener, unless it has ended for the same reason, or was closed and has ended.
     */
    public void end(EndReason reason) {
        synchronized (this) {
            boolean isOver = closed && end.isPresent();
            if (isOver || end.equals(Optional.of(reason))) {
                return;
            }
            end = Optional.of(reason);
        }
        listener.ended(provider, report.get());
    }

    /** A failure is not the end any more once the walk has continued after it. */
    public synchronized void continued() {
        if (!closed) {
            end = Optional.empty();
        }
    }
}
