package dev.callist;

import java.util.List;
import java.util.function.Consumer;

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
     * The same, and tells of the page behind when the answer has come but has not been read yet, so that the next request can
     * be sent meanwhile.
     *
     * @param came told at most once of each answer, by any thread; a lister that knows nothing before it has read the page says
     *     nothing
     */
    default CallPage fetch(CallQuery query, Cursor cursor, Consumer<PageAhead> came) {
        return fetch(query, cursor);
    }

    /**
     * Says what {@link #fetch(CallQuery, Cursor)} would ask for this query, without asking.
     *
     * @throws CallListException UNSUPPORTED_FILTER when the query has a filter that this provider cannot serve
     */
    QueryPlan plan(CallQuery query);

    /**
     * The places of pages that can be asked for before their predecessors have arrived, in order; none where nobody can tell.
     * There are two kinds of answer.
     *
     * <p>Guesses: the first place is the known page's {@code next}. Each further page begins with the last call of the page
     * before it, as far as the list does not shift; a page in which that call does not stand is dropped by the walk, which
     * then goes on from what the page before gives as {@code next}.
     *
     * <p>Parts: the first place stands instead of the known page's {@code next} and leads to all that follows. Each further
     * place is what the page before gives as its {@code next}, unless more of the same part follows that page first.
     *
     * @param query the query as pages are asked for
     * @param known a page that has arrived, not the last one
     * @param pages how many places are wanted at most
     */
    default List<Cursor> ahead(CallQuery query, CallPage known, int pages) {
        return List.of();
    }

    /** The options in force. */
    ClientOptions options();

    /**
     * The calls that match, lazily: no request is made until a call is asked for.
     *
     * @throws CallListException UNSUPPORTED_FILTER when the query has a filter that this provider cannot serve
     */
    default CallListing list(CallQuery query) {
        return Listing.of(this, query);
    }

    /**
     * The calls that remain after a place where an earlier walk stopped, in this process or another. The query must be the
     * same; limit, concurrency and credential may differ.
     *
     * @throws CallListException INVALID_RESUME_POINT when the place belongs to another provider, account or query
     */
    default CallListing resume(CallQuery query, ResumePoint from) {
        return Listing.of(this, query).from(from);
    }

    /** Ends what is under way and releases connections; walks then fail with CLOSED. Idempotent. */
    @Override
    void close();
}
