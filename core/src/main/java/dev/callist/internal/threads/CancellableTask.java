package dev.callist.internal.threads;

/** A blocking task that another thread can cancel where an interrupt alone has no effect. */
public interface CancellableTask<T> {
    /**
     * Runs the task on the current thread, once.
     *
     * @throws InterruptedException when the thread was interrupted while the task waited
     */
    T run() throws InterruptedException;

    /** Cancels the task, now or before it runs. Called by any thread at any time. */
    void cancel();
}
