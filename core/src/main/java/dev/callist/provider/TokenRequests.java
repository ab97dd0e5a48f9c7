package dev.callist.provider;

import dev.callist.CallQuery;
import dev.callist.Cursor;
import java.util.Optional;

/**
 * How one API whose pages are linked is asked for them. Implementations are thread-safe.
 *
 * @param <E> how the provider wraps a page
 */
public interface TokenRequests<E> {
    /** Asks for the page at a cursor, {@link Cursor#FIRST} or one that {@link #next} gave. */
    ApiRequest request(CallQuery query, Cursor cursor);

    /** The cursor of the page after this one; absent on the last page. */
    Optional<Cursor> next(E page);

    /**
     * The envelope without its rows, where it can be seen before they are read, so that the next page is requested early. The
     * default sees nothing.
     */
    default Optional<E> peek(EnvelopePeek response) {
        return Optional.empty();
    }

    /** How the list can be read in several time windows at once; by default it cannot. */
    default TimeSplit split() {
        return TimeSplit.NONE;
    }
}
