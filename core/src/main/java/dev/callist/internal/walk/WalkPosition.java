package dev.callist.internal.walk;

import dev.callist.Call;
import dev.callist.Cursor;
import dev.callist.ListingReport.Doubt;
import dev.callist.internal.walk.join.JoinedPage;
import dev.callist.internal.walk.join.JoinedPage.Passage;
import dev.callist.internal.walk.join.PageRows;
import dev.callist.internal.walk.resume.ListOrder;
import dev.callist.internal.walk.resume.PassedRows;
import dev.callist.internal.walk.resume.PassedRows.RowCount;
import dev.callist.internal.walk.resume.ResumeState;
import dev.callist.internal.walk.seen.CallKey;
import dev.callist.internal.walk.source.PageAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a walk is: on a page, after some of its calls. One thread moves it; any thread may ask for its state.
 */
final class WalkPosition {
    private final ResumeState start;
    private final @Nullable FilteredPage page;
    private final boolean handedBefore;
    private final List<Call> calls;
    private volatile int handedOver;

    private WalkPosition(ResumeState start, @Nullable FilteredPage page, boolean handedBefore) {
        this.start = start;
        this.page = page;
        this.handedBefore = handedBefore;
        this.calls = page == null ? List.of() : page.calls();
    }

    /** The position before the first page of a walk that starts here. */
    static WalkPosition startingAt(ResumeState start) {
        return new WalkPosition(start, null, false);
    }

    /** The position before the first call of the page that follows. */
    WalkPosition onPage(FilteredPage next) {
        return new WalkPosition(start, next, handedBefore || handedOver > 0);
    }

    boolean hasMore() {
        return handedOver < calls.size();
    }

    /** The call that {@link #handOver()} returns next. */
    Call peek() {
        return calls.get(handedOver);
    }

    Call handOver() {
        int index = handedOver;
        Call call = calls.get(index);
        handedOver = index + 1;
        return call;
    }

    /** The state right after the last call handed over. */
    ResumeState state(Set<Doubt> doubts) {
        FilteredPage current = page;
        int done = handedOver;
        if (current == null) {
            return start.with(doubts);
        }
        boolean isPageDone = done == calls.size();
        Passage passage = current.joined().passage();
        if (isPageDone) {
            boolean isBeforeStart = passage.isSearching() && current.next().isPresent() && !handedBefore && done == 0;
            return isBeforeStart ? start.with(doubts) : at(current, current.next(), passage.after(), doubts);
        }
        if (done == 0) {
            return at(current, Optional.of(current.address()), passage.before(), doubts);
        }
        PassedRows passed = passedUpTo(current.joined().rows().rowOf(calls.get(done - 1)), current.joined());
        return at(current, Optional.of(insidePage(current, passed)), passed, doubts);
    }

    private ResumeState at(FilteredPage current, Optional<PageAddress> next, PassedRows passed, Set<Doubt> doubts) {
        return new ResumeState(start.fingerprint(), start.pageSize(), current.listEnd(), next, passed, doubts);
    }

    /**
     * In a list that is counted in rows a page is read again from the last row passed on, in any other from its start.
     */
    private PageAddress insidePage(FilteredPage current, PassedRows passed) {
        PageAddress address = current.address();
        if (passed.insidePage()) {
            return address;
        }
        OptionalInt held = current.joined()
                .page()
                .next()
                .map(Cursor::limit)
                .orElse(address.cursor().limit());
        return address.at(Cursor.atRow(passed.count().last(), held.orElse(start.pageSize())));
    }

    private static PassedRows passedUpTo(int row, JoinedPage joined) {
        PageRows rows = joined.rows();
        PassedRows before = joined.passage().before();
        int first = joined.passage().firstNew();
        ListOrder order = before.order()
                .after(row + 1 - first, i -> rows.createdAt(first + i))
                .holding(joined.passage().after().order().holds());
        List<CallKey> further = rows.lastKeys(row + 1, PassedRows.MAX_KEYS);
        boolean countsRows = joined.page().firstRow().isPresent();
        RowCount count = countsRows
                ? new RowCount(
                        joined.page().firstRow().getAsInt() + row,
                        joined.passage().after().count().mostAtOnce(),
                        0,
                        false,
                        joined.passage().after().count().total())
                : before.count();
        return before.with(further, order, count).inside(!countsRows);
    }
}
