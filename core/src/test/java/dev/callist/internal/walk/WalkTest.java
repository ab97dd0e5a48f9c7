package dev.callist.internal.walk;

import static dev.callist.Calls.NOON;
import static dev.callist.Calls.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.Call;
import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import dev.callist.Cursor;
import dev.callist.ListingReport;
import dev.callist.ListingReport.Completeness;
import dev.callist.ListingReport.EndReason;
import dev.callist.RecordingListener;
import dev.callist.RejectedRow;
import dev.callist.ResumePoint;
import dev.callist.ScriptedLister;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WalkTest {
    private static final RejectedRow REJECTED = new RejectedRow(1, "no id", "{}");

    private final RecordingListener listener = new RecordingListener();
    private final ScriptedLister lister = new ScriptedLister()
            .options(ClientOptions.builder().listener(listener).build());

    @Test
    void reportsAWholeListAsComplete() {
        lister.page("", "2", call("a", 1), call("b", 2)).page("2", "", call("b", 2), call("c", 3));

        CallIterator walk = lister.list(CallQuery.all()).iterator();

        assertThat(drain(walk)).containsExactly("a", "b", "c");
        assertThat(walk.report())
                .isEqualTo(ListingReport.builder()
                        .pages(2)
                        .calls(3)
                        .duplicates(1)
                        .rejected(0)
                        .filteredHere(0)
                        .retries(0)
                        .waited(Duration.ZERO)
                        .ordered(true)
                        .drifted(false)
                        .endReason(EndReason.END_OF_LIST)
                        .build());
        assertThat(listener.events())
                .containsExactly("page 1: 2 calls, 0 rejected", "page 2: 2 calls, 0 rejected", "ended END_OF_LIST");
    }

    @Test
    void isIncompleteAfterARejectedRow() {
        lister.page("", "", List.of(REJECTED), call("a", 1));

        CallIterator walk = lister.list(CallQuery.all()).iterator();

        assertThat(drain(walk)).containsExactly("a");
        assertThat(walk.report().rejected()).isEqualTo(1);
        assertThat(walk.report().completeness()).isEqualTo(Completeness.INCOMPLETE);
        assertThat(listener.events())
                .containsExactly("page 1: 1 calls, 1 rejected", "rejected 1:1 no id", "ended END_OF_LIST");
    }

    @Test
    void isUnknownWhenAFilteredFieldWasUnreadable() {
        lister.page("", "", call("a").addProblems("duration").build());

        CallIterator walk = lister.list(
                        CallQuery.builder().minDuration(Duration.ofSeconds(1)).build())
                .iterator();

        assertThat(drain(walk)).isEmpty();
        assertThat(walk.report().filteredHere()).isEqualTo(1);
        assertThat(walk.report().completeness()).isEqualTo(Completeness.UNKNOWN);
    }

    @Test
    void isIncompleteUntilItHasEnded() {
        lister.page("", "", call("a", 1), call("b", 2));
        CallIterator walk = lister.list(CallQuery.all()).iterator();

        walk.next();

        assertThat(walk.report().endReason()).isEmpty();
        assertThat(walk.report().completeness()).isEqualTo(Completeness.INCOMPLETE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void stopsAfterAHundredPagesInARowThatBringNothingNew(boolean repeated) {
        lister.page("", "0", call("a", 1));
        for (int i = 0; i < 200; i++) {
            lister.page(
                    Integer.toString(i), Integer.toString(i + 1), repeated ? new Call[] {call("a", 1)} : new Call[0]);
        }

        CallIterator walk = lister.list(CallQuery.all()).iterator();
        assertThat(walk.next().id()).isEqualTo("a");
        CallListException e = catchThrowableOfType(CallListException.class, walk::hasNext);

        assertThat(e.kind()).isEqualTo(Kind.PAGINATION_STALLED);
        assertThat(lister.asked()).hasSize(101);
    }

    @Test
    void crossesNinetyNinePagesThatBringNothingNew() {
        lister.page("", "1", call("a", 1));
        for (int i = 1; i <= 99; i++) {
            lister.page(Integer.toString(i), Integer.toString(i + 1));
        }
        lister.page("100", "", call("b", 2));

        assertThat(drain(lister.list(CallQuery.all()).iterator())).containsExactly("a", "b");
    }

    @Test
    void refusesACursorThatWasUsedBefore() {
        lister.page("", "1", call("a", 1)).page("1", "2", call("b", 2)).page("2", "1", call("c", 3));
        CallIterator walk = lister.list(CallQuery.all()).iterator();

        for (int i = 0; i < 3; i++) {
            walk.next();
        }

        assertThat(catchThrowableOfType(CallListException.class, walk::hasNext).kind())
                .isEqualTo(Kind.PAGINATION_STALLED);
        assertThat(lister.asked()).containsExactly("", "1", "2");
    }

    @Test
    void acceptsADeadlineOfAnyLength() {
        lister.page("", "", call("a", 1));

        assertThat(drain(lister.list(CallQuery.all())
                        .deadline(Duration.ofSeconds(Long.MAX_VALUE))
                        .iterator()))
                .containsExactly("a");
    }

    @Test
    void stopsEarlyPastTheWindowOfANewestFirstList() {
        long day = Duration.ofDays(1).toSeconds();
        lister.page("", "1", call("a", 1)).page("1", "2", call("b", 3 * day)).page("2", "", call("c", 4 * day));
        CallQuery query =
                CallQuery.builder().createdFrom(NOON.minus(Duration.ofDays(1))).build();

        CallIterator walk = lister.list(query).iterator();

        assertThat(drain(walk)).containsExactly("a");
        assertThat(lister.asked()).containsExactly("", "1");
        assertThat(walk.report().endReason()).contains(EndReason.END_OF_LIST);
        assertThat(walk.report().completeness()).isEqualTo(Completeness.COMPLETE);
        assertThat(walk.resumePoint().isEnd()).isTrue();
    }

    @Test
    void continuesPastAWindowThatTheServerApplies() {
        long day = Duration.ofDays(1).toSeconds();
        lister.filteringByServer().page("", "1", call("a", 9 * day)).page("1", "", call("b", 1));
        CallQuery query =
                CallQuery.builder().createdFrom(NOON.minus(Duration.ofDays(1))).build();

        assertThat(drain(lister.list(query).iterator())).containsExactly("b");
    }

    @Test
    void remembersWhatWasMissingBeforeAResume() {
        lister.page("", "2", List.of(REJECTED), call("a", 1)).page("2", "", call("b", 2));
        CallIterator first = lister.list(CallQuery.all()).readAhead(0).iterator();
        first.next();
        ResumePoint point = ResumePoint.parse(first.resumePoint().toString());

        CallIterator second = lister.resume(CallQuery.all(), point).iterator();

        assertThat(drain(second)).containsExactly("b");
        assertThat(second.report().rejected()).isZero();
        assertThat(second.report().completeness()).isEqualTo(Completeness.INCOMPLETE);
        assertThat(ResumePoint.parse(second.resumePoint().toString())).isEqualTo(second.resumePoint());
    }

    @Test
    void isUnknownWhenTheListEndsWhileThePositionIsLookedFor() {
        lister.page("", "2", call("a", 1), call("b", 2), call("c", 3)).page("2", "", call("d", 4));
        CallIterator first = lister.list(CallQuery.all()).readAhead(0).iterator();
        first.next();
        first.next();
        lister.page("", "", call("new", -1));

        CallIterator second =
                lister.resume(CallQuery.all(), first.resumePoint()).iterator();

        assertThat(drain(second)).isEmpty();
        assertThat(second.report().endReason()).contains(EndReason.END_OF_LIST);
        assertThat(second.report().completeness()).isEqualTo(Completeness.UNKNOWN);
    }

    @Test
    void keepsItsPositionInsideAPageThatIsResumedAndSavedAgain() {
        lister.page("", "2", call("a", 1), call("b", 2), call("c", 3)).page("2", "", call("d", 4));
        CallIterator first = lister.list(CallQuery.all()).readAhead(0).iterator();
        first.next();
        CallIterator second =
                lister.resume(CallQuery.all(), first.resumePoint()).readAhead(0).iterator();
        assertThat(second.hasNext()).isTrue();
        lister.page("", "2", call("new", 0), call("a", 1), call("b", 2), call("c", 3));

        CallIterator third = lister.resume(CallQuery.all(), second.resumePoint())
                .readAhead(0)
                .iterator();

        assertThat(drain(third)).containsExactly("new", "b", "c", "d");
        assertThat(third.report().completeness()).isEqualTo(Completeness.COMPLETE);
    }

    @Test
    void requestsThePageWhoseCursorIsSeenBeforeItsPageIsRead() {
        CountDownLatch requested = new CountDownLatch(1);
        lister.seesEarly("", "2")
                .on("", () -> {
                    awaitLatch(requested);
                    return CallPage.of(List.of(call("a", 1)), Optional.of(new Cursor("2")));
                })
                .on("2", () -> {
                    requested.countDown();
                    return CallPage.of(List.of(call("b", 2)), Optional.empty());
                });

        assertThat(drain(lister.list(CallQuery.all()).iterator())).containsExactly("a", "b");
        assertThat(lister.asked()).containsExactlyInAnyOrder("", "2");
    }

    @Test
    void dropsAPageThatWasRequestedEarlyAndDoesNotFollow() {
        lister.seesEarly("", "wrong")
                .page("", "2", call("a", 1))
                .page("wrong", "", call("wrong", 9))
                .page("2", "", call("b", 2));
        CallIterator walk = lister.list(CallQuery.all()).iterator();

        assertThat(drain(walk)).containsExactly("a", "b");
        assertThat(walk.report().completeness()).isEqualTo(Completeness.COMPLETE);
    }

    @Test
    void believesNoPageThatWasRequestedEarlyAfterOneThatFails() {
        AtomicInteger attempts = new AtomicInteger();
        lister.seesEarly("", "2")
                .on("", () -> {
                    if (attempts.getAndIncrement() == 0) {
                        throw CallListException.of(Kind.SERVER_ERROR, "scripted")
                                .build()
                                .asException();
                    }
                    return CallPage.of(List.of(call("a", 1)), Optional.of(new Cursor("3")));
                })
                .page("2", "", call("wrong", 2))
                .page("3", "", call("b", 3));
        CallIterator walk = lister.list(CallQuery.all()).iterator();

        assertThat(catchThrowableOfType(CallListException.class, walk::hasNext).kind())
                .isEqualTo(Kind.SERVER_ERROR);
        assertThat(drain(walk)).containsExactly("a", "b");
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            if (!latch.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the next page was not requested");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> drain(CallIterator walk) {
        List<String> ids = new ArrayList<>();
        walk.forEachRemaining(call -> ids.add(call.id()));
        return ids;
    }
}
