package dev.callist.internal.walk.join;

import dev.callist.internal.walk.resume.ListOrder;
import java.time.Instant;
import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Which rows of a page have arrived since the list was read down to here, by their creation times, if the list was seen
 * to run newest first.
 *
 * @param rows the rows of the page
 * @param order the order of the rows passed
 * @param isTrimmed whether rows were passed that are not known any more
 */
record Arrivals(PageRows rows, ListOrder order, boolean isTrimmed) {
    /**
     * Whether the first rows of the page have all arrived since the list was read down to here, if it runs newest
     * first.
     */
    boolean areAllBefore(int end) {
        return firstToCome().isPresent() && IntStream.range(0, end).allMatch(this::hasArrived);
    }

    /**
     * Whether a row has arrived since: it is newer than all rows passed, or than the last one if not all of those are
     * remembered. Any other row that is not known has moved, or was listed late.
     */
    private boolean hasArrived(int row) {
        Optional<Instant> latest = isTrimmed ? order.last() : order.newest();
        return rows.createdAt(row).filter(latest.orElseThrow()::isBefore).isPresent();
    }

    /**
     * The rows before one that are not new: those that have arrived, or all if not all rows passed are remembered.
     */
    BitSet notNewBefore(int end) {
        BitSet skipped = new BitSet(end);
        for (int row = 0; row < end; row++) {
            skipped.set(row, isTrimmed || hasArrived(row));
        }
        return skipped;
    }

    /**
     * The first row after all that are newer than the last row passed, so that no row above it can still be to come; as
     * many as there are rows when the last one is newer; absent if the order does not show it.
     */
    OptionalInt firstToCome() {
        ListOrder own = ListOrder.START.after(rows.size(), rows::createdAt);
        boolean isKnown = order.dated() >= ListOrder.MIN_ROWS
                && order.holds()
                && order.last().isPresent()
                && own.holds()
                && own.last().isPresent()
                && (order.falls() || own.falls());
        if (!isKnown) {
            return OptionalInt.empty();
        }
        Instant last = order.last().get();
        int first = rows.size();
        while (first > 0 && rows.createdAt(first - 1).filter(last::isBefore).isEmpty()) {
            first--;
        }
        return OptionalInt.of(first);
    }
}
