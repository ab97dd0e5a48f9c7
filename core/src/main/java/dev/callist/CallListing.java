package dev.callist;

import java.time.Duration;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

/**
 * The calls that a query selects, not fetched yet. Immutable: each setting returns a new listing. Settings apply to
 * resumed listings too. Every iterator and stream is an independent walk from the start.
 */
public interface CallListing extends Iterable<Call> {
    /** Starts a walk. Closing it cancels its running requests; a walk that has reached the end need not be closed. */
    @Override
    CallIterator iterator();

    /** Starts a walk as a sequential stream; closing the stream ends the walk. The listener receives its report. */
    Stream<Call> stream();

    /**
     * Publishes the calls to subscribers of Reactive Streams. Each subscriber gets a walk of its own, which starts with
     * its first request; demand fetches pages, and {@code cancel} closes the walk. Signals come one at a time, on
     * threads of {@link ClientOptions#threadFactory()}. A failure is signalled with its {@link
     * CallListFailure#resumePoint()}. The listener receives the report. The publisher is immutable and thread-safe.
     */
    Flow.Publisher<Call> publisher();

    /**
     * Returns at most this many calls, and requests no page after the one that reaches the limit.
     *
     * @param calls 0 or more; 0 makes no request
     */
    CallListing limit(long calls);

    /**
     * Sets how many pages are prefetched while the calls of the current page are being returned and its response is
     * being decoded. With {@link #concurrency} 1, the next request starts when the previous response has arrived
     * completely, or, if the server does not filter by {@link CallQuery#createdFrom()}, when that response has been
     * decoded. If that response turns out to be invalid, the prefetched page is discarded.
     *
     * @param pages 0 or more; 1 by default
     */
    CallListing readAhead(int pages);

    /**
     * Sets how many requests may run at once; the calls and their order are the same as with 1, the default. Up to
     * twice as many pages are held in memory, regardless of {@link #readAhead}. The rate limit and a server's {@code
     * Retry-After} apply to all requests together.
     *
     * <p>If the list is split by a time other than creation, such as the start time, calls that were created long
     * before that time may be out of order. No call is lost, and {@link ListingReport#ordered()} is false.
     *
     * @param requests 1 or more; capped at {@link QueryPlan#concurrency()} of the query
     */
    CallListing concurrency(int requests);

    /** Makes a rejected row fail the walk with BAD_RESPONSE instead of being reported and skipped. */
    CallListing strict();

    /**
     * Fails the walk with TIMEOUT when it has not reached the end this long after its first request.
     *
     * @param whole the time limit, more than zero
     */
    CallListing deadline(Duration whole);
}
