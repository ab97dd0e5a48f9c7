package dev.callist.internal.walk;

import static dev.callist.Calls.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.Call;
import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import dev.callist.Cursor;
import dev.callist.ListingReport.Completeness;
import dev.callist.ScriptedLister;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Pages that are requested before the pages that precede them have arrived: by row number, and as time windows. */
class ConcurrentWalkTest {
    private static final String ROW_2 = Cursor.atRow(2, 3).text();
    private static final String ROW_4 = Cursor.atRow(4, 3).text();
    private static final String ROW_6 = Cursor.atRow(6, 3).text();

    private final ScriptedLister lister = new ScriptedLister();

    @Test
    void joinsEarlyPagesAtTheLastRowOfThePageBefore() {
        counted(lister.total(8))
                .rows(4, 3, true, call("e", 5), call("f", 6), call("g", 7))
                .rows(6, 3, false, call("g", 7), call("h", 8));

        CallIterator walk = rows(3);

        assertThat(drain(walk)).containsExactly("a", "b", "c", "d", "e", "f", "g", "h");
        assertThat(lister.asked()).containsExactlyInAnyOrder("", ROW_2, ROW_4, ROW_6);
        assertThat(walk.report().duplicates()).isZero();
        assertThat(walk.report().drifted()).isFalse();
        assertThat(walk.report().completeness()).isEqualTo(Completeness.COMPLETE);
    }

    @Test
    void reportsDriftWhenTheLastRowIsFurtherDown() {
        counted()
                .rows(1, 3, true, call("a", 1), call("b", 2), call("c", 3))
                .rows(3, 3, true, call("c", 3), call("d", 4), call("e", 5))
                .rows(5, 3, false, call("e", 5), call("f", 6))
                .rows(4, 3, false, call("d", 4), call("e", 5), call("f", 6));

        CallIterator walk = rows(2);

        assertThat(drain(walk)).containsExactly("a", "b", "c", "d", "e", "f");
        assertThat(walk.report().drifted()).isTrue();
        assertThat(walk.report().completeness()).isEqualTo(Completeness.COMPLETE);
    }

    @Test
    void asksAgainForAnEarlyPageThatDoesNotFollow() {
        Call[] wrong = {call("g", 7), call("h", 8)};
        counted()
                .on(ROW_4, first(page(4, true, wrong), page(4, true, call("e", 5), call("f", 6), call("g", 7))))
                .on(ROW_6, first(page(6, false, call("g", 7), call("h", 8))));

        CallIterator walk = rows(3);

        assertThat(drain(walk)).containsExactly("a", "b", "c", "d", "e", "f", "g", "h");
        assertThat(lister.asked()).filteredOn(ROW_4::equals).hasSize(2);
        assertThat(walk.report().completeness()).isEqualTo(Completeness.COMPLETE);
    }

    @Test
    void doesNotTakeTheSamePageUnderAnotherNumberForTheEnd() {
        CallPage same = page(2, false, call("c", 3), call("d", 4), call("e", 5));
        counted().on(ROW_4, first(same, page(4, false, call("e", 5), call("f", 6))));

        assertThat(drain(rows(2))).containsExactly("a", "b", "c", "d", "e", "f");
    }

    @Test
    void doesNotTakeAnEarlyPageWithoutNewRowsForALoop() {
        CallPage same = page(2, true, call("c", 3), call("d", 4), call("e", 5));
        counted().on(ROW_4, first(same, page(4, false, call("e", 5), call("f", 6))));

        assertThat(drain(rows(2))).containsExactly("a", "b", "c", "d", "e", "f");
    }

    @Test
    void asksAgainForAnEarlyPageThatFails() {
        CallPage page = page(4, false, call("e", 5), call("f", 6));
        for (Kind kind : List.of(Kind.NOT_FOUND, Kind.SERVER_ERROR)) {
            ScriptedLister failing = counted(new ScriptedLister()).on(ROW_4, throwing(kind, page));

            assertThat(drain(rows(failing, 2))).as("%s", kind).containsExactly("a", "b", "c", "d", "e", "f");
            assertThat(failing.asked()).filteredOn(ROW_4::equals).hasSize(2);
        }
    }

    @Test
    void joinsEarlyPagesByTheirRowsInAListWithoutOrder() {
        lister.concurrency(8)
                .rows(0, 3, true, call("a", 1), call("b", 2), call("c", 3))
                .rows(2, 3, true, call("c", 3), call("d", 0), call("e", 9))
                .on(
                        ROW_4,
                        first(
                                page(4, false, call("c", 3), call("wrong", 9)),
                                page(4, false, call("e", 9), call("f", 4))));

        assertThat(drain(rows(2))).containsExactly("a", "b", "c", "d", "e", "f");
    }

    @Test
    void requestsTheRestOfAWindowBeforeTheNextWindow() {
        windows(4)
                .page("until 2:", "more", call("b", 2), call("c", 2))
                .page("until 2: more", "", call("d", 2))
                .page("until 3:", "", call("e", 3))
                .page("rest until 4:", "", call("f", 4));

        CallIterator walk = all(4);

        assertThat(drain(walk)).containsExactly("a", "b", "c", "d", "e", "f");
        assertThat(lister.asked())
                .containsExactlyInAnyOrder("", "above:", "until 2:", "until 2: more", "until 3:", "rest until 4:");
        assertThat(walk.report().duplicates()).isZero();
        assertThat(walk.report().completeness()).isEqualTo(Completeness.COMPLETE);
    }

    @Test
    void losesNothingIfACallOfThePreviousWindowAppearsAgain() {
        Call timeless = call("timeless").build();
        windows(4)
                .page("until 2:", "", call("c", 2), timeless)
                .page("rest until 3:", "", call("d", 3), call("e", 3), timeless);
        CallIterator walk = all(2);
        for (int i = 0; i < 5; i++) {
            walk.next();
        }

        assertThat(drain(lister.resume(CallQuery.all(), walk.resumePoint()).iterator()))
                .containsExactly("e");
    }

    @Test
    void crossesWindowsWithoutCalls() {
        windows(10).page("rest until 9:", "", call("c", 10));
        for (int window = 2; window < 9; window++) {
            lister.page("until " + window + ":", "");
        }

        assertThat(drain(all(8))).containsExactly("a", "b", "c");
    }

    @Test
    void doesNotSplitAListThatIsNotNewestFirst() {
        lister.splitByCreation(4).page("", "n2", call("a", 2), call("b", 1)).page("n2", "", call("c", 3));

        assertThat(drain(all(4))).containsExactly("a", "b", "c");
        assertThat(lister.asked()).containsExactly("", "n2");
    }

    @Test
    void continuesWithTheCursorOfThePageWhenAWindowIsRefused() {
        windows(4)
                .on("until 2:", throwing(Kind.BAD_RESPONSE, page(0, false)))
                .page("until 3:", "", call("z", 3))
                .page("n2", "n3", call("c", 3), call("d", 4))
                .page("n3", "", call("e", 5));

        assertThat(drain(all(4))).containsExactly("a", "b", "c", "d", "e");
        assertThat(lister.asked()).filteredOn("until 2:"::equals).hasSize(1);
    }

    @Test
    void refusesACursorThatWasUsedBeforeWhenItsPageIsDue() {
        lister.concurrency(8).page("", "n2", call("a", 1), call("b", 2)).page("n2", "n2", call("c", 3));
        CallIterator walk = all(4);

        assertThat(List.of(walk.next().id(), walk.next().id(), walk.next().id()))
                .containsExactly("a", "b", "c");
        assertThat(catchThrowableOfType(CallListException.class, walk::hasNext).kind())
                .isEqualTo(Kind.PAGINATION_STALLED);
        assertThat(lister.asked()).containsExactly("", "n2");
    }

    @Test
    void reportsTheFailureOfAPageWhenItIsDue() {
        CallPage due = page(2, true, call("c", 3), call("d", 4), call("e", 5));
        counted().on(ROW_2, throwing(Kind.SERVER_ERROR, due)).rows(4, 3, false, call("e", 5));
        CallIterator walk = rows(2);

        assertThat(List.of(walk.next().id(), walk.next().id(), walk.next().id()))
                .containsExactly("a", "b", "c");
        assertThat(catchThrowableOfType(CallListException.class, walk::hasNext).kind())
                .isEqualTo(Kind.SERVER_ERROR);
        assertThat(drain(walk)).containsExactly("d", "e");
    }

    /** The first two pages of a list that is counted in rows. */
    private ScriptedLister counted() {
        return counted(lister);
    }

    private static ScriptedLister counted(ScriptedLister scripted) {
        return scripted.concurrency(8)
                .rows(0, 3, true, call("a", 1), call("b", 2), call("c", 3))
                .rows(2, 3, true, call("c", 3), call("d", 4), call("e", 5));
    }

    /** The first page of a list that is split into windows of a second, back to this many seconds before noon. */
    private ScriptedLister windows(long secondsAgo) {
        return lister.splitByCreation(secondsAgo)
                .page("", "n2", call("a", 1), call("b", 2))
                .page("above:", "", call("a", 1));
    }

    private CallIterator rows(int requests) {
        return rows(lister, requests);
    }

    private static CallIterator rows(ScriptedLister scripted, int requests) {
        CallQuery query = CallQuery.builder().pageSize(3).build();
        return scripted.list(query).concurrency(requests).iterator();
    }

    private CallIterator all(int requests) {
        return lister.list(CallQuery.all()).concurrency(requests).iterator();
    }

    private static CallPage page(int row, boolean moreFollow, Call... calls) {
        return CallPage.builder()
                .calls(List.of(calls))
                .firstRow(row)
                .next(moreFollow ? Optional.of(Cursor.atRow(row + calls.length, 3)) : Optional.empty())
                .build();
    }

    /** Pages in sequence; the last one is returned again and again. */
    private static Supplier<CallPage> first(CallPage... pages) {
        Deque<CallPage> left = new ArrayDeque<>(List.of(pages));
        return () -> {
            synchronized (left) {
                return left.size() > 1 ? left.remove() : left.element();
            }
        };
    }

    private static Supplier<CallPage> throwing(Kind once, CallPage then) {
        Deque<Kind> left = new ArrayDeque<>(List.of(once));
        return () -> {
            synchronized (left) {
                if (!left.isEmpty()) {
                    throw CallListException.of(left.remove(), "scripted")
                            .build()
                            .asException();
                }
                return then;
            }
        };
    }

    private static List<String> drain(CallIterator walk) {
        List<String> ids = new ArrayList<>();
        walk.forEachRemaining(call -> ids.add(call.id()));
        return ids;
    }
}
