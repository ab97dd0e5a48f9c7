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
import dev.callist.Cursor;
import dev.callist.ListingReport.Completeness;
import dev.callist.ListingReport.Doubt;
import dev.callist.QueryFilter;
import dev.callist.ResumePoint;
import dev.callist.ScriptedLister;
import dev.callist.internal.walk.resume.PassedRows;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A walk whose cursor has expired continues by time where the list allows it. */
class ExpiredCursorRecoveryTest {
    private final ScriptedLister lister = new ScriptedLister().filteringByServer();
    private final Deque<CallPage> firstPages = new ArrayDeque<>();

    @Test
    void readsAListAgainFromItsStartAndRepeatsNoCall() {
        firstPage("n2", call("a", 2), call("b", 1));
        expire("n2");
        firstPage("n3", call("a", 2), call("b", 1), call("late", 0));
        lister.page("n3", "", call("c", 3));

        CallIterator walk = lister.list(CallQuery.all()).iterator();

        assertThat(drain(walk)).containsExactly("a", "b", "late", "c");
        assertThat(lister.queries()).extracting(CallQuery::createdBefore).containsOnly(Optional.empty());
        assertThat(walk.report().completeness()).isEqualTo(Completeness.COMPLETE);
    }

    @Test
    void continuesByTimeFromTheLastCallIfEarlierRowsAreForgotten() {
        int many = PassedRows.MAX_KEYS + 1;
        firstPage("n2", newestFirst("a", many));
        CallIterator first = lister.list(CallQuery.all()).readAhead(0).iterator();
        for (int i = 0; i < many; i++) {
            first.next();
        }
        expire("n2");
        firstPage("n3", call("a" + many, many), call("b", many + 1L));
        lister.page("n3", "", call("c", many + 2L));

        CallIterator walk = lister.resume(CallQuery.all(), first.resumePoint()).iterator();

        assertThat(drain(walk)).containsExactly("b", "c");
        assertThat(lister.queries().get(lister.queries().size() - 1).createdBefore())
                .contains(NOON.minusSeconds(many - 1L));
        assertThat(walk.report().doubts()).containsExactly(Doubt.READ_FROM_TIME);
    }

    @Test
    void failsIfTheOrderIsNotShownAndRowsAreForgotten() {
        Call[] many = new Call[PassedRows.MAX_KEYS + 1];
        Arrays.setAll(many, i -> call("c" + i, 5));
        firstPage("n2", many);
        CallIterator first = lister.list(CallQuery.all()).readAhead(0).iterator();
        for (int i = 0; i < many.length; i++) {
            first.next();
        }
        expire("n2");

        CallIterator walk = lister.resume(CallQuery.all(), first.resumePoint()).iterator();

        assertThat(catchThrowableOfType(CallListException.class, walk::hasNext).kind())
                .isEqualTo(Kind.CURSOR_EXPIRED);
        assertThat(walk.resumePoint()).isEqualTo(first.resumePoint());
    }

    @Test
    void failsWhenItMakesNoProgress() {
        firstPage("n2", call("a", 1), call("b", 2));
        expire("n2");
        firstPage("n2", call("b", 2));

        CallIterator walk = lister.list(CallQuery.all()).iterator();

        assertThat(walk.next().id()).isEqualTo("a");
        assertThat(walk.next().id()).isEqualTo("b");
        CallListException failure = catchThrowableOfType(CallListException.class, walk::hasNext);
        assertThat(failure.kind()).isEqualTo(Kind.CURSOR_EXPIRED);
        assertThat(failure.failure().resumePoint()).contains(walk.resumePoint());
        assertThat(lister.asked()).containsExactly("", "n2", "", "n2");
    }

    @Test
    void failsIfTheServerDoesNotSelectByTime() {
        ScriptedLister untimed = new ScriptedLister();
        untimed.page("", "n2", call("a", 1)).on("n2", ExpiredCursorRecoveryTest::throwExpired);

        CallIterator walk = untimed.list(CallQuery.all()).iterator();

        assertThat(catchThrowableOfType(CallListException.class, () -> drain(walk))
                        .kind())
                .isEqualTo(Kind.CURSOR_EXPIRED);
        assertThat(untimed.asked()).containsExactly("", "n2");
    }

    @Test
    void failsIfTheListerRefusesToSelectByTime() {
        ScriptedLister refusing = new ScriptedLister().refusing(QueryFilter.CREATED_BEFORE);
        refusing.page("", "n2", call("a", 1)).on("n2", ExpiredCursorRecoveryTest::throwExpired);

        CallIterator walk =
                refusing.list(CallQuery.all()).deadline(Duration.ofSeconds(10)).iterator();

        assertThat(catchThrowableOfType(CallListException.class, () -> drain(walk))
                        .kind())
                .isEqualTo(Kind.CURSOR_EXPIRED);
    }

    @Test
    void repeatsNoCallOfAnEarlierWalkWhenItStartsAgain() {
        Call[] calls = new Call[60];
        Arrays.setAll(calls, i -> call("c" + i, 5));
        List<Call> all = List.of(calls);
        lister.page("", "20", calls(all, 0, 20)).page("20", "40", calls(all, 20, 40));
        CallIterator first = lister.list(CallQuery.all()).readAhead(0).iterator();
        for (int i = 0; i < 40; i++) {
            first.next();
        }
        ResumePoint point = first.resumePoint();
        expire("50");
        lister.page("40", "50", calls(all, 40, 50)).page("50b", "", calls(all, 50, 60));
        lister.page("20", "40b", calls(all, 20, 40)).page("40b", "50b", calls(all, 40, 50));

        CallIterator walk = lister.resume(CallQuery.all(), point).iterator();

        List<String> expected = all.subList(40, 60).stream().map(Call::id).toList();
        assertThat(drain(walk)).isEqualTo(expected);
        assertThat(walk.report().completeness()).isEqualTo(Completeness.COMPLETE);
    }

    @Test
    void findsTheResumedPositionInAListThatStartsAgain() {
        firstPage("n2", call("a", 1), call("b", 2), call("c", 2));
        expire("n2");
        firstPage("n3", call("b", 2), call("c", 2), call("d", 2), call("e", 3));
        lister.page("n3", "", call("f", 4));
        CallIterator first = lister.list(CallQuery.all()).readAhead(0).iterator();
        first.next();
        first.next();
        first.next();
        ResumePoint point = ResumePoint.parse(first.resumePoint().toString());

        CallIterator walk = lister.resume(CallQuery.all(), point).iterator();

        assertThat(drain(walk)).containsExactly("d", "e", "f");
        assertThat(walk.report().completeness()).isEqualTo(Completeness.COMPLETE);
    }

    @Test
    void resumesAListThatHasStartedAgain() {
        firstPage("n2", newestFirst("a", 8));
        expire("n2");
        CallPage restarted =
                CallPage.of(List.of(call("a8", 8), call("c", 9), call("d", 10)), Optional.of(new Cursor("n3")));
        firstPages.add(restarted);
        firstPages.add(restarted);
        lister.page("n3", "", call("e", 11));
        CallIterator first = lister.list(CallQuery.all()).readAhead(0).iterator();
        for (int i = 0; i < 8; i++) {
            first.next();
        }
        assertThat(first.next().id()).isEqualTo("c");

        CallIterator walk = lister.resume(CallQuery.all(), first.resumePoint()).iterator();

        assertThat(drain(walk)).containsExactly("d", "e");
        assertThat(lister.queries()).extracting(CallQuery::createdBefore).containsOnly(Optional.empty());
    }

    /** Calls a second apart. */
    private static Call[] newestFirst(String name, int count) {
        Call[] calls = new Call[count];
        Arrays.setAll(calls, i -> call(name + (i + 1), i + 1));
        return calls;
    }

    private static Call[] calls(List<Call> all, int from, int end) {
        return all.subList(from, end).toArray(new Call[0]);
    }

    private void firstPage(String next, Call... calls) {
        firstPages.add(CallPage.of(Arrays.asList(calls), Optional.of(new Cursor(next))));
        lister.on("", firstPages::remove);
    }

    private void expire(String cursor) {
        lister.on(cursor, ExpiredCursorRecoveryTest::throwExpired);
    }

    private static CallPage throwExpired() {
        throw CallListException.of(Kind.CURSOR_EXPIRED, "scripted").build().asException();
    }

    private static List<String> drain(CallIterator walk) {
        List<String> ids = new ArrayList<>();
        walk.forEachRemaining(call -> ids.add(call.id()));
        return ids;
    }
}
