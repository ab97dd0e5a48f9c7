package dev.callist.internal.walk.source;

import dev.callist.CallLister;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import dev.callist.Cursor;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where a walk gets its pages. A lister that implements {@link CallLister} alone is a source through its {@code fetch};
 * the provider kit's listers can say more. Thread-safe.
 */
public interface PageSource {
    /**
     * Fetches one page, as {@link CallLister#fetch} does.
     *
     * @param nextSeen notified of the next page's cursor when the response has arrived but has not been read yet, so
     *     that the next request can be sent meanwhile. Called at most once for each response, on any thread; a source
     *     that does not know the cursor early does not call it.
     */
    CallPage fetch(CallQuery query, Cursor cursor, Consumer<Cursor> nextSeen);

    /** Whether the absence of a next page is the provider's own sign for the end of a list that is counted in rows. */
    default boolean signsEnd() {
        return true;
    }

    /** The row after the last one of a full page, in a list that is counted in rows. */
    default int endOf(CallQuery query, Cursor cursor) {
        return cursor.row().orElse(0) + cursor.limit().orElse(1);
    }

    /**
     * The cursor to ask with for at most this many rows at the same place, in a list that is counted in rows; in other
     * lists the query alone says how many rows a page has.
     */
    default Cursor withLimit(Cursor cursor, int rows) {
        return cursor.row().isPresent() ? Cursor.atRow(cursor.row().getAsInt(), rows) : cursor;
    }

    /** How the list of a query can be split into time windows; absent where it cannot be split. */
    default Optional<TimeWindows> windows(CallQuery query) {
        return Optional.empty();
    }

    /** The pages of a lister, through its public methods alone. */
    static PageSource of(CallLister lister) {
        return (query, cursor, nextSeen) -> lister.fetch(query, cursor);
    }
}
