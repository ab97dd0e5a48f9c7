package dev.callist.internal.walk;

import static dev.callist.Calls.NOON;
import static dev.callist.Calls.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.Call;
import dev.callist.CallPage;
import dev.callist.Cursor;
import dev.callist.internal.walk.resume.ListOrder;
import dev.callist.internal.walk.resume.PassedRows;
import dev.callist.internal.walk.resume.PassedRows.RowCount;
import dev.callist.internal.walk.resume.ResumeState;
import dev.callist.internal.walk.seen.CallKey;
import dev.callist.internal.walk.source.PageAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WalkPositionTest {
    private static final Optional<Cursor> SECOND = Optional.of(new Cursor("2"));
    private static final Optional<Cursor> THIRD = Optional.of(new Cursor("3"));
    private static final ResumeState START =
            new ResumeState("b", 3, Optional.empty(), Optional.of(PageAddress.FIRST), PassedRows.NONE, Set.of());

    @Test
    void beginsAtTheStartOfTheList() {
        assertThat(state(WalkPosition.startingAt(START))).isEqualTo(START);
    }

    @Test
    void isInsideAPageUntilItsLastCall() {
        FilteredPage page = page(steps(START), Cursor.FIRST, SECOND, call("a", 1), call("b", 2));
        WalkPosition position = WalkPosition.startingAt(START).onPage(page);

        assertThat(state(position).passed().insidePage()).isFalse();
        position.handOver();
        ResumeState inside = state(position);
        assertThat(inside.passed().insidePage()).isTrue();
        assertThat(inside.next()).contains(PageAddress.FIRST);
        assertThat(inside.passed().keys()).containsExactly(CallKey.of(call("a", 1)));
        assertThat(inside.passed().order().last()).contains(NOON.minusSeconds(1));
        position.handOver();
        ResumeState after = state(position);
        assertThat(after.passed().insidePage()).isFalse();
        assertThat(after.next().map(PageAddress::cursor)).isEqualTo(SECOND);
    }

    @Test
    void countsRowsInsideAPageOfACountedList() {
        CallPage counted = CallPage.builder()
                .calls(List.of(call("a", 1), call("b", 2), call("c", 3)))
                .firstRow(0)
                .next(Cursor.atRow(3, 3))
                .build();
        WalkPosition position =
                WalkPosition.startingAt(START).onPage(steps(START).page(PageAddress.FIRST, counted));

        position.handOver();
        position.handOver();

        assertThat(state(position).next()).contains(PageAddress.FIRST.at(Cursor.atRow(1, 3)));
        assertThat(state(position).passed().insidePage()).isFalse();
        assertThat(state(position).passed().count().last()).isEqualTo(1);
    }

    @Test
    void endsAfterTheLastCallOfTheLastPage() {
        FilteredPage page = page(steps(START), Cursor.FIRST, Optional.empty(), call("a", 1));
        WalkPosition position = WalkPosition.startingAt(START).onPage(page);

        position.handOver();

        assertThat(state(position).next()).isEmpty();
    }

    @Test
    void remembersTheLastRowsOverSeveralPages() {
        WalkPosition position = WalkPosition.startingAt(START);
        PageSteps steps = steps(START);
        List<CallKey> keys = new ArrayList<>();
        for (int page = 0; page < 50; page++) {
            int first = page * 3;
            Call[] calls = IntStream.range(first, first + 3)
                    .mapToObj(i -> call("c" + i, i))
                    .toArray(Call[]::new);
            position = position.onPage(page(steps, new Cursor("p" + page), SECOND, calls));
            for (Call call : calls) {
                assertThat(position.peek()).isEqualTo(call);
                assertThat(position.handOver()).isEqualTo(call);
                keys.add(CallKey.of(call));
                int known = Math.max(0, keys.size() - PassedRows.MAX_KEYS);
                assertThat(state(position).passed().keys()).isEqualTo(keys.subList(known, keys.size()));
            }
        }

        assertThat(state(position).passed().keys()).hasSize(PassedRows.MAX_KEYS);
    }

    @Test
    void staysWhereItWasResumedUntilACallIsHandedOver() {
        CallKey one = new CallKey(1, 10);
        CallKey two = new CallKey(2, 20);
        ResumeState resumed = resumed(List.of(one, two), true);
        WalkPosition position = WalkPosition.startingAt(resumed);

        assertThat(state(position)).isEqualTo(resumed);
        position = position.onPage(page(steps(resumed), SECOND.get(), THIRD, call("a", 1)));
        assertThat(state(position)).isEqualTo(resumed);
        position.handOver();
        assertThat(state(position).passed().keys()).containsExactly(one, two, CallKey.of(call("a", 1)));
    }

    @Test
    void staysInsideAPageThatIsReadAgainUntilACallIsHandedOver() {
        ResumeState resumed = resumed(List.of(CallKey.of(call("a", 1))), true);
        FilteredPage again = page(steps(resumed), SECOND.get(), THIRD, call("a", 1), call("b", 2), call("c", 3));

        WalkPosition position = WalkPosition.startingAt(resumed).onPage(again);

        assertThat(state(position)).isEqualTo(resumed);
        assertThat(position.handOver().id()).isEqualTo("b");
        assertThat(state(position).passed().insidePage()).isTrue();
        assertThat(state(position).next().map(PageAddress::cursor)).isEqualTo(SECOND);
    }

    @Test
    void isInsideAPageThatRepeatsRowsPassedBefore() {
        ResumeState resumed = resumed(List.of(CallKey.of(call("a", 1))), false);
        FilteredPage repeat = page(steps(resumed), SECOND.get(), THIRD, call("a", 1), call("b", 2));

        WalkPosition position = WalkPosition.startingAt(resumed).onPage(repeat);

        assertThat(state(position).passed().insidePage()).isTrue();
    }

    @Test
    void movesPastEmptyPagesUnlessItStillSearchesItsPosition() {
        ResumeState atEndOfPage = resumed(List.of(), false);
        ResumeState insidePage = resumed(List.of(CallKey.of(call("a", 1))), true);

        WalkPosition passed =
                WalkPosition.startingAt(atEndOfPage).onPage(page(steps(atEndOfPage), SECOND.get(), THIRD));
        WalkPosition looking = WalkPosition.startingAt(insidePage).onPage(page(steps(insidePage), SECOND.get(), THIRD));

        assertThat(state(passed).next().map(PageAddress::cursor)).isEqualTo(THIRD);
        assertThat(state(looking)).isEqualTo(insidePage);
    }

    private static ResumeState resumed(List<CallKey> keys, boolean insidePage) {
        PassedRows passed = new PassedRows(
                keys, new ListOrder(false, true, Optional.of(NOON), Optional.of(NOON), 3), insidePage, RowCount.NONE);
        return new ResumeState("b", 3, Optional.empty(), SECOND.map(PageAddress.FIRST::at), passed, Set.of());
    }

    private static PageSteps steps(ResumeState start) {
        return PageSteps.after(start.passed());
    }

    private static ResumeState state(WalkPosition position) {
        return position.state(Set.of());
    }

    private static FilteredPage page(PageSteps steps, Cursor at, Optional<Cursor> next, Call... calls) {
        return steps.page(PageAddress.FIRST.at(at), CallPage.of(List.of(calls), next));
    }
}
