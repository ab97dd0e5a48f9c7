package dev.callist.provider.paging;

import dev.callist.CallQuery;
import dev.callist.Cursor;
import dev.callist.provider.ApiRequest;
import dev.callist.provider.EnvelopePeek;
import java.util.Optional;

/**
 * Builds the requests of an API whose pages are linked. Implementations are thread-safe.
 *
 * @param <E> how the provider wraps a page
 */
public interface TokenRequests<E> {
    /** The number of calls per request, from 1 to the provider's maximum. */
    int pageSize(CallQuery query);

    /** The request for the page at a cursor, which is {@link Cursor#FIRST} or from {@link #next}. */
    ApiRequest request(CallQuery query, Cursor cursor);

    /** The cursor of the page after this one; absent on the last page. */
    Optional<Cursor> next(E page);

    /**
     * Whether a cursor names the row that its page follows, so that the page is the same however the list changes
     * meanwhile; a page number does not. A walk that needs a cursor that is not stable reports UNKNOWN. True by
     * default.
     */
    default boolean isStable(Cursor cursor) {
        return true;
    }

    /**
     * The envelope without its rows, if it can be read before them, so that the next page is requested early; absent by
     * default.
     */
    default Optional<E> peek(EnvelopePeek response) {
        return Optional.empty();
    }

    /** How to split the list into time windows; by default it cannot be split. */
    default TimeSplit split() {
        return TimeSplit.NONE;
    }
}
