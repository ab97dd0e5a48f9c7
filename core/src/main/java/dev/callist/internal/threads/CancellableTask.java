package dev.callist.internal.threads;

/** A task that blocks, and that another thread can break off where an interrupt alone would not. */
public interface CancellableTask<T> {
    /**
     * Runs the task on the current thread, once.
     *
     * @throws InterruptedException when the thread was interrupted while the task waited
     */
    T run() throws InterruptedException;

    /** Breaks off what the task is doing, and makes it do nothing further. Called by any thread, at any time. */
    void cancel();
}
