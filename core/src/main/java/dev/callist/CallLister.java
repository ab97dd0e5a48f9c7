package dev.callist;

import dev.callist.internal.walk.QueryListing;

/**
 * Lists the calls of one account of one provider. Implementations keep no state between calls but their connections, and
 * are thread-safe: one lister serves any number of walks at once.
 */
public interface CallLister extends AutoCloseable {
    /** The provider's name: {@code bird}, {@code signalwire}, {@code plivo-dialer}, {@code search}, or a user's own. */
    String provider();

    /**
     * Fetches one page, as the server gave it: it may hold calls that {@link #plan} filters here. Blocks until the page is
     * there; an interrupt ends the wait.
     *
     * @throws CallListException when the page cannot be had, after the retries that {@link #options()} allow
     */
    CallPage fetch(CallQuery query, Cursor cursor);

    /**
     * Says what {@link #fetch} would ask for this query, without asking.
     *
     * @throws CallListException UNSUPPORTED_FILTER when the query has a filter that this provider cannot serve
     */
    QueryPlan plan(CallQuery query);

    /** The options in force. */
    ClientOptions options();

    /**
     * The calls that match, lazily: no request is made until a call is asked for.
     *
     * @throws CallListException UNSUPPORTED_FILTER when the query has a filter that this provider cannot serve
     */
    default CallListing list(CallQuery query) {
        return QueryListing.of(this, query);
    }

    /**
     * The calls that remain after a place where an earlier walk stopped, in this process or another. The query must be the
     * same; limit, concurrency and credential may differ.
     *
     * @throws CallListException INVALID_RESUME_POINT when the place belongs to another provider, account or query
     */
    default CallListing resume(CallQuery query, ResumePoint from) {
        return QueryListing.from(this, query).startingAt(from);
    }

    /** Ends what is under way and releases connections; walks then fail with CLOSED. Idempotent. */
    @Override
    void close();
}
