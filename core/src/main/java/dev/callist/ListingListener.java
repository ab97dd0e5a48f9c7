package dev.callist;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Receives the events of listings, for metrics and progress lines. Every method does nothing unless overridden.
 *
 * <p>{@link #attemptSucceeded}, {@link #attemptFailed} and {@link #clockDiffers} are called on the thread that sends
 * the request, {@link #ended} on the thread that ends the walk, and the others on the thread that reads the calls, so
 * an implementation must be thread-safe. A {@link RuntimeException} from a listener is logged and dropped. An {@link
 * Error} propagates to the reader of the calls, and no call is lost.
 */
public interface ListingListener {
    /** Ignores every event. */
    ListingListener NONE = new ListingListener() {};

    /** An attempt at a request succeeded: its response arrived completely and was decoded. */
    default void attemptSucceeded(SuccessfulAttempt attempt) {}

    /** An attempt at a request failed. */
    default void attemptFailed(FailedAttempt attempt) {}

    /** A walk has reached a page. */
    default void pageFetched(FetchedPage page) {}

    /** A page contained a row that is not a call. */
    default void rowRejected(String provider, int page, RejectedRow row) {}

    /**
     * Calls of a page have fields that could not be read.
     *
     * @param page the page's number in the walk, from 1
     * @param fields how many fields, by the name that {@link Call#problems()} has for them; not empty
     */
    default void fieldsUnreadable(String provider, int page, Map<String, Long> fields) {}

    /**
     * The provider failed on a page and served it with fewer rows, so that all further pages of the walk are smaller.
     *
     * @param page the number in the walk, from 1, of the first page since then that was reached
     * @param rows how many rows are requested from now on
     */
    default void pageSizeReduced(String provider, int page, int rows) {}

    /**
     * A merged walk skips one of its listers from now on, see {@link MergedCalls#skippingFailures()}. Only the first
     * lister's listener is notified.
     *
     * @param provider the name of the lister that failed
     * @param failure what happened; {@link CallListFailure#mergedLister} tells listers of one provider apart, and the
     *     resume point is that of the merged walk and still contains the failed lister's position
     */
    default void sourceFailed(String provider, CallListException failure) {}

    /**
     * The clock of the provider's server and the local one differ by more than five minutes. Then "the last hour" is
     * another hour for the server. Called once for a lister, by the first response that shows it; never if the server
     * does not send its time.
     *
     * @param provider the lister's name
     * @param ahead how much later the server's time is than the local one; negative if it is earlier
     */
    default void clockDiffers(String provider, Duration ahead) {}

    /**
     * A walk ended. Called again at the next end if the walk continues after a failure. For a merged walk, each
     * lister's listener is notified of its part, and the first lister's listener also of the whole as {@code merged}.
     */
    default void ended(String provider, ListingReport report) {}

    /**
     * A successful attempt. {@code provider}, {@code request} and {@code status} have few values and suit the labels of
     * a metric.
     *
     * @param provider the lister's name
     * @param request method, host and path template; no ids, no query
     * @param attempt the attempt's number, from 1
     * @param status the HTTP status
     * @param bytes the length of the body, decompressed
     * @param took the time from sending the request until its response was decoded
     */
    record SuccessfulAttempt(String provider, String request, int attempt, int status, long bytes, Duration took) {}

    /**
     * A failed attempt.
     *
     * @param provider the lister's name
     * @param request method, host and path template; no ids, no query
     * @param attempt the attempt's number, from 1
     * @param kind what went wrong
     * @param status the HTTP status; absent without a response
     * @param retryIn the wait before the next attempt; absent after the last attempt
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
     * @param rejected rows that are not calls
     * @param retries failed attempts before it arrived
     * @param total how many rows the whole list has, as this page says; absent if it does not
     */
    record FetchedPage(String provider, int page, int calls, int rejected, int retries, OptionalLong total) {}
}
