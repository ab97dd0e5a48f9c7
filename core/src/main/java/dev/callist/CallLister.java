package dev.callist;

import dev.callist.internal.walk.QueryListing;

/**
 * Lists the calls of one account of one provider. Implementations are thread-safe and keep no state between requests
 * except their connections: one lister serves any number of walks at once.
 */
public interface CallLister extends AutoCloseable {
    /**
     * The provider's name, such as {@code bird}: the constant {@code PROVIDER} of each provider's lister, or a user's
     * own.
     */
    String provider();

    /**
     * Fetches one page as the server returned it, so it may contain calls that {@link #plan} leaves to the walk to
     * filter. Blocks until the page arrives; an interrupt ends the wait.
     *
     * @throws CallListException when the page cannot be fetched within the retries that {@link #options()} allow
     */
    CallPage fetch(CallQuery query, Cursor cursor);

    /**
     * Describes what {@link #fetch} would request for this query, without sending a request.
     *
     * @throws CallListException UNSUPPORTED_FILTER when the query has a filter that this provider cannot serve
     */
    QueryPlan plan(CallQuery query);

    /** The options in force. */
    ClientOptions options();

    /**
     * Lists the calls that match, lazily: no request is made until a walk asks for its first call.
     *
     * @throws CallListException UNSUPPORTED_FILTER when the query has a filter that this provider cannot serve
     */
    default CallListing list(CallQuery query) {
        return QueryListing.of(this, query);
    }

    /**
     * Lists the calls that remain after the resume point of an earlier walk, in this process or another. The query must
     * be the same; limit, concurrency and credential may differ.
     *
     * @throws CallListException INVALID_RESUME_POINT when the resume point belongs to another provider, account or
     *     query
     */
    default CallListing resume(CallQuery query, ResumePoint from) {
        return QueryListing.from(this, query).startingAt(from);
    }

    /** Cancels running requests and releases connections; walks then fail with CLOSED. Idempotent. */
    @Override
    void close();
}
