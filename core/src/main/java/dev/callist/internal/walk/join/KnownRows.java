package dev.callist.internal.walk.join;

import dev.callist.internal.walk.resume.PassedRows;
import dev.callist.internal.walk.seen.CallKey;
import dev.callist.internal.walk.seen.SeenCalls;
import java.util.BitSet;

/**
 * The rows that a walk knows that it has passed.
 *
 * @param seen the calls of this walk
 * @param passed the last rows passed, among them those that are not calls
 * @param isTrimmed whether an earlier walk has passed rows that are not known any more
 * @param mayHaveShifted whether rows have shifted before, or may have before a resume
 * @param isResuming whether the page is the first of a resumed walk
 * @param sharedRows how many rows two pages share, see {@link PageJoin#sharedRows}
 */
record KnownRows(
        SeenCalls seen,
        PassedRows passed,
        boolean isTrimmed,
        boolean mayHaveShifted,
        boolean isResuming,
        int sharedRows) {
    /** The rows of a page that were passed, of those before an end. */
    BitSet on(PageRows rows, int end) {
        BitSet old = new BitSet(end);
        for (int row = 0; row < end; row++) {
            CallKey key = rows.key(row);
            boolean isSeen = rows.isCall(row) && seen.contains(key);
            old.set(row, isSeen || passed.keys().contains(key));
        }
        return old;
    }
}
