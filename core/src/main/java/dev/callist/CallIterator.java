package dev.callist;

import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * A walk through a list. Only one thread may use it at a time, otherwise it throws {@link IllegalStateException}.
 * {@link #close()}, {@link #resumePoint()} and {@link #report()} may be called from any thread at any moment.
 *
 * <p>The position advances only when a call is returned. After a failure, {@link #hasNext()} and {@link #next()} try
 * the same page again without repeating a call; only CLOSED is final.
 */
public interface CallIterator extends Iterator<Call>, AutoCloseable {
    /**
     * Whether a call follows; may fetch pages.
     *
     * @throws CallListException when the next page cannot be fetched
     */
    @Override
    boolean hasNext();

    /**
     * The next call.
     *
     * @throws CallListException when the next page cannot be fetched
     * @throws NoSuchElementException at the end
     */
    @Override
    Call next();

    /** The position right after the last call that was returned. */
    ResumePoint resumePoint();

    /** The counters so far; final once the walk has ended. */
    ListingReport report();

    /** Ends the walk and cancels its running requests. Idempotent. */
    @Override
    void close();
}
