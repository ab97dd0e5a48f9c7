package dev.callist;

import java.time.Duration;
import java.util.stream.Stream;

/**
 * The calls that a query asks for, not fetched yet. Immutable: each setting returns a new listing, and all of them apply
 * to a resumed one too. Every iterator and stream is an independent walk from the start.
 */
public interface CallListing extends Iterable<Call> {
    /** Starts a walk. It need not be closed once it has come to its end; before that, closing it stops what is under way. */
    @Override
    CallIterator iterator();

    /** A walk as a sequential stream; closing the stream ends the walk. Its report goes to the listener. */
    Stream<Call> stream();

    /**
     * Hands over this many calls at most, and requests no page beyond the one that satisfies it.
     *
     * @param calls 0 or more; 0 makes no request
     */
    CallListing limit(long calls);

    /**
     * How many pages are fetched before they are asked for: while the calls of the page before are being handed over, and while
     * an answer that has come is being read. With {@link #concurrency} 1 the next request waits for the whole answer before it.
     * Where the window's start is not the server's to apply, it waits until that answer has been read. It may turn out not to be
     * needed where the answer cannot be read.
     *
     * @param pages 0 or more; 1 by default
     */
    CallListing readAhead(int pages);

    /**
     * How many requests may be under way at once; the calls and their order are the same as with 1, the default. Up to twice as
     * many pages are held in memory, whatever {@link #readAhead} says. The pace limit and a server's {@code Retry-After} hold
     * for all of them together.
     *
     * <p>Where a list is split by another time than the creation, calls whose two times lie far apart may come out of order; none
     * is left out, and the report says that the order did not hold.
     *
     * @param requests 1 or more; a lister that cannot serve so many for a query stays at what its {@link QueryPlan} says
     */
    CallListing concurrency(int requests);

    /** Makes a rejected row fail the walk with BAD_RESPONSE instead of being reported and passed over. */
    CallListing strict();

    /**
     * Ends the walk with TIMEOUT when it has not come to its end this long after its first request.
     *
     * @param whole more than zero
     */
    CallListing deadline(Duration whole);
}
