package dev.callist.internal.walk.resume;

import dev.callist.internal.walk.seen.CallKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The rows that a walk has passed, as far as it needs them to find its position again.
 *
 * @param keys the keys of the last rows, the last one last
 * @param order the order of the rows passed
 * @param insidePage whether the position is inside the page that is read next, so that rows passed appear on it again
 * @param count where the last row was, in a list that is counted in rows
 */
public record PassedRows(List<CallKey> keys, ListOrder order, boolean insidePage, RowCount count) {
    /** How many rows are remembered: the position is found again while any of them is in the list. */
    public static final int MAX_KEYS = 128;

    /** No row passed yet. */
    public static final PassedRows NONE = new PassedRows(List.of(), ListOrder.START, false, RowCount.NONE);

    /** Copies the keys, and keeps the last ones. */
    public PassedRows {
        keys = List.copyOf(keys.subList(Math.max(0, keys.size() - MAX_KEYS), keys.size()));
    }

    /**
     * Where the last row passed was in a list that is counted in rows.
     *
     * @param last the index of that row, from 0; -1 before there is one
     * @param mostAtOnce the most rows that one page has had
     * @param pagesWithoutNewRows pages in a row that brought nothing new
     * @param hasNoOverlap whether pages follow one another without an overlap, because the provider returned no row
     *     after the last one although it said that more follow
     * @param total how many rows the list has, as the last page that gave a total said; -1 if none has
     */
    public record RowCount(int last, int mostAtOnce, int pagesWithoutNewRows, boolean hasNoOverlap, long total) {
        /** No row counted yet. */
        public static final RowCount NONE = new RowCount(-1, 0, 0, false, -1);

        /** This count after a page that may give a total. */
        public RowCount with(OptionalLong newTotal) {
            return new RowCount(last, mostAtOnce, pagesWithoutNewRows, hasNoOverlap, newTotal.orElse(total));
        }
    }

    /**
     * These rows, and then the last rows read, which may be some of them. Rows that were passed before and not found
     * again stay, because they may still be in the list.
     */
    public PassedRows with(List<CallKey> lastRead, ListOrder orderAfter, RowCount countAfter) {
        Set<CallKey> found = new HashSet<>(lastRead);
        List<CallKey> all = new ArrayList<>(keys);
        all.removeIf(found::contains);
        all.addAll(lastRead);
        return new PassedRows(all, orderAfter, false, countAfter);
    }

    /** Whether rows may have been passed that are not remembered. */
    public boolean isTrimmed() {
        return keys.size() >= MAX_KEYS;
    }

    /** The key of the last row. */
    public CallKey lastKey() {
        return keys.get(keys.size() - 1);
    }

    /** Whether two rows were passed one after the other, as far as they are remembered. */
    public boolean isPair(CallKey one, CallKey next) {
        return keys.contains(one)
                ? IntStream.range(1, keys.size())
                        .anyMatch(
                                i -> keys.get(i - 1).equals(one) && keys.get(i).equals(next))
                : !keys.contains(next);
    }

    /** How many rows were passed after the last one with this key, as far as they are remembered. */
    public int keysAfter(CallKey key) {
        return keys.size() - 1 - Math.max(0, keys.lastIndexOf(key));
    }

    /** These rows with another count. */
    public PassedRows at(RowCount moved) {
        return new PassedRows(keys, order, insidePage, moved);
    }

    /** These rows with the position inside the page that is read next, or not. */
    public PassedRows inside(boolean inside) {
        return new PassedRows(keys, order, inside, count);
    }
}
