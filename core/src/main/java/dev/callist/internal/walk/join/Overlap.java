package dev.callist.internal.walk.join;

import dev.callist.Cursor;
import dev.callist.internal.walk.resume.PassedRows.RowCount;
import java.util.BitSet;
import java.util.Optional;

/**
 * Which rows of a page are new, and where to continue.
 *
 * @param old the rows of the page that are not new
 * @param end how many rows of the page are passed with it, so that the last of them is where the walk continues
 * @param seam what happened between the pages
 * @param count the row count after the page
 * @param next where to continue; absent at the end of the list
 * @param isPlain whether the last row passed was found and the page brings more, or ends the list
 */
record Overlap(BitSet old, int end, Seam seam, RowCount count, Optional<Cursor> next, boolean isPlain) {
    Overlap(BitSet old, int end, Seam seam, RowCount count, Optional<Cursor> next) {
        this(old, end, seam, count, next, false);
    }

    Overlap asPlain() {
        return new Overlap(old, end, seam, count, next, true);
    }
}
