package dev.callist;

import dev.callist.ListingReport.Completeness;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a {@link ResumePoint} knows.
 *
 * @param binding whose list and which query this is, see {@link Binding}
 * @param pageSize the page size in force, which a cursor may count in
 * @param bound the frozen upper end of the window, exclusive
 * @param cursor the page to go on with; absent at the end of the list
 * @param inPage whether part of that page has been handed over
 * @param ordered whether the list had run newest first
 * @param anchors the last calls handed over, the last one last
 * @param lastCreatedAt when the last call handed over was created
 * @param known the worst that is known of what was handed over
 */
record Bookmark(
        String binding,
        int pageSize,
        Optional<Instant> bound,
        Optional<Cursor> cursor,
        boolean inPage,
        boolean ordered,
        List<CallKey> anchors,
        Optional<Instant> lastCreatedAt,
        Completeness known) {
    /** How many calls handed over last are remembered: the place is found again if any of them still stands. */
    static final int MOST_ANCHORS = 16;

    /** The same place, with what is known of what was handed over. */
    Bookmark knowing(Completeness worst) {
        return new Bookmark(binding, pageSize, bound, cursor, inPage, ordered, anchors, lastCreatedAt, worst);
    }

    /** The same place, known to be inside a page. */
    Bookmark inside() {
        return new Bookmark(binding, pageSize, bound, cursor, true, ordered, anchors, lastCreatedAt, known);
    }
}
