package dev.callist.internal.threads;

import dev.callist.CallListException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A daemon thread that sends requests and reads their responses. Reading from a connection ignores interrupts; on this thread
 * an interrupt also cancels the running task, so that no second thread is needed to wait for it.
 */
public final class FetchThread extends Thread {
    private @Nullable CancellableTask<?> task;
    private volatile Consumer<CallListException> whenClosed = failure -> {};

    /** A thread that has not started. */
    public FetchThread(Runnable work) {
        super(work, "callist-page");
        setDaemon(true);
    }

    /** A fetch that runs on a thread of this kind; {@code whenClosed} is called when its lister is closed meanwhile. */
    static FutureTask<?> future(Runnable fetch, Consumer<CallListException> whenClosed) {
        return new FutureTask<>(
                () -> {
                    FetchThread thread = (FetchThread) currentThread();
                    thread.whenClosed = whenClosed;
                    try {
                        fetch.run();
                    } finally {
                        thread.whenClosed = failure -> {};
                    }
                },
                null);
    }

    /** Runs a task on this thread, which must be the current one. */
    public <T> T run(CancellableTask<T> run) throws InterruptedException {
        use(run);
        try {
            return run.run();
        } finally {
            use(null);
        }
    }

    /** Cancels the task and reports the reason at once, even while the thread runs code that ignores interrupts. */
    public void close(CallListException failure) {
        interrupt();
        whenClosed.accept(failure);
    }

    private synchronized void use(@Nullable CancellableTask<?> used) {
        task = used;
        if (used != null && isInterrupted()) {
            used.cancel();
        }
    }

    @Override
    public void interrupt() {
        super.interrupt();
        CancellableTask<?> running;
        synchronized (this) {
            running = task;
        }
        if (running != null) {
            running.cancel();
        }
    }
}
