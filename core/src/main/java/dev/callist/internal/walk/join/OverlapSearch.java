package dev.callist.internal.walk.join;

import dev.callist.CallPage;
import dev.callist.CallQuery;
import dev.callist.Cursor;
import dev.callist.internal.walk.resume.ListOrder;
import dev.callist.internal.walk.resume.PassedRows;
import dev.callist.internal.walk.resume.PassedRows.RowCount;
import dev.callist.internal.walk.seen.CallKey;
import dev.callist.internal.walk.source.PageSource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Finds where the new rows of a page begin in a list that is counted in rows, which may shift between requests. A page is
 * asked for from the last row passed on, so that the two overlap by one row.
 *
 * <p>If that row is where it is expected, nothing shifted. If that row or an earlier one is elsewhere on the page, the new rows
 * follow it. If the page has none of the rows passed, the order decides: in a list that runs newest first, the new rows begin
 * with the first row that is not newer than the last one passed, if a newer row precedes it. Otherwise the search moves to later
 * pages when all rows of the page are newer, and to earlier pages in every other case. In a list without an order it looks only a
 * few pages back; then the walk continues and reports that rows may be missing.
 */
final class OverlapSearch {
    private static final int MOST_LOOKS_WITHOUT_ORDER = 3;
    private static final int MOST_DOUBLINGS = 4;
    private static final int MOST_PAGES_AT_THE_END = 20;
    private static final int MOST_LOOKS = 50;

    private final PassedRows passed;
    private final PageRows rows;
    private final CallPage page;
    private final int start;
    private final int asked;
    private final int limit;
    private final int fullEnd;
    private final boolean signsEnd;

    /** A search on one page, which was asked for at a cursor. */
    OverlapSearch(PassedRows passed, PageRows rows, CallPage page, Cursor cursor, PageSource source, CallQuery query) {
        this.passed = passed;
        this.rows = rows;
        this.page = page;
        this.start = page.firstRow().orElseThrow();
        this.asked = cursor.row().orElse(0);
        this.limit = cursor.limit().orElse(query.pageSize().orElse(1));
        this.fullEnd = source.endOf(query, cursor);
        this.signsEnd = source.signsEnd();
    }

    /**
     * Where the new rows begin.
     *
     * @param firstNew the first new row of the page; the page's size if none is new
     * @param seam what happened between the pages
     * @param count the row count after the page
     * @param next where to continue; absent at the end of the list
     * @param isPlain whether the last row passed was found and the page brings more, or ends the list
     */
    record Overlap(int firstNew, Seam seam, RowCount count, Optional<Cursor> next, boolean isPlain) {
        Overlap asPlain() {
            return new Overlap(firstNew, seam, count, next, true);
        }
    }

    /**
     * The newest of the rows passed that is on the page.
     *
     * @param keys how many keys there are up to its own
     * @param row where it is in the list
     * @param isInPlace whether it is where it was expected
     */
    private record Match(int keys, int row, boolean isInPlace) {
        /** No row passed needs to be on the page, or can be. */
        static final Match NONE = new Match(0, -1, true);

        boolean isNone() {
            return keys == 0;
        }
    }

    Overlap find() {
        int known = count().last() < 0 ? 0 : keys().size();
        for (int newest = known; newest > 0; newest--) {
            int expected = rowOf(newest - 1) - start;
            int found = rows.find(keys().get(newest - 1), expected);
            if (found >= 0) {
                return foundAt(found, new Match(newest, start + found, found == expected));
            }
            if (followsWithoutOverlap()) {
                boolean isPastEnd = rows.size() == 0 && asked > count().last();
                return joined(0, new Match(known, count().last(), true), isPastEnd ? Seam.TIGHT : Seam.GAP);
            }
        }
        if (known == 0) {
            return joined(0, Match.NONE, Seam.TIGHT);
        }
        return rows.size() == 0 ? onEmptyPage() : byOrder();
    }

    private Overlap foundAt(int found, Match match) {
        boolean isLastRow = match.keys() == keys().size();
        Overlap overlap = joined(found + 1, match, match.isInPlace() && isLastRow ? Seam.TIGHT : Seam.DRIFT);
        boolean bringsMore = overlap.firstNew() < rows.size();
        boolean isEnd = found == 0 && overlap.next().isEmpty();
        return isLastRow && (bringsMore || isEnd) ? overlap.asPlain() : overlap;
    }

    /** Whether the page begins right after the last row passed, because the server cannot return overlapping pages. */
    private boolean followsWithoutOverlap() {
        int after = count().last() + 1;
        boolean isAskedAfter = asked == after && (count().mostAtOnce() == 1 || count().isSkipped());
        return start == after && (asked == count().last() || isAskedAfter);
    }

    private Overlap onEmptyPage() {
        if (start == 0) {
            return joined(0, Match.NONE, Seam.DRIFT);
        }
        boolean isAtEnd = !signsEnd && asked == count().last() && isLastOfMany();
        return isAtEnd ? withoutNewRows(Seam.DRIFT_AND_GAP, countAt(count().last()), Optional.empty()) : lookBack();
    }

    private Overlap byOrder() {
        OptionalInt firstToCome = firstToCome();
        if (firstToCome.isEmpty()) {
            boolean mayLookBack = start > 0 && count().barrenPages() < MOST_LOOKS_WITHOUT_ORDER;
            return mayLookBack ? lookBack() : joined(0, Match.NONE, Seam.DRIFT_AND_GAP);
        }
        int first = firstToCome.getAsInt();
        boolean restIsUndated = true;
        for (int row = first; row < rows.size(); row++) {
            restIsUndated &= rows.createdAt(row).isEmpty();
        }
        if (first == rows.size() || (restIsUndated && start + first - 1 > asked)) {
            return lookAhead(first);
        }
        if (first > 0 || start == 0) {
            return joined(first, Match.NONE, Seam.DRIFT);
        }
        boolean isUnknownAgain = asked == count().last() && count().barrenPages() >= MOST_LOOKS;
        return isUnknownAgain ? joined(0, Match.NONE, Seam.DRIFT_AND_GAP) : lookBack();
    }

    /**
     * The first row after all that are newer than the last row passed, so that no row above it can still be to come; as many as
     * there are rows when the last one is newer; absent if the order does not show it.
     */
    private OptionalInt firstToCome() {
        ListOrder own = ListOrder.START.after(rows.size(), rows::createdAt);
        boolean isKnown = passed.order().holds()
                && passed.order().last().isPresent()
                && own.holds()
                && own.last().isPresent();
        if (!isKnown) {
            return OptionalInt.empty();
        }
        Instant last = passed.order().last().get();
        int first = rows.size();
        while (first > 0 && rows.createdAt(first - 1).filter(last::isBefore).isEmpty()) {
            first--;
        }
        return OptionalInt.of(first);
    }

    /**
     * Continues after a row that was passed. A page that brings nothing new ends the list only if that row is in its place: a
     * server that ignores the requested position returns the same page for any number, including the last one. If rows shift at
     * every request it never is, so the twentieth such page in a row counts as the end, with a gap, unless it is full.
     */
    private Overlap joined(int firstNew, Match match, Seam seam) {
        int fresh = rows.size() - firstNew;
        boolean claimsEnd = signsEnd ? page.next().isEmpty() : endsUnsigned(fresh, seam.hasDrifted());
        boolean ends = claimsEnd && (match.isInPlace() || fresh > 0);
        if (fresh > 0) {
            int last = start + rows.size() - 1;
            Optional<Cursor> next = ends ? Optional.empty() : Optional.of(at(last));
            return new Overlap(firstNew, seam, new RowCount(last, mostAtOnce(), 0, false), next, false);
        }
        int last = match.isNone() ? count().last() : match.row() + keys().size() - match.keys();
        if (ends || (claimsEnd && isLastOfMany() && start + rows.size() < fullEnd)) {
            return withoutNewRows(ends ? seam : seam.withGap(), countAt(last), Optional.empty());
        }
        if (!match.isNone() && match.isInPlace() && skips()) {
            RowCount skipped = new RowCount(rowAfterPage() - 1, mostAtOnce(), count().barrenPages() + 1, true);
            return withoutNewRows(seam, skipped, Optional.of(at(rowAfterPage())));
        }
        int further = match.isNone() ? rowAfterPage() : isAlone() ? last + 1 : match.row();
        return withoutNewRows(seam, countAt(last), Optional.of(at(further)));
    }

    /** A page without new rows. */
    private Overlap withoutNewRows(Seam seam, RowCount after, Optional<Cursor> next) {
        return new Overlap(rows.size(), seam, after, next, false);
    }

    /** The count after a page without new rows, with the index of the last row passed. */
    private RowCount countAt(int last) {
        return new RowCount(last, mostAtOnce(), count().barrenPages() + 1, false);
    }

    /** Whether enough pages in a row brought nothing, so that this one may be taken as the end. */
    private boolean isLastOfMany() {
        return count().barrenPages() + 1 >= MOST_PAGES_AT_THE_END;
    }

    /**
     * Whether to continue after the page without an overlap, as a client that counts pages would: the last row passed was requested
     * several times, and the provider says that more follows but returns nothing after it.
     */
    private boolean skips() {
        boolean isStuck = asked == count().last() && count().barrenPages() >= MOST_LOOKS_WITHOUT_ORDER;
        return signsEnd && (isStuck || count().isSkipped()) && rowAfterPage() > count().last();
    }

    /** The row after the page, as the provider counts it. */
    private int rowAfterPage() {
        OptionalInt row = page.next().map(Cursor::row).orElse(OptionalInt.empty());
        return row.orElse(start + rows.size());
    }

    /** Whether the page has a single row, the only one of the list or one of many sent one by one. */
    private boolean isAlone() {
        return !signsEnd && rows.size() == 1 && count().mostAtOnce() == 1;
    }

    /** Whether a page without the provider's sign is the last: nothing new on a page that is not full, or the total reached. */
    private boolean endsUnsigned(int fresh, boolean drifted) {
        long total = page.total().orElse(-1);
        if (fresh > 0) {
            return total == (long) start + rows.size() && !drifted && rows.size() < limit && !isAsFullAsEver();
        }
        return !isFull() && (!isAlone() || total == start + 1L);
    }

    /** A server that returns fewer rows than requested may be wrong about the total on any page. */
    private boolean isAsFullAsEver() {
        return count().mostAtOnce() > 0 && rows.size() >= count().mostAtOnce();
    }

    private boolean isFull() {
        return rows.size() > 1 && rows.size() >= count().mostAtOnce();
    }

    /** Continues with the last row that is newer, and reads the rows without a time after it again. */
    private Overlap lookAhead(int firstToCome) {
        boolean ends = signsEnd ? page.next().isEmpty() : !isFull();
        Optional<Cursor> there =
                ends ? Optional.empty() : Optional.of(at(Math.max(start + 1, start + firstToCome - 1)));
        return withoutNewRows(ends ? Seam.DRIFT_AND_GAP : Seam.DRIFT, countAt(count().last()), there);
    }

    private Overlap lookBack() {
        long step = (long) limit << Math.min(count().barrenPages(), MOST_DOUBLINGS);
        Cursor there = at((int) Math.max(0, start - step));
        return withoutNewRows(Seam.DRIFT, countAt(count().last()), Optional.of(there));
    }

    private int mostAtOnce() {
        return Math.max(count().mostAtOnce(), rows.size());
    }

    /** A cursor with the limit that the provider has shown to hold. */
    private Cursor at(int row) {
        OptionalInt held = page.next().map(Cursor::limit).orElse(OptionalInt.empty());
        return Cursor.atRow(row, held.orElse(limit));
    }

    /** Where the row with this key was. */
    private int rowOf(int key) {
        return count().last() - (keys().size() - 1 - key);
    }

    private List<CallKey> keys() {
        return passed.keys();
    }

    private RowCount count() {
        return passed.count();
    }
}
