package dev.callist.internal.threads;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The threads of one walk or client. Each fetches page after page, and ends after a second without work. Thread-safe.
 */
public final class FetchThreads implements AutoCloseable {
    private final ThreadPoolExecutor pool;

    /** Threads that this factory creates, once they are needed. */
    public FetchThreads(ThreadFactory factory) {
        this.pool = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> thread(factory, work));
    }

    @SuppressWarnings("ConstantValue") // the factory is a user's
    private static Thread thread(ThreadFactory factory, Runnable work) {
        Thread thread = factory.newThread(work);
        if (thread == null) {
            throw CallListException.of(Kind.INVALID_CONFIG, "options")
                    .detail("threadFactory created no thread")
                    .build()
                    .asException();
        }
        return thread;
    }

    /**
     * Begins a fetch.
     *
     * @param whenClosed called when the lister is closed while the fetch waits for it
     * @return the running fetch
     */
    public FetchTask begin(Runnable fetch, Consumer<CallListException> whenClosed) {
        FetchTask task = new FetchTask(fetch, whenClosed);
        pool.execute(task);
        return task;
    }

    /** Runs work that fetches nothing itself. */
    public void run(Runnable work) {
        pool.execute(work);
    }

    /** Lets the threads end; fetches that are running continue. */
    @Override
    public void close() {
        pool.shutdown();
    }
}
