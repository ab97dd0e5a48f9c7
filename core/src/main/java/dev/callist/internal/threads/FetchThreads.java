package dev.callist.internal.threads;

import dev.callist.CallListException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The threads of one walk or client. Each fetches page after page, and ends after a second without work. Thread-safe. */
public final class FetchThreads implements AutoCloseable {
    private final ThreadPoolExecutor pool = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), FetchThread::new);

    /**
     * Begins a fetch.
     *
     * @param whenClosed called when the lister is closed while the fetch waits for it
     * @return the running fetch; after it is cancelled with an interrupt, it sends no further request
     */
    public Future<?> begin(Runnable fetch, Consumer<CallListException> whenClosed) {
        FutureTask<?> task = FetchThread.future(fetch, whenClosed);
        pool.execute(task);
        return task;
    }

    /** Lets the threads end; fetches that are running continue. */
    @Override
    public void close() {
        pool.shutdown();
    }
}
