package dev.callist.internal.walk.join;

import dev.callist.internal.walk.resume.PassedRows;
import dev.callist.internal.walk.seen.CallKey;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;

/**
 * Finds the position of a resumed walk again in the pages that follow, and drops the rows that it had passed. Calls that have
 * arrived since may have pushed the position further down, and remembered rows may be gone. Immutable.
 *
 * @param passed the rows passed before the resume
 * @param isRestarted whether the list starts again a little above the position, so that several pages may precede it
 * @param found whether a row that was passed was found
 * @param isOver whether the position was found or passed, so that every further row is new
 */
public record PositionSearch(PassedRows passed, boolean isRestarted, boolean found, boolean isOver) {
    /** A search for the position after these rows. */
    static PositionSearch after(PassedRows passed) {
        return new PositionSearch(passed, false, false, passed.keys().isEmpty());
    }

    /**
     * The result of searching a page.
     *
     * @param passed the rows of the page that the walk had passed
     * @param search the search for the next page
     */
    record Found(BitSet passed, PositionSearch search) {}

    /** A search for the same position in a list that starts again a little above it. */
    PositionSearch inRestartedList() {
        return new PositionSearch(
                passed.inside(true), true, false, passed.keys().isEmpty());
    }

    /** The ended search: from now on rows are found by their number. */
    PositionSearch ended() {
        return new PositionSearch(passed, isRestarted, true, true);
    }

    private PositionSearch with(boolean isFound, boolean hasEnded) {
        return new PositionSearch(passed, isRestarted, isFound, hasEnded);
    }

    /** Whether the position was inside a page and none of the remembered rows was found, even at the end of the list. */
    boolean hasLostPosition(boolean listHasEnded) {
        return (isOver || listHasEnded) && !found && passed.insidePage();
    }

    /** Searches the rows of a page, from an index on. */
    Found on(PageRows rows, int first) {
        BitSet dropped = new BitSet(rows.size());
        if (isOver) {
            return new Found(dropped, this);
        }
        int known = passed.insidePage() ? latestKnown(rows) : endOfRepeat(rows);
        boolean isFound = found || known >= 0;
        boolean isExact = known >= 0 && rows.key(known).equals(lastKey());
        boolean isBehindKnown = isRestarted && isFound && known < rows.size() - 1;
        int begin = Math.max(first, known + 1);
        dropped.set(first, begin);
        if (isExact || isBehindKnown || !mayHaveMoved()) {
            return new Found(dropped, with(isFound, rows.size() > first));
        }
        int older = firstOlder(rows, begin);
        boolean isPassed = older < rows.size();
        boolean isAbove = isRestarted && !isPassed;
        for (int row = begin; row < older; row++) {
            dropped.set(row, rows.isCall(row) && (isAbove || compare(rows, row) > 0));
        }
        return new Found(dropped, with(isFound, isPassed));
    }

    /** The first row that is older than the position; all later rows are handed over, even newer ones. */
    private int firstOlder(PageRows rows, int begin) {
        int row = begin;
        while (row < rows.size() && compare(rows, row) >= 0) {
            row++;
        }
        return row;
    }

    /** Whether calls that arrived since may precede the position: only if its own page is read again. */
    private boolean mayHaveMoved() {
        return passed.insidePage()
                && passed.order().holds()
                && passed.order().last().isPresent();
    }

    /** The row passed last, among the rows still listed; the first one, if it is listed twice. */
    private int latestKnown(PageRows rows) {
        for (int key = passed.keys().size() - 1; key >= 0; key--) {
            for (int row = 0; row < rows.size(); row++) {
                if (rows.key(row).equals(passed.keys().get(key))) {
                    return row;
                }
            }
        }
        return -1;
    }

    /**
     * Where a page that should have only new rows stops repeating the previous page; -1 if it does not repeat it. A repeated
     * page shows the last two rows passed: one alone may be a call that is listed twice.
     */
    private int endOfRepeat(PageRows rows) {
        List<CallKey> keys = passed.keys();
        int end = rows.find(lastKey(), -1);
        boolean repeats = keys.size() > 1 && end > 0 && contains(rows, end, keys.get(keys.size() - 2));
        return end == 0 || repeats ? end : -1;
    }

    private static boolean contains(PageRows rows, int end, CallKey key) {
        for (int row = 0; row < end; row++) {
            if (rows.key(row).equals(key)) {
                return true;
            }
        }
        return false;
    }

    private CallKey lastKey() {
        return passed.keys().get(passed.keys().size() - 1);
    }

    /** Positive if a row was created after the last one passed, negative if before, 0 if either has no time. */
    private int compare(PageRows rows, int row) {
        Instant last = passed.order().last().orElse(null);
        return last == null
                ? 0
                : rows.createdAt(row).map(at -> at.compareTo(last)).orElse(0);
    }
}
