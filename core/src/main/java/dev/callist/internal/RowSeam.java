package dev.callist.internal;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Joins a page of a list that may shift to the rows before it. The last anchor where it is expected: nothing shifted. An
 * anchor elsewhere: the list goes on after it. No anchor at all: in a list that runs newest first the first row that is no
 * newer than the last anchor, where a newer one stands above it; else the anchors are looked for further on when all rows are
 * newer, and further back in every other case. A list in no order is looked through a few pages back only; what cannot be
 * joined then is gone on with and said to be lost.
 */
final class RowSeam {
    private static final int MOST_LOOKS_WITHOUT_ORDER = 3;
    private static final int MOST_DOUBLINGS = 4;

    private final RowPlace place;
    private final RowsGiven page;
    private final List<RowMark> rows;

    private RowSeam(RowPlace place, RowsGiven page, List<RowMark> rows) {
        this.place = place;
        this.page = page;
        this.rows = rows;
    }

    /** The seam of a page with these rows. */
    static Seam of(RowPlace place, RowsGiven page, List<RowMark> rows) {
        return new RowSeam(place, page, rows).seam();
    }

    private Seam seam() {
        if (place.isGuessed()) {
            return seamOfGuess();
        }
        int anchors = place.anchors().size();
        for (int standing = anchors; standing > 0; standing--) {
            int expected = place.rowOf(standing - 1) - start();
            int found = found(place.anchors().get(standing - 1), expected);
            if (found >= 0) {
                boolean drifted = found != expected || standing < anchors;
                return joined(found + 1, standing, start() + found, drifted, false, found == expected);
            }
            if (stepsOverAnchor()) {
                boolean wasLast = rows.isEmpty() && place.from() > place.row();
                return joined(0, anchors, place.row(), false, !wasLast, true);
            }
        }
        if (anchors == 0) {
            return joined(0, 0, -1, false, false, true);
        }
        return rows.isEmpty() ? seamOfNothing() : seamByOrder();
    }

    /** Begins with the row that should be known already; whether it is, whoever has the page in front must find out. */
    private Seam seamOfGuess() {
        int known = place.row() - start();
        if (known < 0 || known >= rows.size()) {
            return new Seam(rows.size(), false, true, Optional.of(place));
        }
        Seam rest = joined(known + 1, 0, -1, false, true, true);
        RowPlace next = place.after(rows.subList(known, rows.size()), start() + rows.size() - 1, 0)
                .withMost(most());
        return new Seam(known, false, true, rest.next().map(any -> next));
    }

    /** Whether the page begins right after the anchor, because the server gives no two rows that could overlap. */
    private boolean stepsOverAnchor() {
        boolean wasAlone = place.most() == 1 && place.from() == place.row() + 1;
        return start() == place.row() + 1 && (place.from() == place.row() || wasAlone);
    }

    private Seam seamOfNothing() {
        return start() == 0 ? joined(0, 0, -1, true, false, true) : lookBack();
    }

    private Seam seamByOrder() {
        OptionalInt firstToCome = place.order().firstToCome(rows);
        if (firstToCome.isEmpty()) {
            boolean mayLookBack = start() > 0 && place.idle() < MOST_LOOKS_WITHOUT_ORDER;
            return mayLookBack ? lookBack() : joined(0, 0, -1, true, true, true);
        }
        int first = firstToCome.getAsInt();
        boolean allNewer =
                rows.stream().skip(first).allMatch(row -> row.createdAt().isEmpty());
        if (first == rows.size() || (allNewer && start() + first - 1 > place.from())) {
            return lookAhead(first);
        }
        return first > 0 || start() == 0 ? joined(first, 0, -1, true, false, true) : lookBack();
    }

    /**
     * Goes on after some of the anchors. A page that brings nothing new ends the list only where they stand in place: a
     * server that ignores what is asked for gives the same page under any number, the last one's too.
     */
    private Seam joined(int firstNew, int standing, int standsAt, boolean drifted, boolean lost, boolean inPlace) {
        List<RowMark> fresh = rows.subList(firstNew, rows.size());
        RowPlace next = fresh.isEmpty()
                ? nothingNew(standing, standsAt)
                : place.after(fresh, start() + rows.size() - 1, standing);
        boolean mayEnd = inPlace || !fresh.isEmpty();
        boolean ends = mayEnd && page.more().map(more -> !more).orElseGet(() -> endsWith(fresh.size(), drifted));
        return new Seam(firstNew, drifted, lost, ends ? Optional.empty() : Optional.of(next.withMost(most())));
    }

    private RowPlace nothingNew(int standing, int standsAt) {
        if (standing == 0) {
            return place.movedTo(place.row(), page.given().end());
        }
        int now = standsAt + place.anchors().size() - standing;
        return place.movedTo(now, isAlone() ? now + 1 : standsAt);
    }

    /** Whether one row is all that was given, the only one or one of many that come one by one. */
    private boolean isAlone() {
        return page.more().isEmpty() && rows.size() == 1 && place.most() == 1;
    }

    /** Whether a page without a sign of its own is the last: nothing new on a page that is not full, or the total reached. */
    private boolean endsWith(int fresh, boolean drifted) {
        boolean isReached = page.total().orElse(-1) == (long) start() + rows.size();
        if (fresh > 0) {
            return isReached && !drifted && rows.size() < page.given().limit() && !isAsFullAsEver();
        }
        return !isFull() && (!isAlone() || page.total().orElse(-1) == start() + 1L);
    }

    /** A server that gives less than it is asked for may be wrong about the total on any page. */
    private boolean isAsFullAsEver() {
        return place.most() > 0 && rows.size() >= place.most();
    }

    private boolean isFull() {
        return rows.size() > 1 && rows.size() >= place.most();
    }

    /** Goes on from the last row that is newer, which the rows without a time after it are read with again. */
    private Seam lookAhead(int firstToCome) {
        boolean ends = page.more().map(more -> !more).orElseGet(() -> !isFull());
        RowPlace there = place.movedTo(place.row(), Math.max(start() + 1, start() + firstToCome - 1))
                .withMost(most());
        return new Seam(rows.size(), true, ends, ends ? Optional.empty() : Optional.of(there));
    }

    private Seam lookBack() {
        long step = (long) page.given().limit() << Math.min(place.idle(), MOST_DOUBLINGS);
        RowPlace there =
                place.movedTo(place.row(), (int) Math.max(0, start() - step)).withMost(most());
        return new Seam(rows.size(), true, false, Optional.of(there));
    }

    /** Where there is a sign for the end, a page smaller than asked for; else the most rows ever received at once. */
    private int most() {
        if (page.more().isEmpty()) {
            return Math.max(place.most(), rows.size());
        }
        return page.given().limit() < page.asked().limit() ? page.given().limit() : place.most();
    }

    private int found(String key, int expected) {
        if (expected >= 0 && expected < rows.size() && rows.get(expected).key().equals(key)) {
            return expected;
        }
        int row = rows.size() - 1;
        while (row >= 0 && !rows.get(row).key().equals(key)) {
            row--;
        }
        return row;
    }

    private int start() {
        return page.given().start();
    }
}
