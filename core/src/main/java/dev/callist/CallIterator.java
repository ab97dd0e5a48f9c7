package dev.callist;

import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * A walk through a list. One thread uses it at a time, else {@link IllegalStateException}; {@link #close()},
 * {@link #resumePoint()} and {@link #report()} may be called from any thread at any moment.
 *
 * <p>The place moves on only after a call has been handed over. After a failure, {@link #hasNext()} and {@link #next()} try
 * the same page again and repeat no call; only CLOSED stays.
 */
public interface CallIterator extends Iterator<Call>, AutoCloseable {
    /**
     * Whether a call follows; may fetch pages.
     *
     * @throws CallListException when the next page cannot be had
     */
    @Override
    boolean hasNext();

    /**
     * The next call.
     *
     * @throws CallListException when the next page cannot be had
     * @throws NoSuchElementException at the end
     */
    @Override
    Call next();

    /** The place right after the last call handed over. */
    ResumePoint resumePoint();

    /** The counters so far; final once the walk has ended. */
    ListingReport report();

    /** Ends the walk and stops what is under way. Idempotent. */
    @Override
    void close();
}
