package dev.callist.internal.walk.join;

import dev.callist.CallPage;
import dev.callist.CallQuery;
import dev.callist.Cursor;
import dev.callist.ListingReport.Doubt;
import dev.callist.internal.walk.resume.PassedRows;
import dev.callist.internal.walk.resume.PassedRows.RowCount;
import dev.callist.internal.walk.source.PageSource;
import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Finds the new rows of a page in a list that is counted in rows, which may shift between requests. A page is requested
 * from the last row passed on, so two pages overlap by one row, or by two where no total shows that the list has not
 * changed (see {@link PageJoin#sharedRows}).
 *
 * <p>If these rows are where they are expected, nothing shifted; a single row proves this only if the total has not
 * changed. Otherwise a page is accepted in two cases: it begins with the first row of the list; or it begins with two
 * rows that were passed one after the other, and the total has changed by as many rows as they have moved. Every row on
 * it that was not passed is then new. Any other page may follow rows that were missed, because rows have moved
 * together or moved while others vanished, so the search moves to earlier pages.
 *
 * <p>The order helps where a list was seen to run newest first: rows newer than all rows passed have arrived since, and
 * a page that has only such rows moves the search to later pages. A walk that does not remember all rows that it has
 * passed, because it was resumed or is long, treats those above the oldest remembered one as passed. Every search is
 * bounded; then the walk continues page by page and reports that rows may be missing.
 */
final class OverlapSearch {
    private static final int MAX_TRIES = 4;
    private static final int MAX_PAGES_AT_THE_END = 20;
    private static final int MAX_LOOKS = 40;
    private static final int MAX_CHANCE_CHECKS = 20;

    private final PassedRows passed;
    private final KnownRows known;
    private final PageRows rows;
    private final Arrivals arrivals;
    private final CallPage page;
    private final int start;
    private final int asked;
    private final int limit;
    private final int fullEnd;
    private final boolean marksEnd;
    private final boolean isInPlace;

    /** A search on one page, which was asked for at a cursor. */
    OverlapSearch(
            PassedRows passed,
            KnownRows known,
            PageRows rows,
            CallPage page,
            Cursor cursor,
            PageSource source,
            CallQuery query) {
        this.passed = passed;
        this.known = known;
        this.rows = rows;
        this.arrivals = new Arrivals(rows, passed.order(), known.isTrimmed());
        this.page = page;
        this.start = page.firstRow().orElseThrow();
        this.asked = cursor.row().orElse(0);
        this.limit = cursor.limit().orElse(query.pageSize().orElse(1));
        this.fullEnd = source.endOf(query, cursor);
        this.marksEnd = source.marksEnd();
        this.isInPlace = isInPlace();
    }

    Overlap find() {
        if (count().hasNoOverlap() || isExhausted(MAX_LOOKS)) {
            return withoutOverlap();
        }
        if (last() < 0) {
            return joined(new BitSet(), start == 0 ? Seam.CONTINUOUS : Seam.CONTINUOUS.with(Doubt.BETWEEN_PAGES), true);
        }
        if (start > 0 && isPlaceDoubtful()) {
            return lookBack();
        }
        BitSet old = known.on(rows, isInPlace ? last() - start + 1 : rows.size());
        return old.isEmpty() ? withoutKnownRows() : withKnownRows(old);
    }

    /** Whether an earlier page must show that the last row passed has not moved, or that it is the row in its place. */
    private boolean isPlaceDoubtful() {
        boolean mayHaveMoved = hasFallen() ? isInPlace || followsWithoutOverlap() : isInPlace && isAloneAfterShift();
        boolean isFirstLook = !hasLookedBack() || (hasFallen() && !isExhausted(MAX_TRIES));
        return (isInPlaceByChance() && !isExhausted(MAX_CHANCE_CHECKS)) || (mayHaveMoved && isFirstLook);
    }

    /** Continues after the rows that were passed, if nothing can be missing above them. */
    private Overlap withKnownRows(BitSet old) {
        int first = old.nextSetBit(0);
        boolean areArrivals = first > 0 && arrivals.areAllBefore(first);
        int forgotten = forgottenRows(first);
        boolean beginsPassed = (first == 0 || forgotten > 0) && areNeighboursPassed(old, first);
        boolean isProved = areArrivals || (beginsPassed && (isInPlace || !mayHaveMovedTogether(first)));
        if (start > 0 && !isProved) {
            return lookBack();
        }
        old.set(0, areArrivals ? first : forgotten);
        boolean mayRepeat = known.isTrimmed() && old.cardinality() < old.length();
        boolean mayMiss = isInPlaceByChance() && start > 0;
        Seam seam = isInPlace ? Seam.CONTINUOUS : Seam.DRIFT;
        Overlap overlap = joined(old, mayRepeat || mayMiss ? seam.with(Doubt.BETWEEN_PAGES) : seam, isInPlace);
        boolean bringsMore = old.length() < rows.size();
        boolean isEnd = old.length() <= known.sharedRows() && overlap.next().isEmpty();
        boolean isPlain =
                isInPlace && !isInPlaceByChance() && old.length() == old.cardinality() && (bringsMore || isEnd);
        return isPlain ? overlap.asPlain() : overlap;
    }

    /** Whether the first known row was passed together with the row after it, unless pages have only one row. */
    private boolean areNeighboursPassed(BitSet old, int first) {
        return isInPlace
                || mostAtOnce() == 1
                || (old.get(first + 1) && passed.isPair(rows.key(first), rows.key(first + 1)));
    }

    /**
     * Whether the list has lost rows since the last page. They may have been above the last row passed, and a row that
     * is nevertheless in its place has moved down past others.
     */
    private boolean hasFallen() {
        return rise() < 0;
    }

    /** By how many rows the total has risen since the last page; 0 unless both pages have given one. */
    private long rise() {
        return count().total() >= 0 && total().isPresent() ? total().getAsLong() - count().total() : 0;
    }

    /** Whether the last row passed is where it was passed. */
    private boolean isInPlace() {
        int expected = last() - start;
        return expected >= 0 && expected < rows.size() && rows.key(expected).equals(passed.lastKey());
    }

    /**
     * Whether the last row passed may be in its place by chance: the row before it differs from the one that was
     * passed, or is not on the page and the total has risen.
     */
    private boolean isInPlaceByChance() {
        if (!isInPlace || !isAtLast() || mostAtOnce() == 1) {
            return false;
        }
        int expected = last() - start;
        return expected > 0 ? !passed.isPair(rows.key(expected - 1), passed.lastKey()) : rise() > 0 && !hasLookedBack();
    }

    /**
     * Whether the first rows of the page may have moved down together past others: they have moved further than a total
     * has risen.
     */
    private boolean mayHaveMovedTogether(int first) {
        boolean isRemembered = passed.keys().contains(rows.key(first));
        if (!isAtLast() || hasLookedBack() || mostAtOnce() == 1 || !isRemembered) {
            return false;
        }
        int moved = start + first - (last() - passed.keysAfter(rows.key(first)));
        return rise() < moved;
    }

    /** Whether the page was requested from the rows where it should overlap. */
    private boolean isAtLast() {
        return asked == last() || asked == last() + 1 - known.sharedRows();
    }

    /**
     * How many rows at the start of the page were passed so long ago that they are not remembered, if a given row is
     * the first that is remembered: those above the place where the oldest remembered row would be.
     */
    private int forgottenRows(int first) {
        int index = passed.keys().lastIndexOf(rows.key(first));
        return known.isTrimmed() && index >= 0 ? Math.max(0, first - index) : 0;
    }

    /**
     * Whether the page has nothing but the last row passed, and rows that came after it may be above it now: the walk
     * has just been resumed, or the list has shifted and no total shows whether it has fallen.
     */
    private boolean isAloneAfterShift() {
        boolean mayHideRows =
                known.isResuming() || (known.mayHaveShifted() && page.total().isEmpty());
        return mayHideRows && rows.size() == 1 && count().mostAtOnce() > 1;
    }

    /**
     * Whether the search has already left the last row passed. Where pages have one row, that row is requested again
     * first.
     */
    private boolean hasLookedBack() {
        return count().pagesWithoutNewRows() > (count().mostAtOnce() == 1 ? 1 : 0);
    }

    private Overlap withoutKnownRows() {
        if (followsWithoutOverlap()) {
            boolean isPastEnd = rows.size() == 0 && asked > last();
            return joined(new BitSet(), isPastEnd ? Seam.CONTINUOUS : Seam.CONTINUOUS.with(Doubt.BETWEEN_PAGES), true);
        }
        if (rows.size() == 0) {
            return onEmptyPage();
        }
        OptionalInt firstToCome = arrivals.firstToCome();
        if (firstToCome.isPresent()) {
            return byOrder(firstToCome.getAsInt());
        }
        boolean mayLookBack = !known.isTrimmed() || !isExhausted(MAX_TRIES);
        return start > 0 && mayLookBack ? lookBack() : withAllRows(start > 0 || known.isTrimmed());
    }

    /** Whether the page begins right after the last row passed, because the server cannot return overlapping pages. */
    private boolean followsWithoutOverlap() {
        int after = last() + 1;
        boolean areSingle = count().mostAtOnce() == 1 && rows.size() <= 1;
        return start == after && (asked == last() || (asked == after && areSingle));
    }

    /**
     * Continues page by page, as a client that counts pages does, until the provider marks the end or returns an empty
     * page. A search that finds nothing ends in this way, too: it continues after the last row passed.
     */
    private Overlap withoutOverlap() {
        boolean isReached = rows.size() == 0 || page.total().orElse(Long.MAX_VALUE) <= start + rows.size();
        boolean ends = marksEnd ? page.next().isEmpty() : isReached;
        int further = count().hasNoOverlap() ? rowAfterPage() : last() + 1;
        RowCount after = new RowCount(further - 1, mostAtOnce(), pagesWithoutNewRows(), true, count().total());
        Optional<Cursor> next = ends && count().hasNoOverlap() ? Optional.empty() : Optional.of(at(further));
        BitSet old = known.on(rows, rows.size());
        return new Overlap(old, rows.size(), Seam.DRIFT.with(Doubt.BETWEEN_PAGES), after, next);
    }

    private Overlap onEmptyPage() {
        if (start == 0) {
            return joined(new BitSet(), Seam.DRIFT, true);
        }
        boolean isAtEnd = !marksEnd && isAtLast() && isExhausted(MAX_PAGES_AT_THE_END);
        return isAtEnd
                ? withoutNewRows(Seam.DRIFT.with(Doubt.BETWEEN_PAGES), countAt(last()), Optional.empty())
                : lookBack();
    }

    private Overlap byOrder(int first) {
        boolean restIsUndated = true;
        for (int row = first; row < rows.size(); row++) {
            restIsUndated &= rows.createdAt(row).isEmpty();
        }
        BitSet skipped = arrivals.notNewBefore(first);
        boolean haveMoreToCome = first == rows.size() || (restIsUndated && start + first - 1 > asked);
        if (haveMoreToCome && skipped.cardinality() == first) {
            return lookAhead(first);
        }
        boolean isConfirmed = first > 1 || (first == 1 && isExhausted(MAX_TRIES));
        if (isConfirmed || start == 0) {
            return joined(skipped, Seam.DRIFT, true);
        }
        return lookBack();
    }

    /** Continues with all rows of the page, none of which is known. */
    private Overlap withAllRows(boolean mayMiss) {
        return joined(new BitSet(), mayMiss ? Seam.DRIFT.with(Doubt.BETWEEN_PAGES) : Seam.DRIFT, true);
    }

    /**
     * Continues after the rows that were passed. A page that brings nothing new ends the list only if the last of those
     * rows is in its place and, where no total says that this row is the last one of the list, only if the page was
     * requested from it: a server that ignores the requested position returns the same page for any number, including
     * the last one. If rows shift at every request, that is never the case, so the twentieth such page in a row counts
     * as the end, with a gap, unless it is full.
     */
    private Overlap joined(BitSet old, Seam seam, boolean isInPlace) {
        int below = rows.size() - old.length();
        boolean claimsEnd = marksEnd ? page.next().isEmpty() : endsUnmarked(below, seam.hasDrifted());
        boolean isConfirmed = asked >= last() || (isAtLast() && (marksEnd || total().isPresent()));
        boolean ends = claimsEnd && (below > 0 || (isInPlace && isConfirmed));
        if (below > 0) {
            RowCount after =
                    new RowCount(start + rows.size() - 1, mostAtOnce(), pagesWithoutNewRows(), false, count().total());
            Optional<Cursor> next = ends ? Optional.empty() : Optional.of(overlapping(after.last()));
            return new Overlap(old, rows.size(), seam, after, next);
        }
        int found = old.length();
        RowCount after = countAt(found == 0 ? last() : start + found - 1);
        if (ends || isLastOfMany(claimsEnd)) {
            Seam end = ends ? seam : seam.with(Doubt.BETWEEN_PAGES);
            return new Overlap(old, found, end, after, Optional.empty());
        }
        if (isInPlace && isStuck()) {
            RowCount skipped = new RowCount(
                    rowAfterPage() - 1, mostAtOnce(), count().pagesWithoutNewRows() + 1, true, count().total());
            return new Overlap(old, found, seam, skipped, Optional.of(at(rowAfterPage())));
        }
        if (found == 0) {
            boolean isTriedAgain = rows.size() == 0 && !isExhausted(MAX_TRIES);
            Cursor there = at(isTriedAgain ? asked : rowAfterPage());
            return new Overlap(old, 0, seam, after, Optional.of(there));
        }
        if (isAtLast() && count().pagesWithoutNewRows() == 0 && found == rows.size() && old.cardinality() == found) {
            int moved = start + found - 1 + passed.keysAfter(rows.key(found - 1));
            return new Overlap(old, 0, seam, countAt(moved), Optional.of(at(isAlone() ? moved + 1 : moved)));
        }
        boolean mustConfirmEnd = claimsEnd && isInPlace && isAtLast();
        return new Overlap(old, found, seam, after, Optional.of(further(after.last(), mustConfirmEnd)));
    }

    private Cursor further(int last, boolean mustConfirmEnd) {
        if (isAlone()) {
            return at(last + 1);
        }
        return mustConfirmEnd ? at(last) : overlapping(last);
    }

    private boolean isLastOfMany(boolean claimsEnd) {
        return claimsEnd && isExhausted(MAX_PAGES_AT_THE_END) && start + rows.size() < fullEnd;
    }

    /** A page without new rows. */
    private Overlap withoutNewRows(Seam seam, RowCount after, Optional<Cursor> next) {
        BitSet all = new BitSet();
        all.set(0, rows.size());
        return new Overlap(all, 0, seam, after, next);
    }

    /** The count after a page without new rows at its end, with the index of the last row passed. */
    private RowCount countAt(int last) {
        return new RowCount(last, mostAtOnce(), count().pagesWithoutNewRows() + 1, false, count().total());
    }

    /** How many pages in a row brought nothing new, this one included, if the walk continues from it. */
    private int pagesWithoutNewRows() {
        boolean isFirst = count().pagesWithoutNewRows() == 0 && rows.size() > 0;
        boolean bringsNothing = !isFirst && known.on(rows, rows.size()).cardinality() == rows.size();
        return bringsNothing ? count().pagesWithoutNewRows() + 1 : 0;
    }

    /** Whether at least this many pages in a row, this one included, brought nothing. */
    private boolean isExhausted(int pages) {
        return count().pagesWithoutNewRows() + 1 >= pages;
    }

    /**
     * Whether to continue after the page without an overlap, as a client that counts pages would: the last row passed
     * was requested several times, and the provider says that more follows but returns nothing after it.
     */
    private boolean isStuck() {
        boolean saysMore = marksEnd || total().orElse(count().total()) > rowAfterPage();
        boolean isRepeated = isAtLast() && isExhausted(MAX_TRIES);
        return saysMore && isRepeated && rowAfterPage() > last();
    }

    /** The row after the page, as the provider counts it. */
    private int rowAfterPage() {
        OptionalInt row = page.next().map(Cursor::row).orElse(OptionalInt.empty());
        return row.orElse(start + rows.size());
    }

    /** Whether the page has a single row, the only one of the list or one of many sent one by one. */
    private boolean isAlone() {
        return !marksEnd && rows.size() == 1 && count().mostAtOnce() == 1;
    }

    /**
     * Whether an unmarked page is the last: the total is reached, or there is none and a page that is not full brings
     * nothing new. Where rows have shifted the total may be an old one, so the next page must confirm it.
     */
    private boolean endsUnmarked(int below, boolean drifted) {
        long reached = (long) start + rows.size();
        long total = total().orElse(-1);
        if (below > 0) {
            boolean isCurrent = !drifted && !known.mayHaveShifted();
            return total == reached && isCurrent && rows.size() < limit && !isAsFullAsEver();
        }
        return !isFull() && total().orElse(count().total()) <= reached && (!isAlone() || total == reached);
    }

    /** The total of this page, unless the page itself has rows beyond it. That of an earlier page may be too low. */
    private OptionalLong total() {
        return PageRows.total(page);
    }

    /** A server that returns fewer rows than requested may be wrong about the total on any page. */
    private boolean isAsFullAsEver() {
        return count().mostAtOnce() > 0 && rows.size() >= count().mostAtOnce();
    }

    private boolean isFull() {
        return rows.size() > 1 && rows.size() >= count().mostAtOnce();
    }

    /** Continues with the last row that is newer, and reads again the rows without a time after it. */
    private Overlap lookAhead(int firstToCome) {
        boolean ends = marksEnd ? page.next().isEmpty() : !isFull();
        Optional<Cursor> there =
                ends ? Optional.empty() : Optional.of(at(Math.max(start + 1, start + firstToCome - 1)));
        return withoutNewRows(ends ? Seam.DRIFT.with(Doubt.BETWEEN_PAGES) : Seam.DRIFT, countAt(last()), there);
    }

    /** Continues one page above the last row passed, then twice as far above it, and so on. */
    private Overlap lookBack() {
        int from = Math.min(start, last());
        int step = Math.max(limit, last() - from);
        return withoutNewRows(Seam.DRIFT, countAt(last()), Optional.of(at(Math.max(0, from - step))));
    }

    private int mostAtOnce() {
        return Math.max(count().mostAtOnce(), rows.size());
    }

    /** A cursor for the page that overlaps with the rows up to the given one. */
    private Cursor overlapping(int last) {
        return at(Math.max(0, last + 1 - known.sharedRows()));
    }

    /** A cursor with the limit that the provider is known to honour. */
    private Cursor at(int row) {
        OptionalInt held = page.next().map(Cursor::limit).orElse(OptionalInt.empty());
        return Cursor.atRow(row, held.orElse(limit));
    }

    /** The index of the last row passed; -1 before the first page. */
    private int last() {
        return passed.keys().isEmpty() ? -1 : count().last();
    }

    private RowCount count() {
        return passed.count();
    }
}
