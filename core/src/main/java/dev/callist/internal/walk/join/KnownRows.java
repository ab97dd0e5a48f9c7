package dev.callist.internal.walk.join;

import dev.callist.internal.walk.resume.PassedRows;
import dev.callist.internal.walk.seen.CallKey;
import dev.callist.internal.walk.seen.SeenCalls;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * The rows that a walk knows that it has passed.
 *
 * @param seen the calls of this walk
 * @param passed the last rows passed, among them those that are not calls
 * @param isTrimmed whether an earlier walk has passed rows that are not known any more
 * @param mayHaveShifted whether rows have shifted before, or may have before a resume
 * @param run how many of the last rows were passed since rows were last seen to shift
 */
record KnownRows(SeenCalls seen, PassedRows passed, boolean isTrimmed, boolean mayHaveShifted, int run) {
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

    /** Whether any of the rows from an index on were passed in the same run as the last row, so that they came before it. */
    boolean haveMoved(PageRows rows, int from) {
        List<CallKey> keys = passed.keys();
        Set<CallKey> before = Set.copyOf(keys.subList(Math.max(0, keys.size() - run), keys.size()));
        boolean found = false;
        for (int row = from; row < rows.size() && !found; row++) {
            found = before.contains(rows.key(row));
        }
        return found;
    }
}
