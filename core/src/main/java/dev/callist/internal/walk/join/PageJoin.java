package dev.callist.internal.walk.join;

import dev.callist.Call;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import dev.callist.Cursor;
import dev.callist.ListingReport.Doubt;
import dev.callist.RejectedRow;
import dev.callist.internal.walk.join.JoinedPage.Passage;
import dev.callist.internal.walk.join.PositionSearch.Found;
import dev.callist.internal.walk.resume.ListOrder;
import dev.callist.internal.walk.resume.PassedRows;
import dev.callist.internal.walk.resume.PassedRows.RowCount;
import dev.callist.internal.walk.seen.CallKey;
import dev.callist.internal.walk.seen.SeenCalls;
import dev.callist.internal.walk.source.PageAddress;
import dev.callist.internal.walk.source.PageSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Decides where the new rows of a page begin, and whether rows may be missing before them: for the next page, for
 * one that was requested early, and for the pages after a resume. Not thread-safe.
 */
public final class PageJoin {
    /** The fewest rows of a page that may share two rows with the next one, where pages can begin at any row. */
    private static final int MIN_ROWS = 4;

    /**
     * The fewest rows of such a page where pages are numbered: they begin only at multiples of their size and may share
     * more rows than needed.
     */
    private static final int MIN_NUMBERED_ROWS = 20;

    private final PageSource source;
    private final CallQuery query;
    private final Optional<Instant> resumedAt;
    private final SeenCalls seen;
    private final boolean isTrimmed;
    private boolean mayHaveShifted;
    private boolean isResuming;
    private PassedRows passed;
    private PositionSearch search;

    /**
     * A join for one walk.
     *
     * @param resumed the rows that an earlier walk has passed
     * @param source the source of the pages
     * @param query the query of the pages
     * @param seen the calls that the walk has seen; the join adds those of each page that it passes
     */
    public PageJoin(PassedRows resumed, PageSource source, CallQuery query, SeenCalls seen) {
        this.source = source;
        this.query = query;
        this.resumedAt = resumed.order().last();
        this.seen = seen;
        this.isTrimmed = resumed.isTrimmed();
        this.mayHaveShifted = !resumed.keys().isEmpty();
        this.isResuming = mayHaveShifted;
        this.passed = resumed;
        this.search = PositionSearch.after(resumed);
    }

    /**
     * Prepares for a list that is read again. The position of a resumed walk is searched again if the list starts above
     * it or the position was not found yet.
     *
     * @param end where the list ends; absent if it is read from its start
     */
    public void restart(Optional<Instant> end) {
        boolean isAbove = end.isEmpty() || resumedAt.filter(end.get()::isAfter).isPresent();
        if (!search.isOver() || isAbove) {
            search = search.inRestartedList();
        }
        passed = passed.at(RowCount.NONE).inside(true);
    }

    /** Whether all rows that this walk and earlier ones passed are remembered. */
    public boolean remembersAll() {
        return !isTrimmed && !seen.isFull();
    }

    /** Whether a cursor asks for the page that overlaps with the last rows passed. */
    public boolean isAtLastRow(Cursor cursor) {
        int last = passed.count().last();
        return cursor.row().isPresent()
                && (cursor.row().getAsInt() == last || cursor.row().getAsInt() == last + 1 - sharedRows())
                && passed.count().pagesWithoutNewRows() == 0;
    }

    /**
     * How many rows the next page of a list that is counted in rows shares with the previous page: two if rows have
     * shifted or the provider gives no total, so that one alone may be in its place by chance; otherwise one.
     */
    public int sharedRows() {
        boolean isUnsure = mayHaveShifted
                || (!passed.keys().isEmpty()
                        && passed.count().total() <= passed.count().last());
        return isUnsure && mayShareTwo(passed.count().mostAtOnce()) ? 2 : 1;
    }

    /** Whether pages of this many rows may share two of them. */
    private boolean mayShareTwo(int rows) {
        return Math.min(rows, query.pageSize().orElse(rows)) >= (source.marksEnd() ? MIN_NUMBERED_ROWS : MIN_ROWS);
    }

    /**
     * Joins a page to the rows passed. Nothing changes before {@link #pass}.
     *
     * @param address the address that was requested
     * @param isEarly whether it was requested before the previous page had arrived
     * @return absent if the page proves nothing because it was requested too early
     */
    public Optional<JoinedPage> join(CallPage page, PageAddress address, boolean isEarly) {
        PageRows rows = new PageRows(page);
        boolean countsRows = page.firstRow().isPresent();
        Overlap overlap = overlap(page, rows, address.cursor());
        if (isEarly && countsRows && !overlap.isPlain()) {
            return Optional.empty();
        }
        BitSet old = overlap.old();
        int first = old.nextClearBit(0);
        boolean isFoundByRow = countsRows && passed.count().last() >= 0;
        Found found = (isFoundByRow ? search.ended() : search).on(rows, first);
        old.or(found.passed());
        int firstNew = old.nextClearBit(0);
        boolean listHasEnded = overlap.next().isEmpty()
                && address.window().filter(window -> !window.isRest()).isEmpty();
        Passage passage = new Passage(
                passed.inside(passed.insidePage() || !found.passed().isEmpty()),
                after(overlap, rows, firstNew, PageRows.total(page)),
                firstNew,
                found.search());
        Seam seam = overlap.seam();
        if (found.mayRepeat()) {
            seam = seam.with(Doubt.BETWEEN_PAGES);
        }
        if (found.search().hasLostPosition(listHasEnded)
                || found.search().hasDroppedInDoubt(passage.after().order())) {
            seam = seam.with(Doubt.POSITION_LOST);
        }
        if (listHasEnded
                && countsRows
                && passage.after().count().total() > page.firstRow().getAsInt() + (long) rows.size()) {
            seam = seam.with(Doubt.BELOW_TOTAL);
        }
        keepOtherCalls(rows, old);
        CallPage own = old.isEmpty() ? page : without(page, rows, old);
        return Optional.of(new JoinedPage(own, rows, seam, passage, overlap.next()));
    }

    /** Treats a row as new if its id was passed, but it cannot be the call that had that id. */
    private void keepOtherCalls(PageRows rows, BitSet old) {
        for (int row = old.nextSetBit(0); row >= 0; row = old.nextSetBit(row + 1)) {
            old.set(row, !rows.isCall(row) || !seen.isOther(rows.call(row)));
        }
    }

    /** Passes the rows of a page that was joined. */
    public void pass(JoinedPage joined) {
        passed = joined.passage().after();
        search = joined.passage().search();
        mayHaveShifted |= joined.seam().hasDrifted();
        isResuming = false;
    }

    /** A page without the calls and rejected rows of another page that was requested independently. */
    public static CallPage withoutRepeats(CallPage known, CallPage page) {
        SeenCalls calls = new SeenCalls(List.of());
        known.calls().forEach(calls::add);
        Set<CallKey> rejected = new HashSet<>();
        known.rejected().forEach(row -> rejected.add(CallKey.of(row)));
        return page.toBuilder()
                .calls(page.calls().stream()
                        .filter(call -> !calls.contains(CallKey.of(call)) || calls.isOther(call))
                        .toList())
                .rejected(page.rejected().stream()
                        .filter(row -> !rejected.contains(CallKey.of(row)))
                        .toList())
                .build();
    }

    private Overlap overlap(CallPage page, PageRows rows, Cursor cursor) {
        return page.firstRow().isPresent()
                ? new OverlapSearch(
                                passed,
                                new KnownRows(
                                        seen,
                                        passed,
                                        !remembersAll(),
                                        mayHaveShifted,
                                        isResuming,
                                        sharedRows(page, rows)),
                                rows,
                                page,
                                cursor,
                                source,
                                query)
                        .find()
                : new Overlap(new BitSet(), rows.size(), Seam.CONTINUOUS, passed.count(), page.next(), true);
    }

    /** How many rows a page shares with the previous page or, if it is the first, with the next one. */
    private int sharedRows(CallPage page, PageRows rows) {
        boolean isUnsure = passed.keys().isEmpty() && PageRows.total(page).isEmpty();
        return isUnsure && mayShareTwo(rows.size()) ? 2 : sharedRows();
    }

    private PassedRows after(Overlap overlap, PageRows rows, int first, OptionalLong total) {
        ListOrder order = passed.order().after(rows.size() - first, row -> rows.createdAt(first + row));
        List<CallKey> further = rows.lastKeys(overlap.end(), PassedRows.MAX_KEYS);
        return passed.with(further, order, overlap.count().with(total));
    }

    private static CallPage without(CallPage page, PageRows rows, BitSet old) {
        List<Call> calls = new ArrayList<>(rows.size());
        for (int row = old.nextClearBit(0); row < rows.size(); row = old.nextClearBit(row + 1)) {
            if (rows.isCall(row)) {
                calls.add(rows.call(row));
            }
        }
        List<RejectedRow> rejected = page.rejected().stream()
                .filter(row -> !old.get(Math.max(0, row.index())))
                .toList();
        return page.toBuilder().calls(calls).rejected(rejected).build();
    }
}
