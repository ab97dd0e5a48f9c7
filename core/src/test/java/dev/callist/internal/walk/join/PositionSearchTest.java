package dev.callist.internal.walk.join;

import static dev.callist.Calls.NOON;
import static dev.callist.Calls.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.Call;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import dev.callist.Cursor;
import dev.callist.internal.walk.join.PositionSearch.Found;
import dev.callist.internal.walk.resume.ListOrder;
import dev.callist.internal.walk.resume.PassedRows;
import dev.callist.internal.walk.resume.PassedRows.RowCount;
import dev.callist.internal.walk.seen.CallKey;
import dev.callist.internal.walk.seen.SeenCalls;
import dev.callist.internal.walk.source.PageAddress;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The position of a resumed walk in pages that have changed since. */
class PositionSearchTest {
    private static final Call A = call("a", 1);
    private static final Call B = call("b", 2);
    private static final Call C = call("c", 3);

    @Test
    void keepsTheRowsAboveACallThatIsInTheListTwice() {
        assertThat(remaining(false, List.of("a", "b", "c"), "d", "b", "e")).containsExactly("d", "e");
        assertThat(remaining(true, List.of("a", "b"), "a", "b", "c", "a", "d")).containsExactly("c", "d");
        assertThat(remaining(true, List.of("a", "b"), "a", "b", "c", "b", "d")).containsExactly("c", "d");
    }

    @Test
    void dropsARepeatOfThePreviousPage() {
        assertThat(remaining(false, List.of("a", "b", "c"), "a", "b", "c", "d")).containsExactly("d");
        assertThat(remaining(false, List.of("b", "c"), "c", "d")).containsExactly("d");
    }

    @Test
    void continuesAfterTheLatestCallThatIsStillThere() {
        assertThat(remaining(true, List.of("a", "b", "c"), "a", "b", "d")).containsExactly("d");
    }

    @Test
    void continuesAfterTheLastCallHandedOver() {
        Steps steps = resumed(true, true);

        assertThat(ids(steps.page(A, B, C, call("d", 4)))).containsExactly("d");
        assertThat(ids(steps.page(call("e", 5)))).containsExactly("e");
    }

    @Test
    void continuesAfterTheCallBeforeWhenTheLastWasDeleted() {
        JoinedPage page = resumed(true, true).page(A, B, call("d", 4));

        assertThat(ids(page)).containsExactly("d");
        assertThat(page.seam().doubts()).isEmpty();
    }

    @Test
    void findsAPositionThatNewCallsHavePushedDown() {
        Steps steps = resumed(true, true);

        assertThat(ids(steps.page(call("n1", -3), call("n2", -2), call("n3", -1))))
                .isEmpty();
        assertThat(ids(steps.page(call("n4", 0), A, B))).isEmpty();
        JoinedPage third = steps.page(C, call("d", 4));

        assertThat(ids(third)).containsExactly("d");
        assertThat(third.seam().doubts()).isEmpty();
        assertThat(third.passage().isSearching()).isFalse();
    }

    @Test
    void losesNoCallOfTheSameSecondInARestartedList() {
        Call[] ties = {call("a", 3), call("b", 3), call("d", 3), call("e", 3)};
        PassedRows passed = passed(true, true, C.createdAt(), ties[0], ties[1], call("c", 3));
        PositionSearch search = PositionSearch.after(passed).inRestartedList();

        Found first = search.on(rows(ties[0], ties[1]), 0);
        Found second = first.search().on(rows(ties[2], ties[3]), 0);
        Found together = search.on(rows(ties), 0);

        assertThat(first.passed().cardinality()).isEqualTo(2);
        assertThat(second.passed().isEmpty()).isTrue();
        assertThat(together.passed().cardinality()).isEqualTo(2);
        assertThat(together.search().isOver()).isTrue();
    }

    @Test
    void isUncertainWhenNoneOfTheCallsRememberedIsStillThere() {
        JoinedPage page = resumed(true, true).page(call("new", 0), call("same", 3), call("d", 4));

        assertThat(ids(page)).containsExactly("same", "d");
        assertThat(page.seam().doubts()).isNotEmpty();
    }

    @Test
    void losesNoCallBelowAnOlderOne() {
        Steps steps = new Steps(passed(false, true, C.createdAt(), C));

        assertThat(ids(steps.page(call("d", 4), call("late", 1), call("e", 5)))).containsExactly("d", "late", "e");
    }

    @Test
    void needsNoKnownCallAtTheStartOfAPage() {
        Steps steps = new Steps(passed(false, true, C.createdAt(), C));

        JoinedPage page = steps.page(call("c2", 3), call("d", 4));

        assertThat(ids(page)).containsExactly("c2", "d");
        assertThat(page.seam().doubts()).isEmpty();
    }

    @Test
    void findsItsPositionByCallsAloneInAListWithoutOrder() {
        Steps steps = new Steps(passed(true, false, C.createdAt(), B, A, C));

        assertThat(ids(steps.page(B, A, C, call("x", -5), call("d", 9)))).containsExactly("x", "d");
    }

    @Test
    void handsOverTooMuchRatherThanTooLittleInAListWithoutOrder() {
        Steps steps = new Steps(passed(true, false, C.createdAt(), C));

        JoinedPage page = steps.page(call("x", 7), call("y", 1));

        assertThat(ids(page)).containsExactly("x", "y");
        assertThat(page.passage().isSearching()).isTrue();
    }

    @Test
    void changesNothingByLookingAtAPage() {
        PositionSearch search = PositionSearch.after(passed(true, true, C.createdAt(), A, B, C));

        Found first = search.on(rows(A, B, C, call("d", 4)), 0);
        Found again = search.on(rows(A, B, C, call("d", 4)), 0);

        assertThat(again).isEqualTo(first);
        assertThat(search.isOver()).isFalse();
        assertThat(first.search().isOver()).isTrue();
    }

    @Test
    void hasLostThePositionWhenTheListEndsBeforeItIsFound() {
        PositionSearch search = PositionSearch.after(passed(true, true, C.createdAt(), C));

        PositionSearch after = search.on(rows(call("new", 0)), 0).search();

        assertThat(after.isOver()).isFalse();
        assertThat(after.hasLostPosition(false)).isFalse();
        assertThat(after.hasLostPosition(true)).isTrue();
        assertThat(PositionSearch.after(PassedRows.NONE).hasLostPosition(true)).isFalse();
    }

    /** Joins pages one after another. */
    private static final class Steps {
        private final PageJoin join;

        Steps(PassedRows passed) {
            join = new PageJoin(passed, new ShiftingServer(0).source(), CallQuery.all(), new SeenCalls(List.of()));
        }

        JoinedPage page(Call... calls) {
            CallPage page = CallPage.of(List.of(calls), Optional.of(new Cursor("next")));
            JoinedPage joined = join.join(page, PageAddress.FIRST, false).orElseThrow();
            join.pass(joined);
            return joined;
        }
    }

    private static List<String> ids(JoinedPage page) {
        return page.page().calls().stream().map(Call::id).toList();
    }

    private static PassedRows passed(boolean insidePage, boolean ordered, Optional<Instant> last, Call... handedOver) {
        List<CallKey> keys = Arrays.stream(handedOver).map(CallKey::of).toList();
        return new PassedRows(keys, new ListOrder(ordered, true, last, last, 3), insidePage, RowCount.NONE);
    }

    private static Steps resumed(boolean insidePage, boolean ordered) {
        return new Steps(passed(insidePage, ordered, Optional.of(NOON.minusSeconds(3)), A, B, C));
    }

    private static List<String> remaining(boolean insidePage, List<String> handedOver, String... page) {
        List<CallKey> keys =
                handedOver.stream().map(id -> CallKey.of(call(id, 0))).toList();
        PassedRows passed = new PassedRows(keys, ListOrder.START, insidePage, RowCount.NONE);
        Call[] calls = Arrays.stream(page).map(id -> call(id, 0)).toArray(Call[]::new);
        Found found = PositionSearch.after(passed).on(rows(calls), 0);
        return IntStream.range(0, page.length)
                .filter(row -> !found.passed().get(row))
                .mapToObj(row -> page[row])
                .toList();
    }

    private static PageRows rows(Call... calls) {
        return new PageRows(CallPage.of(List.of(calls), Optional.empty()));
    }
}
