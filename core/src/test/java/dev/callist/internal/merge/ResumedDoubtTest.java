package dev.callist.internal.merge;

import static dev.callist.Calls.NOON;
import static dev.callist.Calls.call;
import static dev.callist.internal.merge.MergedLists.drain;
import static dev.callist.internal.merge.MergedLists.take;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.Call;
import dev.callist.CallDirection;
import dev.callist.CallIterator;
import dev.callist.CallListException.Kind;
import dev.callist.CallLister;
import dev.callist.CallListers;
import dev.callist.CallQuery;
import dev.callist.ListingReport;
import dev.callist.ListingReport.Completeness;
import dev.callist.RejectedRow;
import dev.callist.ResumePoint;
import dev.callist.ScriptedLister;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What was known of a list is known of it after a resume, for one lister and for several merged ones. */
class ResumedDoubtTest {
    private static final List<RejectedRow> REJECTED = List.of(new RejectedRow(1, "no id", "{}"));
    private static final CallQuery INBOUND =
            CallQuery.builder().direction(CallDirection.INBOUND).build();

    static Stream<Arguments> lists() {
        return Stream.of(
                Arguments.of(rejecting(), CallQuery.all(), Completeness.INCOMPLETE),
                Arguments.of(doubtful(), INBOUND, Completeness.UNKNOWN),
                Arguments.of(CallListers.merged(rejecting(), whole()), CallQuery.all(), Completeness.INCOMPLETE),
                Arguments.of(CallListers.merged(whole(), rejecting()), CallQuery.all(), Completeness.INCOMPLETE),
                Arguments.of(CallListers.merged(doubtful(), whole()), INBOUND, Completeness.UNKNOWN),
                Arguments.of(CallListers.merged(doubtful(), rejecting()), INBOUND, Completeness.INCOMPLETE),
                Arguments.of(
                        CallListers.merged(rejecting(), whole()).skippingFailures(),
                        CallQuery.all(),
                        Completeness.INCOMPLETE));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void isKeptByTheResumePointOfTheEnd(CallLister lister, CallQuery query, Completeness known) {
        CallIterator walk = lister.list(query).iterator();
        drain(walk);
        CallIterator second = resumed(lister, query, walk);
        drain(second);
        CallIterator third = resumed(lister, query, second);
        drain(third);

        assertThat(walk.resumePoint().isEnd()).isTrue();
        assertThat(List.of(walk, second, third))
                .extracting(CallIterator::report)
                .extracting(ListingReport::completeness)
                .containsOnly(known);
        assertThat(third.resumePoint()).isEqualTo(walk.resumePoint());
    }

    @ParameterizedTest
    @MethodSource("lists")
    void isKeptByTheResumePointAfterEveryCall(CallLister lister, CallQuery query, Completeness known) {
        int calls = drain(lister.list(query).iterator()).size();
        for (int handedOver = 0; handedOver <= calls; handedOver++) {
            CallIterator walk = lister.list(query).iterator();
            take(walk, handedOver);
            CallIterator untouched = resumed(lister, query, walk);
            CallIterator limited =
                    lister.resume(query, untouched.resumePoint()).limit(1).iterator();
            drain(limited);
            CallIterator last = resumed(lister, query, limited);
            drain(last);
            assertThat(last.report().completeness())
                    .as("after %d calls", handedOver)
                    .isEqualTo(known);
        }
    }

    @Test
    void isNotMadeBySkippingAListerThatIsReadLater() {
        ScriptedLister failing = ScriptedLister.named("failing").failing(1, Kind.SERVER_ERROR, "", "", call("b2", 2));
        CallLister lister = CallListers.merged(whole(), failing).skippingFailures();
        CallIterator walk = lister.list(CallQuery.all()).iterator();
        drain(walk);
        CallIterator rest = resumed(lister, CallQuery.all(), walk);

        assertThat(walk.report().completeness()).isEqualTo(Completeness.INCOMPLETE);
        assertThat(drain(rest)).containsExactly("b2");
        assertThat(rest.report().completeness()).isEqualTo(Completeness.COMPLETE);
    }

    @Test
    void includesTheListsOrder() {
        ScriptedLister rising = ScriptedLister.named("rising").page("", "", call("r2", 2), call("r1", 1));
        List<CallLister> listers = new ArrayList<>(List.of(rising, CallListers.merged(whole(), rising)));
        for (CallLister lister : listers) {
            CallIterator walk = lister.list(CallQuery.all()).iterator();
            drain(walk);
            CallIterator rest = resumed(lister, CallQuery.all(), walk);
            drain(rest);

            assertThat(walk.report().ordered()).isFalse();
            assertThat(rest.report().ordered()).as("%s", lister).isFalse();
        }
    }

    private static CallIterator resumed(CallLister lister, CallQuery query, CallIterator walk) {
        return lister.resume(query, ResumePoint.parse(walk.resumePoint().toString()))
                .iterator();
    }

    private static ScriptedLister whole() {
        return ScriptedLister.named("whole")
                .page("", "1", inbound("w1", 1), inbound("w4", 4))
                .page("1", "", inbound("w6", 6));
    }

    private static ScriptedLister rejecting() {
        return ScriptedLister.named("rejecting")
                .page("", "1", REJECTED, inbound("r2", 2))
                .page("1", "", inbound("r5", 5), inbound("r7", 7));
    }

    /** A list with a call whose direction could not be read. */
    private static ScriptedLister doubtful() {
        return ScriptedLister.named("doubtful")
                .page(
                        "",
                        "1",
                        call("d1").createdAt(NOON).addProblems("direction").build(),
                        inbound("d3", 3))
                .page("1", "", inbound("d8", 8));
    }

    private static Call inbound(String id, long secondsAgo) {
        return call(id).createdAt(NOON.minusSeconds(secondsAgo))
                .direction(CallDirection.INBOUND)
                .build();
    }
}
