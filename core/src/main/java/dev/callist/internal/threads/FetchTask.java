package dev.callist.internal.threads;

import dev.callist.CallListException;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A fetch that runs on a thread of its own, whatever kind of thread that is. Reading from a connection ignores
 * interrupts, so cancelling the fetch also cancels the request that it runs, and no second thread has to wait for it.
 * Thread-safe.
 */
public final class FetchTask extends FutureTask<@Nullable Void> {
    private static final ThreadLocal<@Nullable FetchTask> CURRENT = new ThreadLocal<>();

    private final Consumer<CallListException> whenClosed;

    @GuardedBy("this")
    private @Nullable CancellableTask<?> running;

    /** A fetch that has not started; {@code whenClosed} is called when its lister is closed while it runs. */
    public FetchTask(Runnable fetch, Consumer<CallListException> whenClosed) {
        super(fetch, null);
        this.whenClosed = whenClosed;
    }

    /** The fetch that the current thread runs; absent on a thread that runs none. */
    public static Optional<FetchTask> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    @Override
    public void run() {
        CURRENT.set(this);
        try {
            super.run();
        } finally {
            CURRENT.remove();
        }
    }

    /** Runs a part of this fetch on the current thread, which must be the one that runs this fetch. */
    public <T> T run(CancellableTask<T> part) throws InterruptedException {
        use(part);
        try {
            return part.run();
        } finally {
            use(null);
        }
    }

    /** Interrupts the thread and cancels its request. Afterwards this fetch sends no further request. */
    @Override
    public boolean cancel(boolean mayInterrupt) {
        boolean isCancelledNow = super.cancel(mayInterrupt);
        CancellableTask<?> part = running();
        if (part != null) {
            part.cancel();
        }
        return isCancelledNow;
    }

    /** Cancels the fetch and reports the reason at once, even while its thread runs code that ignores interrupts. */
    public void close(CallListException reason) {
        cancel(true);
        whenClosed.accept(reason);
    }

    private synchronized @Nullable CancellableTask<?> running() {
        return running;
    }

    private void use(@Nullable CancellableTask<?> part) {
        synchronized (this) {
            running = part;
        }
        if (part != null && isCancelled()) {
            part.cancel();
        }
    }
}
