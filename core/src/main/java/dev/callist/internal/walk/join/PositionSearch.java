package dev.callist.internal.walk.join;

import dev.callist.internal.walk.resume.ListOrder;
import dev.callist.internal.walk.resume.PassedRows;
import dev.callist.internal.walk.seen.CallKey;
import java.time.Instant;
import java.util.BitSet;
import java.util.Set;

/**
 * Finds the position of a resumed walk again in the pages that follow, and drops the rows that it had passed. Calls
 * that have arrived since may have pushed the position further down, and remembered rows may be gone. Immutable.
 *
 * @param passed the rows passed before the resume
 * @param isRestarted whether the list starts again a little above the position, so that several pages may precede it
 * @param found whether a row that was passed was found
 * @param isOver whether the position was found or passed, so that every further row is new
 * @param newer the order of the rows that were dropped only because they are newer than the position
 */
public record PositionSearch(PassedRows passed, boolean isRestarted, boolean found, boolean isOver, ListOrder newer) {
    /** A search for the position after these rows. */
    static PositionSearch after(PassedRows passed) {
        return new PositionSearch(passed, false, false, passed.keys().isEmpty(), ListOrder.START);
    }

    /**
     * The result of searching a page.
     *
     * @param passed the rows of the page that the walk had passed
     * @param mayRepeat whether other rows of the page may have been passed before those that are remembered
     * @param search the search for the next page
     */
    record Found(BitSet passed, boolean mayRepeat, PositionSearch search) {}

    /** A search for the same position in a list that starts again a little above it. */
    PositionSearch inRestartedList() {
        return passed.keys().isEmpty()
                ? this
                : new PositionSearch(passed.inside(true), true, false, false, ListOrder.START);
    }

    /** The ended search: from now on rows are found by their number. */
    PositionSearch ended() {
        return new PositionSearch(passed, isRestarted, true, true, newer);
    }

    private PositionSearch with(boolean isFound, boolean hasEnded, ListOrder dropped) {
        return new PositionSearch(passed, isRestarted, isFound, hasEnded, dropped);
    }

    /**
     * Whether rows were dropped only because they are newer than the position, in a list that turns out not to run
     * newest first.
     *
     * @param order the order of the rows that the walk has passed
     */
    boolean hasDroppedInDoubt(ListOrder order) {
        return newer.dated() > 0 && !(newer.holds() && order.holds());
    }

    /**
     * Whether the position was inside a page and none of the remembered rows was found, even at the end of the list.
     */
    boolean hasLostPosition(boolean listHasEnded) {
        return (isOver || listHasEnded) && !found && passed.insidePage();
    }

    /**
     * Searches the rows of a page, from an index on. Remembered rows were passed, and so were those above the place of
     * the oldest one, if not all rows passed are remembered. Until one of them is found, rows above the position that
     * are newer have arrived since.
     */
    Found on(PageRows rows, int first) {
        BitSet old = new BitSet(rows.size());
        if (isOver) {
            return new Found(old, false, this);
        }
        Set<CallKey> keys = Set.copyOf(passed.keys());
        for (int row = first; row < rows.size(); row++) {
            old.set(row, keys.contains(rows.key(row)));
        }
        int known = old.nextSetBit(first);
        boolean mayRepeat = passed.isTrimmed() && old.cardinality() < old.length() - Math.max(0, known);
        int end = found ? first : newerRows(rows, first);
        if (known >= 0) {
            boolean isRepeat = passed.insidePage() || old.get(known + 1);
            boolean isRepeatAbove = passed.isTrimmed() && isRepeat;
            int arrived = Math.min(end, known);
            int forgotten = Math.max(first, known - passed.keys().lastIndexOf(rows.key(known)));
            boolean areForgotten = isRepeatAbove && forgotten >= arrived;
            int dropped = areForgotten ? forgotten : arrived;
            old.set(first, dropped);
            boolean isReached =
                    old.length() < rows.size() || rows.key(rows.size() - 1).equals(passed.lastKey());
            ListOrder order = areForgotten ? newer : orderTo(dropped, rows, first);
            boolean mayRepeatAbove = isRepeatAbove && dropped < known;
            return new Found(old, mayRepeat || mayRepeatAbove, with(true, isReached, order));
        }
        old.set(first, end);
        boolean isBelow = end < rows.size() && (passed.isTrimmed() || !passed.insidePage() || mayHaveMoved());
        return new Found(old, false, with(found, isBelow, orderTo(end, rows, first)));
    }

    /** The end of the first rows that have arrived since, in a list that was seen to run newest first. */
    private int newerRows(PageRows rows, int first) {
        int row = first;
        while (mayHaveMoved()
                && row < rows.size()
                && compare(rows, row) > 0
                && orderTo(row + 1, rows, first).holds()) {
            row++;
        }
        return row;
    }

    private ListOrder orderTo(int end, PageRows rows, int first) {
        return newer.after(end - first, row -> rows.createdAt(first + row));
    }

    /** Whether calls that arrived since may precede the position: only if its own page is read again. */
    private boolean mayHaveMoved() {
        return passed.insidePage()
                && passed.order().holds()
                && passed.order().falls()
                && passed.order().last().isPresent();
    }

    /** Positive if a row was created after the last one passed, negative if before, 0 if either has no time. */
    private int compare(PageRows rows, int row) {
        Instant last = passed.order().last().orElse(null);
        return last == null
                ? 0
                : rows.createdAt(row).map(at -> at.compareTo(last)).orElse(0);
    }
}
