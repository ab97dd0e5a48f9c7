package dev.callist.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What has been seen of a list's order.
 *
 * @param newestFirst whether no row has been newer than the row before it
 * @param last when the last row received was created
 */
record RowOrder(boolean newestFirst, Optional<Instant> last) {
    static final RowOrder START = new RowOrder(true, Optional.empty());

    private static final String BROKEN = "-";

    /** The order after these rows. */
    RowOrder after(List<RowMark> rows) {
        boolean holds = newestFirst;
        Optional<Instant> before = last;
        for (RowMark row : rows) {
            if (row.createdAt().isPresent()) {
                Instant at = row.createdAt().get();
                holds &= before.filter(at::isAfter).isEmpty();
                before = Optional.of(at);
            }
        }
        return new RowOrder(holds, before);
    }

    /** The same, without knowing the last row received. */
    RowOrder unplaced() {
        return new RowOrder(newestFirst, Optional.empty());
    }

    /**
     * The first of these rows after all that are newer than the last row received, so that no row above it can be one that is
     * still to come; as many as there are rows when the last one is newer; absent when the order does not tell.
     */
    OptionalInt firstToCome(List<RowMark> rows) {
        boolean tells = newestFirst
                && last.isPresent()
                && START.after(rows).newestFirst
                && rows.stream().anyMatch(row -> row.createdAt().isPresent());
        if (!tells) {
            return OptionalInt.empty();
        }
        int first = rows.size();
        while (first > 0
                && rows.get(first - 1).createdAt().filter(last.get()::isBefore).isEmpty()) {
            first--;
        }
        return OptionalInt.of(first);
    }

    String text() {
        return newestFirst ? last.map(Instant::toString).orElse("") : BROKEN;
    }

    /** The order that a text stands for; fails with DateTimeException on any other. */
    static RowOrder parse(String text) throws DateTimeException {
        if (text.equals(BROKEN)) {
            return new RowOrder(false, Optional.empty());
        }
        return text.isEmpty() ? START : new RowOrder(true, Optional.of(Instant.parse(text)));
    }
}
