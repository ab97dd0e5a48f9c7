package dev.callist;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Hears what listings do, for metrics and progress lines. Every method does nothing unless overridden.
 *
 * <p>{@link #attemptFailed} is called on the thread that does the request, {@link #ended} on the one that ends the walk, the
 * others on the thread that reads the calls, so an implementation must be thread-safe. A {@link RuntimeException} from a
 * listener is logged and dropped; an {@link Error} goes through to whoever reads the calls, and no call is lost by it.
 */
public interface ListingListener {
    /** Hears nothing. */
    ListingListener NONE = new ListingListener() {};

    /** An attempt at a request failed. */
    default void attemptFailed(FailedAttempt attempt) {}

    /** A walk has reached a page. */
    default void pageFetched(FetchedPage page) {}

    /** A page held a row that is no call. */
    default void rowRejected(String provider, int page, RejectedRow row) {}

    /**
     * A merged walk leaves one of its listers out from here on, {@link MergedCalls#skippingFailures()}; told to the listener
     * of the first of them.
     *
     * @param provider the name of the lister that failed
     * @param failure what happened; its resume point is that of the whole, which still holds the failed lister's place
     */
    default void sourceFailed(String provider, CallListException failure) {}

    /**
     * A walk ended; told again if the walk goes on after a failure. A merged walk tells its own end as {@code merged}, to the
     * listener of the first of its listers, besides those of the walks that it is made of.
     */
    default void ended(String provider, ListingReport report) {}

    /**
     * A failed attempt.
     *
     * @param provider the lister's name
     * @param request method, host and path template; no ids, no query
     * @param attempt the attempt's number, from 1
     * @param kind what went wrong
     * @param status the HTTP status, when there was an answer
     * @param retryIn the wait before the next attempt; absent when there is none
     */
    record FailedAttempt(
            String provider,
            String request,
            int attempt,
            CallListException.Kind kind,
            OptionalInt status,
            Optional<Duration> retryIn) {}

    /**
     * A page that a walk has reached.
     *
     * @param provider the lister's name
     * @param page the page's number in the walk, from 1
     * @param calls calls on the page, before any filter
     * @param rejected rows that are no calls
     * @param retries failed attempts before it arrived
     */
    record FetchedPage(String provider, int page, int calls, int rejected, int retries) {}
}
