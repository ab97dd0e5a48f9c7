package dev.callist.internal.walk.source;

import dev.callist.CallLister;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import dev.callist.Cursor;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where a walk gets its pages. A lister that implements {@link CallLister} alone is a source through its {@code fetch};
 * the listers of the provider kit also announce the next cursor early and split a list into windows. Thread-safe.
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

    /**
     * Whether the provider marks the last page of a list that is counted in rows, so that a page without a next cursor
     * is the last one.
     */
    default boolean marksEnd() {
        return true;
    }

    /** The index, from 0, of the row after the last one of a full page, in a list that is counted in rows. */
    default int endOf(CallQuery query, Cursor cursor) {
        return cursor.row().orElse(0) + cursor.limit().orElse(1);
    }

    /**
     * The same cursor with a limit of this many rows, if the list is counted in rows; otherwise the cursor unchanged,
     * because the query sets the page size.
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
