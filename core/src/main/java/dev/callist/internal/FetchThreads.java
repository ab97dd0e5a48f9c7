package dev.callist.internal;

import dev.callist.CallListException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The threads of one walk or client: each fetches page after page, and ends after a second without any. Thread-safe. */
public final class FetchThreads implements AutoCloseable {
    private final ThreadPoolExecutor pool = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), FetchThread::new);

    /**
     * Begins a fetch.
     *
     * @param closed told when its lister is closed while the fetch waits for it
     * @return to break it off: cancelled with an interrupt it sends nothing any more
     */
    public Future<?> begin(Runnable fetch, Consumer<CallListException> closed) {
        FutureTask<?> task = FetchThread.task(fetch, closed);
        pool.execute(task);
        return task;
    }

    /** Lets the threads end; what is being fetched goes on. */
    @Override
    public void close() {
        pool.shutdown();
    }
}
