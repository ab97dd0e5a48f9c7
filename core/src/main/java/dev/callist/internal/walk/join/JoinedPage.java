package dev.callist.internal.walk.join;

import dev.callist.CallPage;
import dev.callist.Cursor;
import dev.callist.internal.walk.resume.PassedRows;
import java.util.Optional;

/**
 * A page, joined to the rows that the walk has passed.
 *
 * @param page the page less the rows that were passed before
 * @param rows all rows, as the server gave them
 * @param seam what happened between the pages
 * @param passage the rows passed before and after it
 * @param next the cursor to continue with; absent at the end of the window or list
 */
public record JoinedPage(CallPage page, PageRows rows, Seam seam, Passage passage, Optional<Cursor> next) {
    /**
     * The rows passed on both sides of a page.
     *
     * @param before the rows passed before the page is handed over; inside the page when it repeats some of them
     * @param after the rows passed after all of it
     * @param firstNew the first row of the page that was not passed before
     * @param search the search for the position of a resumed walk after the page
     */
    public record Passage(PassedRows before, PassedRows after, int firstNew, PositionSearch search) {
        /** Whether the position of a resumed walk has not been found yet. */
        public boolean isSearching() {
            return !search.isOver();
        }
    }
}
