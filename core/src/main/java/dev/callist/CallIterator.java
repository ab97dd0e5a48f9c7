package dev.callist;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
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

    /**
     * The next calls. After it, {@link #resumePoint()} is the position after the last of them, so that a program can
     * store both in one transaction. A failure after the first call ends the batch early; the next batch tries the same
     * page again.
     *
     * @param most at least 1
     * @return as many calls as requested, fewer at the end of the list or before a failure, and none after the end
     * @throws CallListException when the next page cannot be fetched and the batch is still empty
     */
    default List<Call> nextBatch(int most) {
        if (most < 1) {
            throw CallListException.invalidConfig("batch", "a batch must have at least 1 call");
        }
        List<Call> batch = new ArrayList<>();
        try {
            while (batch.size() < most && hasNext()) {
                batch.add(next());
            }
        } catch (CallListException e) {
            if (batch.isEmpty()) {
                throw e;
            }
        }
        return Collections.unmodifiableList(batch);
    }

    /** The position right after the last call that was returned. */
    ResumePoint resumePoint();

    /** The counters so far; final once the walk has ended. */
    ListingReport report();

    /** Ends the walk and cancels its running requests. Idempotent. */
    @Override
    void close();
}
