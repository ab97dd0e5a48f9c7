package dev.callist.internal.walk.source;

import static dev.callist.Calls.NOON;
import static dev.callist.Calls.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callist.Call;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import dev.callist.Cursor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowPlannerTest {
    private static final Instant LONG_AGO = NOON.minus(Duration.ofDays(36500));
    private static final PageAddress SECOND = PageAddress.FIRST.at(new Cursor("t"));
    private static final WindowPlanner PLANNER = byCreation(NOON.minus(Duration.ofDays(30)), 100);
    private static final CallPage NO_CALLS = CallPage.of(List.of(), Optional.empty());

    @Test
    void splitsWhatFollowsAPageByHowCloselyItsCallsLie() {
        List<TimeWindow> windows = PLANNER.instead(SECOND, PageAddress.FIRST, page(100, 10), 4);

        Instant end = NOON.minusSeconds(749);
        assertThat(windows).hasSize(4);
        assertThat(windows.get(0).from()).contains(end);
        assertThat(windows.get(0).until()).isEmpty();
        assertThat(windows.get(1).before()).isEqualTo(end);
        assertThat(windows.subList(1, 4))
                .allSatisfy(window -> assertThat(window.span()).isEqualTo(Duration.ofSeconds(850)));
        for (int i = 1; i < 4; i++) {
            assertThat(windows.get(i - 1).from()).contains(windows.get(i).before());
        }
    }

    @Test
    void staysAboveTheStartOfTheList() {
        WindowPlanner planner = byCreation(NOON.minusSeconds(3000), 100);

        List<TimeWindow> windows = planner.instead(SECOND, PageAddress.FIRST, page(100, 10), 8);

        assertThat(windows).hasSize(3);
        assertThat(windows.get(2).from().orElseThrow()).isAfter(NOON.minusSeconds(3000));
        assertThat(byCreation(NOON.minusSeconds(1000), 100).instead(SECOND, PageAddress.FIRST, page(100, 10), 8))
                .isEmpty();
    }

    @Test
    void doesNotSplitByCallsThatTellNothing() {
        assertThat(PLANNER.instead(SECOND, PageAddress.FIRST, page(1, 10), 4)).isEmpty();
        assertThat(PLANNER.instead(SECOND, PageAddress.FIRST, page(100, 0), 4)).isEmpty();
        assertThat(PLANNER.instead(SECOND, PageAddress.FIRST, page(100, -10), 4))
                .isEmpty();
        assertThat(PLANNER.instead(SECOND, PageAddress.FIRST, pageOf(call("a").build()), 4))
                .isEmpty();
        assertThat(PLANNER.instead(SECOND, PageAddress.FIRST, pageOf(call("a", 9), call("b", 0), call("c", 50)), 4))
                .isEmpty();
    }

    @Test
    void splitsByCallsOfWhichSomeWereCreatedAtTheSameMoment() {
        CallPage same = pageOf(call("a", 0), call("b", 0), call("c", 50), call("d", 50));

        assertThat(PLANNER.instead(SECOND, PageAddress.FIRST, same, 2)).hasSize(2);
    }

    @Test
    void followsEachWindowByTheOneThatWasPlannedAfterIt() {
        List<TimeWindow> planned = PLANNER.instead(SECOND, PageAddress.FIRST, page(100, 10), 3);

        for (int i = 0; i < 2; i++) {
            assertThat(PLANNER.following(planned.get(i), 0)).contains(planned.get(i + 1));
        }
        TimeWindow rest = PLANNER.following(planned.get(2), 0).orElseThrow();
        assertThat(rest.isRest()).isTrue();
        assertThat(planned.get(2).from()).contains(rest.before());
        assertThat(PLANNER.following(rest, 0)).isEmpty();
    }

    @Test
    void doesNotSplitAWindowThatHasAStart() {
        TimeWindow window =
                PLANNER.instead(SECOND, PageAddress.FIRST, page(100, 10), 3).get(0);
        PageAddress more = PageAddress.first(window).at(new Cursor("inner, place"));

        assertThat(PLANNER.instead(more, PageAddress.first(window), page(100, 10), 4))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 40, 85, 300, 2000})
    void fitsTheLengthOfWindowsToTheRowsOfTheLastOne(int rows) {
        Duration hour = Duration.ofHours(1);

        Duration adapted = PLANNER.adapted(hour, rows);

        assertThat(adapted).isBetween(hour.dividedBy(8), hour.multipliedBy(8));
        if (rows * 8 > 85 && rows < 85 * 8) {
            assertThat(rows * adapted.toMillis() / hour.toMillis()).isBetween(84L, 86L);
        }
    }

    @Test
    void adaptsByNoMoreThanEightTimes() {
        Duration hour = Duration.ofHours(1);

        assertThat(PLANNER.adapted(hour, 1)).isEqualTo(Duration.ofHours(8));
        assertThat(PLANNER.adapted(hour, 85 * 8)).isEqualTo(hour.dividedBy(8));
        assertThat(PLANNER.adapted(hour, 85 * 80)).isEqualTo(hour.dividedBy(8));
        assertThat(PLANNER.adapted(hour, 0)).isZero();
    }

    @Test
    void plansNoWindowLongerThanTenYears() {
        WindowPlanner planner = byCreation(LONG_AGO, 100);

        assertThat(first(planner, pageApart(3, Duration.ofDays(1000))).span()).isEqualTo(Duration.ofDays(3650));
        assertThat(planner.adapted(Duration.ofDays(3000), 1)).isEqualTo(Duration.ofDays(3650));
    }

    @Test
    void readsAListInSequenceIfASecondOfItFillsMoreThanAPage() {
        WindowPlanner planner = byCreation(LONG_AGO, 100);

        assertThat(first(planner, pageApart(100, Duration.ofMillis(12))).span()).isEqualTo(Duration.ofSeconds(1));
        assertThat(planner.instead(SECOND, PageAddress.FIRST, pageApart(100, Duration.ofMillis(11)), 8))
                .isEmpty();
        assertThat(planner.adapted(Duration.ofSeconds(1), 86)).isZero();
        assertThat(planner.adapted(Duration.ofSeconds(1), 85)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void doesNotSplitIfMostCallsWouldBeReadTwice() {
        Duration slack = Duration.ofMinutes(10);
        WindowPlanner planner = new WindowPlanner(new Windows(NOON.minus(Duration.ofDays(30)), slack), 100);

        assertThat(planner.instead(SECOND, PageAddress.FIRST, page(100, 14), 3)).isEmpty();
        TimeWindow last =
                planner.instead(SECOND, PageAddress.FIRST, page(100, 20), 3).get(2);
        assertThat(last.span()).isEqualTo(Duration.ofSeconds(1700 - 600));
        assertThat(planner.following(last, 85).orElseThrow().span()).isEqualTo(Duration.ofSeconds(1700 - 600));
        assertThat(planner.following(last, 500).orElseThrow().span()).isZero();
    }

    @Test
    void findsWhereTheListContinuesAfterAnEmptyWindow() {
        TimeWindow last =
                PLANNER.instead(SECOND, PageAddress.FIRST, page(100, 10), 2).get(1);
        TimeWindow rest = PLANNER.following(last, 0).orElseThrow();

        assertThat(rest.span()).isZero();
        assertThat(PLANNER.instead(PageAddress.first(rest), PageAddress.first(last), NO_CALLS, 4))
                .isEmpty();
    }

    @Test
    void splitsTheRestAfterAWindowWithRows() {
        Duration hour = Duration.ofHours(1);
        TimeWindow last = TimeWindow.slice(NOON.plus(hour), hour, 1, Duration.ZERO);
        TimeWindow rest = TimeWindow.rest(NOON, hour, Duration.ZERO);

        List<TimeWindow> windows = PLANNER.instead(PageAddress.first(rest), PageAddress.first(last), NO_CALLS, 2);

        assertThat(windows)
                .containsExactly(
                        TimeWindow.slice(NOON, hour, 2, Duration.ZERO),
                        TimeWindow.slice(NOON.minus(hour), hour, 1, Duration.ZERO));
    }

    @Test
    void readsInSequenceFromAWindowWithoutAnEnd() {
        WindowPlanner byStart = new WindowPlanner(new Windows(LONG_AGO, Duration.ofSeconds(9)), 100);
        TimeWindow top =
                byStart.instead(SECOND, PageAddress.FIRST, page(100, 10), 4).get(0);

        TimeWindow rest = byStart.rest(top);

        assertThat(rest.isRest()).isTrue();
        assertThat(rest.until()).isEmpty();
    }

    @Test
    void splitsTheRestOfAWindowWithoutAnEnd() {
        WindowPlanner byStart = new WindowPlanner(new Windows(LONG_AGO, Duration.ofSeconds(9)), 100);
        TimeWindow top =
                byStart.instead(SECOND, PageAddress.FIRST, page(100, 10), 4).get(0);
        PageAddress rest = PageAddress.first(byStart.rest(top));

        List<TimeWindow> windows = byStart.instead(rest.at(new Cursor("t")), rest, page(100, 10), 4);

        assertThat(windows).hasSize(4);
        assertThat(windows.get(0).until()).isEmpty();
    }

    @Test
    void splitsOnlyAfterTheFirstPageOfAListOrItsRest() {
        WindowPlanner byStart = new WindowPlanner(new Windows(LONG_AGO, Duration.ZERO), 10);
        TimeWindow rest = TimeWindow.rest(NOON, Duration.ZERO, Duration.ZERO);
        PageAddress first = PageAddress.first(rest);
        PageAddress second = first.at(new Cursor("t"));
        PageAddress third = first.at(new Cursor("u"));
        CallPage known = page(10, 10);

        assertThat(byStart.instead(second, first, known, 3)).hasSize(3);
        assertThat(byStart.instead(third, second, known, 3)).isEmpty();
        TimeWindow slice = TimeWindow.slice(NOON, Duration.ofHours(1), 2, Duration.ZERO);
        assertThat(byStart.instead(PageAddress.first(slice), first, known, 3)).isEmpty();
    }

    @Test
    void readsTheTopAgainForCallsThatStartedLongAfterTheirCreation() {
        Duration slack = Duration.ofSeconds(9);
        WindowPlanner byStart = new WindowPlanner(new Windows(NOON.minus(Duration.ofDays(30)), slack), 100);

        List<TimeWindow> windows = byStart.instead(SECOND, PageAddress.FIRST, page(100, 10), 4);

        assertThat(windows).hasSize(4);
        assertThat(windows.get(0).until()).isEmpty();
        assertThat(windows.get(0).from()).contains(windows.get(1).before());
        assertThat(windows.get(1).until()).contains(windows.get(1).before().plusSeconds(9));
    }

    @Test
    void findsCallsThatStartedLongAfterCreationAboveTheRepeatedPage() {
        Duration slack = Duration.ofMinutes(2);
        WindowPlanner byStart = new WindowPlanner(new Windows(NOON.minus(Duration.ofDays(30)), slack), 100);
        TimeWindow last = TimeWindow.slice(NOON.plusSeconds(3600), Duration.ofMinutes(30), 1, Duration.ofMinutes(1));
        TimeWindow rest = byStart.following(last, 1).orElseThrow();
        PageAddress read = PageAddress.first(rest);

        TimeWindow again = byStart.instead(read.at(new Cursor("t")), read, page(100, 10), 4)
                .get(0);
        Call late = call("late")
                .createdAt(NOON.minusSeconds(5000))
                .startedAt(NOON.plusSeconds(900))
                .build();

        assertThat(again.until()).contains(NOON.plusSeconds(1800 + 120));
        assertThat(byStart.ownCalls(again, pageOf(late)).calls()).containsExactly(late);
    }

    @Test
    void refusesAServerThatDoesNotKeepToTheWindow() {
        TimeWindow window = TimeWindow.slice(NOON, Duration.ofMinutes(1), 1, Duration.ZERO);

        for (int secondsAgo : new int[] {-62, 122}) {
            CallPage stray = pageOf(call("x", secondsAgo));
            assertThatThrownBy(() -> PLANNER.ownCalls(window, stray))
                    .isInstanceOfSatisfying(
                            CallListException.class, e -> assertThat(e.kind()).isEqualTo(Kind.BAD_RESPONSE));
        }
    }

    @Test
    void keepsTheRestOfAPageWhoseCallsItSelects() {
        TimeWindow window = TimeWindow.slice(NOON, Duration.ofMinutes(1), 1, Duration.ZERO);
        CallPage page = pageOf(call("newer", 0), call("inside", 1), call("older", 61));

        CallPage own = PLANNER.ownCalls(window, page);

        assertThat(own.calls()).extracting(Call::id).containsExactly("inside");
        assertThat(own.next()).isEqualTo(page.next());
    }

    private static TimeWindow first(WindowPlanner planner, CallPage known) {
        return planner.instead(SECOND, PageAddress.FIRST, known, 2).get(1);
    }

    private static WindowPlanner byCreation(Instant start, int pageSize) {
        return new WindowPlanner(new Windows(start, Duration.ZERO), pageSize);
    }

    /** A page of calls from noon on, this many seconds apart. */
    private static CallPage page(int calls, int apart) {
        return pageApart(calls, Duration.ofSeconds(apart));
    }

    private static CallPage pageApart(int calls, Duration apart) {
        return pageOf(IntStream.range(0, calls)
                .mapToObj(i -> call("c" + i)
                        .createdAt(NOON.minus(apart.multipliedBy(i)))
                        .build())
                .toArray(Call[]::new));
    }

    private static CallPage pageOf(Call... calls) {
        return CallPage.of(List.of(calls), Optional.of(new Cursor("t")));
    }

    /** Windows of a server that selects by the creation or the start of calls. */
    private record Windows(Instant start, Duration delay) implements TimeWindows {
        @Override
        public CallQuery within(CallQuery query, TimeWindow window) {
            throw new IllegalStateException("no page is asked for");
        }

        @Override
        public Optional<Instant> serverTime(Call call) {
            return call.startedAt().or(call::createdAt);
        }

        @Override
        public Duration longestDelay(CallPage page) {
            return delay;
        }
    }
}
