package dev.callist.internal.merge;

import static dev.callist.Calls.call;
import static dev.callist.internal.merge.MergedLists.drain;
import static dev.callist.internal.merge.MergedLists.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.CallDirection;
import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallLister;
import dev.callist.CallListers;
import dev.callist.CallListing;
import dev.callist.CallQuery;
import dev.callist.Cursor;
import dev.callist.MergedCalls;
import dev.callist.ResumePoint;
import dev.callist.ScriptedLister;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Resuming a merged walk in another process. */
class MergedResumeTest {
    private static final List<String> ALL = List.of("a1", "b2", "b3", "a4", "a?", "b5", "a6", "c7", "a8", "b8", "b9");

    private final ScriptedLister one = ScriptedLister.named("one")
            .page("", "1", call("a1", 1), call("a4", 4), call("a?").build())
            .page("1", "2", call("a6", 6))
            .page("2", "", call("a8", 8));
    private final ScriptedLister two = ScriptedLister.named("two")
            .page("", "1", call("b2", 2), call("b3", 3))
            .page("1", "2")
            .page("2", "", call("b5", 5), call("b8", 8), call("b9", 9));
    private final ScriptedLister three = ScriptedLister.named("three").page("", "", call("c7", 7));
    private final ScriptedLister none = ScriptedLister.named("none").page("", "");
    private final MergedCalls all = CallListers.merged(one, two, three, none);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void returnsExactlyTheRestAfterAnyCall(boolean skipping) {
        MergedCalls lister = skipping ? all.skippingFailures() : all;
        for (int calls = 0; calls <= ALL.size(); calls++) {
            CallIterator walk = lister.list(CallQuery.all()).iterator();
            assertThat(take(walk, calls)).isEqualTo(ALL.subList(0, calls));
            CallIterator rest = lister.resume(
                            CallQuery.all(),
                            ResumePoint.parse(walk.resumePoint().toString()))
                    .iterator();
            assertThat(rest.resumePoint()).isEqualTo(walk.resumePoint());
            assertThat(drain(rest)).as("after %d calls", calls).isEqualTo(ALL.subList(calls, ALL.size()));
            assertThat(rest.report().ordered()).isTrue();
        }
    }

    @Test
    void isRightAfterTheLastCallHandedOverAlsoOnceMoreIsKnown() {
        CallIterator walk = all.list(CallQuery.all()).iterator();
        for (int calls = 0; calls < ALL.size(); calls++) {
            assertThat(walk.hasNext()).isTrue();
            assertThat(drain(resumed(walk.resumePoint()).iterator())).isEqualTo(ALL.subList(calls, ALL.size()));
            walk.next();
        }
    }

    @Test
    void resumesAfterEveryCallOfAWholeList() {
        List<String> taken = new ArrayList<>();
        ResumePoint point = all.list(CallQuery.all()).iterator().resumePoint();
        while (!point.isEnd()) {
            CallIterator walk = resumed(point).limit(1).iterator();
            taken.addAll(drain(walk));
            point = walk.resumePoint();
        }
        assertThat(taken).isEqualTo(ALL);
    }

    @Test
    void requestsNothingFromAListerThatHasEnded() {
        CallIterator walk = all.list(CallQuery.all()).iterator();
        take(walk, 8);
        int asked = three.asked().size() + none.asked().size();

        drain(resumed(walk.resumePoint()).iterator());

        assertThat(three.asked().size() + none.asked().size()).isEqualTo(asked);
    }

    @Test
    void requestsNothingAtTheEnd() {
        CallIterator walk = all.list(CallQuery.all()).iterator();
        drain(walk);
        int asked = one.asked().size();
        CallIterator rest = resumed(walk.resumePoint()).limit(5).iterator();

        assertThat(walk.resumePoint().isEnd()).isTrue();
        assertThat(rest.hasNext()).isFalse();
        assertThat(rest.resumePoint()).isEqualTo(walk.resumePoint());
        assertThat(one.asked()).hasSize(asked);
    }

    @Test
    void refusesResumePointsOfOtherListersOrdersOrQueries() {
        ResumePoint point = all.list(CallQuery.all()).iterator().resumePoint();
        CallQuery inbound = CallQuery.builder().direction(CallDirection.INBOUND).build();

        refuses(CallListers.merged(one, two, three), CallQuery.all(), point);
        refuses(CallListers.merged(two, one, three, none), CallQuery.all(), point);
        refuses(all, inbound, point);
        refuses(all, CallQuery.all(), one.list(CallQuery.all()).iterator().resumePoint());
        refuses(one, CallQuery.all(), point);
        assertThat(one.asked()).isEmpty();
    }

    @Test
    void isTheSameForBothPoliciesAndForNestedListers() {
        ResumePoint point = all.list(CallQuery.all()).iterator().resumePoint();
        MergedCalls nested = CallListers.merged(CallListers.merged(one, two), CallListers.merged(three, none));

        assertThat(drain(all.skippingFailures().resume(CallQuery.all(), point).iterator()))
                .isEqualTo(ALL);
        assertThat(drain(nested.resume(CallQuery.all(), point).iterator())).isEqualTo(ALL);
    }

    @Test
    void isBetweenTwoCallsWheneverAnotherThreadAsks() throws InterruptedException {
        CallIterator walk = all.list(CallQuery.all()).iterator();
        Set<ResumePoint> seen = ConcurrentHashMap.newKeySet();
        Thread asking = new Thread(() -> {
            while (!walk.resumePoint().isEnd()) {
                seen.add(walk.resumePoint());
            }
        });
        asking.start();
        while (seen.isEmpty()) {
            Thread.onSpinWait();
        }
        drain(walk);
        asking.join();

        assertThat(seen).allSatisfy(point -> {
            List<String> rest = drain(resumed(point).iterator());
            assertThat(rest).isEqualTo(ALL.subList(ALL.size() - rest.size(), ALL.size()));
        });
    }

    @Test
    void refusesAResumePointWithAnotherNumberOfListers() {
        ResumePoint point = one.list(CallQuery.all()).iterator().resumePoint();
        Cursor cursor = new Cursor(point + "," + point);

        assertThat(catchThrowableOfType(CallListException.class, () -> MergedCursor.points(cursor, 4))
                        .kind())
                .isEqualTo(Kind.INVALID_RESUME_POINT);
        assertThat(MergedCursor.points(cursor, 2)).hasSize(2);
    }

    private CallListing resumed(ResumePoint point) {
        return all.resume(CallQuery.all(), ResumePoint.parse(point.toString()));
    }

    private static void refuses(CallLister lister, CallQuery query, ResumePoint point) {
        assertThat(catchThrowableOfType(CallListException.class, () -> lister.resume(query, point))
                        .kind())
                .isEqualTo(Kind.INVALID_RESUME_POINT);
    }
}
