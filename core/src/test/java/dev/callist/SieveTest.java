package dev.callist;

import static dev.callist.Calls.NOON;
import static dev.callist.Calls.call;
import static dev.callist.Calls.calls;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.ListingReport.Completeness;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SieveTest {
    private static final CallQuery WINDOW =
            CallQuery.builder().createdFrom(NOON.minus(Duration.ofDays(1))).build();
    private static final Freeze NONE = new Freeze(false, Optional.empty(), TimeSource.system());
    private static final long DAY = Duration.ofDays(1).toSeconds();

    @Test
    void dropsCallsSeenBeforeAndCountsThem() {
        Sieve sieve = new Sieve(CallQuery.all(), false, Optional.empty());

        assertThat(sift(sieve, calls("a", "b", "a"))).containsExactly("a", "b");
        Batch second = batch(sieve, calls("b", "c"));

        assertThat(ids(second)).containsExactly("c");
        assertThat(second.duplicates()).isEqualTo(1);
        assertThat(sieve.passed()).isEqualTo(3);
    }

    @Test
    void countsPagesThatBringNothingNew() {
        Sieve sieve = new Sieve(CallQuery.builder().addTags("none").build(), false, Optional.empty());

        sift(sieve, List.of());
        sift(sieve, List.of());
        assertThat(sieve.barrenPages()).isEqualTo(2);
        sift(sieve, calls("a"));
        assertThat(sieve.barrenPages()).isZero();
        sift(sieve, calls("a"));
        assertThat(sieve.barrenPages()).isEqualTo(1);
    }

    @Test
    void dropsCallsThatTheQueryDoesNotWant() {
        Sieve sieve = new Sieve(WINDOW, false, Optional.empty());

        Batch batch = batch(
                sieve,
                List.of(
                        call("a", 0),
                        call("b", DAY),
                        call("c", DAY + 1),
                        call("d").build()));

        assertThat(ids(batch)).containsExactly("a", "b");
        assertThat(batch.filtered()).isEqualTo(2);
        assertThat(batch.certain()).isTrue();
    }

    @Test
    void isUncertainOnlyAboutCallsWhoseUnreadableFieldsMightHaveMatched() {
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
                .providerDirection("outgoing")
                .addProblems("duration")
                .build();
        Call absent = call("c").direction(CallDirection.INBOUND).build();
        Call unreadable = call("d")
                .direction(CallDirection.INBOUND)
                .addProblems("duration")
                .build();

        assertThat(batch(new Sieve(query, false, Optional.empty()), List.of(matching, elsewhere, absent))
                        .certain())
                .isTrue();
        assertThat(batch(new Sieve(query, false, Optional.empty()), List.of(unreadable))
                        .certain())
                .isFalse();
    }

    @Test
    void notesWhetherTheListRunsNewestFirst() {
        Sieve sieve = new Sieve(CallQuery.all(), false, Optional.empty());

        assertThat(batch(sieve, List.of(call("a", 1), call("b", 1), call("c").build(), call("d", 2)))
                        .ordered())
                .isTrue();
        assertThat(batch(sieve, List.of(call("e", 1))).ordered()).isFalse();
        assertThat(batch(sieve, List.of(call("f", 9))).ordered()).isFalse();
    }

    @Test
    void stopsEarlyOnceAWholePageIsADayTooOld() {
        Sieve sieve = new Sieve(WINDOW, true, Optional.empty());

        assertThat(batch(sieve, List.of(call("a", 0))).next()).isPresent();
        assertThat(batch(sieve, List.of(call("b", 2 * DAY), call("c", 2 * DAY + 1)))
                        .next())
                .isPresent();
        assertThat(batch(sieve, List.of(call("d", 2 * DAY + 2), call("e").build()))
                        .next())
                .isPresent();
        assertThat(batch(sieve, List.of()).next()).isPresent();
        assertThat(batch(sieve, List.of(call("f", 2 * DAY + 3))).next()).isEmpty();
    }

    @Test
    void doesNotStopEarlyInAListWithoutOrderOrFilteredByTheServer() {
        Sieve unordered = new Sieve(WINDOW, true, Optional.empty());
        sift(unordered, List.of(call("a", 5), call("b", 0)));

        assertThat(batch(unordered, List.of(call("c", 9 * DAY))).next()).isPresent();
        assertThat(batch(new Sieve(WINDOW, false, Optional.empty()), List.of(call("c", 9 * DAY)))
                        .next())
                .isPresent();
    }

    @Test
    void goesOnAfterTheLastCallHandedOver() {
        Sieve sieve = resumed(true, true, 3, call("a", 1), call("b", 2), call("c", 3));

        assertThat(sift(sieve, List.of(call("a", 1), call("b", 2), call("c", 3), call("d", 4))))
                .containsExactly("d");
        assertThat(sift(sieve, List.of(call("e", 5)))).containsExactly("e");
    }

    @Test
    void goesOnAfterTheCallBeforeWhenTheLastWasDeleted() {
        Sieve sieve = resumed(true, true, 3, call("a", 1), call("b", 2), call("c", 3));

        Batch batch = batch(sieve, List.of(call("a", 1), call("b", 2), call("d", 4)));

        assertThat(ids(batch)).containsExactly("d");
        assertThat(batch.certain()).isTrue();
    }

    @Test
    void findsAPlaceThatNewCallsHavePushedDown() {
        Sieve sieve = resumed(true, true, 3, call("a", 1), call("b", 2), call("c", 3));

        assertThat(sift(sieve, List.of(call("n1", -3), call("n2", -2), call("n3", -1))))
                .isEmpty();
        assertThat(sift(sieve, List.of(call("n4", 0), call("a", 1), call("b", 2))))
                .isEmpty();
        Batch third = batch(sieve, List.of(call("c", 3), call("d", 4)));

        assertThat(ids(third)).containsExactly("d");
        assertThat(third.certain()).isTrue();
        assertThat(sieve.barrenPages()).isZero();
    }

    @Test
    void isUncertainWhenNoCallRememberedStandsAnyMore() {
        Sieve sieve = resumed(true, true, 3, call("a", 1), call("b", 2), call("c", 3));

        Batch batch = batch(sieve, List.of(call("new", 0), call("same", 3), call("d", 4)));

        assertThat(ids(batch)).containsExactly("same", "d");
        assertThat(batch.certain()).isFalse();
    }

    @Test
    void losesNoCallThatStandsBelowAnOlderOne() {
        Sieve sieve = resumed(false, true, 3, call("c", 3));

        assertThat(sift(sieve, List.of(call("d", 4), call("late", 1), call("e", 5))))
                .containsExactly("d", "late", "e");
    }

    @Test
    void needsNoAnchorAtTheStartOfAPage() {
        Sieve sieve = resumed(false, true, 3, call("c", 3));

        Batch batch = batch(sieve, List.of(call("c2", 3), call("d", 4)));

        assertThat(ids(batch)).containsExactly("c2", "d");
        assertThat(batch.certain()).isTrue();
    }

    @Test
    void findsItsPlaceInAListWithoutOrderByItsCallsAlone() {
        Sieve sieve = resumed(true, false, 3, call("b", 2), call("a", 1), call("c", 3));

        assertThat(sift(sieve, List.of(call("b", 2), call("a", 1), call("c", 3), call("x", -5), call("d", 9))))
                .containsExactly("x", "d");
    }

    @Test
    void handsOverTooMuchRatherThanTooLittleInAListWithoutOrder() {
        Sieve sieve = resumed(true, false, 3, call("c", 3));

        Batch batch = batch(sieve, List.of(call("x", 7), call("y", 1)));

        assertThat(ids(batch)).containsExactly("x", "y");
        assertThat(batch.certain()).isFalse();
    }

    private static Sieve resumed(boolean inPage, boolean ordered, long lastSecondsAgo, Call... handed) {
        return new Sieve(
                CallQuery.all(),
                false,
                Optional.of(new Bookmark(
                        "binding",
                        3,
                        Optional.empty(),
                        Optional.of(Cursor.FIRST),
                        inPage,
                        ordered,
                        Arrays.stream(handed).map(CallKey::of).toList(),
                        Optional.of(NOON.minusSeconds(lastSecondsAgo)),
                        Completeness.COMPLETE)));
    }

    private static List<String> sift(Sieve sieve, List<Call> calls) {
        return ids(batch(sieve, calls));
    }

    private static Batch batch(Sieve sieve, List<Call> calls) {
        return sieve.sift(Cursor.FIRST, CallPage.of(calls, Optional.of(new Cursor("next"))), NONE, true);
    }

    private static List<String> ids(Batch batch) {
        return batch.calls().stream().map(Call::id).toList();
    }
}
