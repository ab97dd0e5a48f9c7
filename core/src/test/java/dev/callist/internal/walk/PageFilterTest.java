package dev.callist.internal.walk;

import static dev.callist.Calls.NOON;
import static dev.callist.Calls.call;
import static dev.callist.Calls.calls;
import static dev.callist.internal.walk.PageSteps.ids;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.Call;
import dev.callist.CallDirection;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import dev.callist.ListingReport.Doubt;
import dev.callist.internal.walk.resume.ListOrder;
import dev.callist.internal.walk.resume.PassedRows;
import dev.callist.internal.walk.resume.PassedRows.RowCount;
import dev.callist.internal.walk.seen.CallKey;
import dev.callist.internal.walk.source.PageAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PageFilterTest {
    private static final CallQuery WINDOW =
            CallQuery.builder().createdFrom(NOON.minus(Duration.ofDays(1))).build();
    private static final long DAY = Duration.ofDays(1).toSeconds();

    @Test
    void dropsCallsSeenBeforeAndCountsThem() {
        PageSteps steps = PageSteps.of(CallQuery.all(), false);

        assertThat(ids(steps.page(calls("a", "b", "a")))).containsExactly("a", "b");
        FilteredPage second = steps.page(calls("b", "c"));

        assertThat(ids(second)).containsExactly("c");
        assertThat(second.findings().duplicates()).isEqualTo(1);
        assertThat(steps.filter().passed()).isEqualTo(3);
    }

    @Test
    void countsPagesThatBringNothingNew() {
        PageSteps steps = PageSteps.of(CallQuery.builder().addTags("none").build(), false);

        steps.page();
        steps.page();
        assertThat(steps.filter().pagesWithoutNewRows()).isEqualTo(2);
        steps.page(calls("a"));
        assertThat(steps.filter().pagesWithoutNewRows()).isZero();
        steps.page(calls("a"));
        assertThat(steps.filter().pagesWithoutNewRows()).isEqualTo(1);
    }

    @Test
    void doesNotCountPagesOnWhichAResumedPositionIsLookedFor() {
        PassedRows passed = new PassedRows(
                List.of(CallKey.of(call("c", 3))),
                new ListOrder(true, true, Optional.of(NOON), Optional.of(NOON.minusSeconds(3)), 3),
                true,
                RowCount.NONE);
        PageSteps steps = PageSteps.after(passed);

        steps.page(call("n1", 0), call("n2", 1));
        assertThat(steps.filter().pagesWithoutNewRows()).isZero();
        assertThat(ids(steps.page(call("c", 3), call("d", 4)))).containsExactly("d");
        steps.page();
        assertThat(steps.filter().pagesWithoutNewRows()).isEqualTo(1);
    }

    @Test
    void dropsCallsThatTheQueryDoesNotWant() {
        FilteredPage page = PageSteps.of(WINDOW, false)
                .page(
                        call("a", 0),
                        call("b", DAY),
                        call("c", DAY + 1),
                        call("d").build());

        assertThat(ids(page)).containsExactly("a", "b");
        assertThat(page.findings().filtered()).isEqualTo(2);
        assertThat(page.findings().doubts()).containsExactly(Doubt.UNCLEAR_FILTER);
    }

    @Test
    void isUncertainOnlyIfAFilterCannotJudgeACallThatNoOtherFilterRulesOut() {
        CallQuery query = CallQuery.builder()
                .direction(CallDirection.INBOUND)
                .minDuration(Duration.ofSeconds(5))
                .build();
        Call matching = call("a")
                .direction(CallDirection.INBOUND)
                .addProblems("mos")
                .duration(Duration.ofSeconds(9))
                .build();
        Call elsewhere = call("b")
                .direction(CallDirection.OUTBOUND)
                .addProblems("duration")
                .build();
        Call absent = call("c").direction(CallDirection.INBOUND).build();
        Call sideways = call("d")
                .direction(CallDirection.UNKNOWN)
                .duration(Duration.ofSeconds(9))
                .build();

        assertThat(PageSteps.of(query, false)
                        .page(matching, elsewhere)
                        .findings()
                        .doubts())
                .isEmpty();
        assertThat(PageSteps.of(query, false).page(absent).findings().doubts()).containsExactly(Doubt.UNCLEAR_FILTER);
        assertThat(PageSteps.of(query, false).page(sideways).findings().doubts())
                .containsExactly(Doubt.UNCLEAR_FILTER);
    }

    @Test
    void notesWhetherTheListRunsNewestFirst() {
        PageSteps steps = PageSteps.of(CallQuery.all(), false);

        assertThat(steps.page(call("a", 1), call("b", 1), call("c").build(), call("d", 2))
                        .findings()
                        .ordered())
                .isTrue();
        assertThat(steps.page(call("e", 1)).findings().ordered()).isFalse();
        assertThat(steps.page(call("f", 9)).findings().ordered()).isFalse();
    }

    @Test
    void stopsEarlyOnceAWholePageIsADayTooOld() {
        PageSteps steps = PageSteps.of(WINDOW, true);

        assertThat(steps.page(call("a", 0)).next()).isPresent();
        assertThat(steps.page(call("b", 2 * DAY), call("c", 2 * DAY + 1)).next())
                .isPresent();
        assertThat(steps.page(call("d", 2 * DAY + 2), call("e").build()).next()).isPresent();
        assertThat(steps.page().next()).isPresent();
        assertThat(steps.page(call("f", 2 * DAY + 3)).next()).isEmpty();
    }

    @Test
    void doesNotStopEarlyInAListWithoutOrderOrFilteredByTheServer() {
        PageSteps unordered = PageSteps.of(WINDOW, true);
        unordered.page(call("a", 5), call("b", 0));

        assertThat(unordered.page(call("c", 9 * DAY)).next()).isPresent();
        assertThat(PageSteps.of(WINDOW, false).page(call("c", 9 * DAY)).next()).isPresent();
    }

    @Test
    void endsWithTheListAndKeepsTheAddressOfThePage() {
        FilteredPage page = PageSteps.of(CallQuery.all(), false)
                .page(PageAddress.FIRST, CallPage.of(List.of(call("a", 1)), Optional.empty()));

        assertThat(page.next()).isEmpty();
        assertThat(page.address()).isEqualTo(PageAddress.FIRST);
        assertThat(page.listEnd()).isEmpty();
    }
}
