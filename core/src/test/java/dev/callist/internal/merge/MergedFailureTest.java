package dev.callist.internal.merge;

import static dev.callist.Calls.call;
import static dev.callist.internal.merge.MergedLists.drain;
import static dev.callist.internal.merge.MergedLists.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallLister;
import dev.callist.CallListers;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import dev.callist.ListingReport.Completeness;
import dev.callist.ListingReport.EndReason;
import dev.callist.MergedCalls;
import dev.callist.RecordingListener;
import dev.callist.RejectedRow;
import dev.callist.ResumePoint;
import dev.callist.ScriptedLister;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a merged walk does when one of its listers fails. */
class MergedFailureTest {
    private final RecordingListener listener = new RecordingListener();
    private final ScriptedLister one = ScriptedLister.named("one")
            .options(ClientOptions.builder().listener(listener).build());
    private final ScriptedLister two = ScriptedLister.named("two");
    private final MergedCalls both = CallListers.merged(one, two);

    @Test
    void failsWithTheListersFailureAndTheWholeResumePoint() {
        one.page("", "1", call("a1", 1), call("a3", 3)).failing(1, Kind.SERVER_ERROR, "1", "", call("a5", 5));
        two.page("", "", call("b2", 2), call("b4", 4));
        CallIterator walk = both.list(CallQuery.all()).iterator();

        assertThat(take(walk, 3)).containsExactly("a1", "b2", "a3");
        CallListException e = catchThrowableOfType(CallListException.class, walk::next);

        assertThat(e).hasMessage("one: SERVER_ERROR: scripted, page 2");
        assertThat(e.failure().mergedLister()).hasValue(0);
        assertThat(e.failure().resumePoint()).contains(walk.resumePoint());
        assertThat(walk.report().endReason()).contains(EndReason.FAILED);
        assertThat(drain(both.resume(CallQuery.all(), e.failure().resumePoint().orElseThrow())
                        .iterator()))
                .containsExactly("b4", "a5");
    }

    @Test
    void continuesAfterAFailureAsIfThereHadBeenNone() {
        one.page("", "1", call("a1", 1)).failing(2, Kind.NETWORK, "1", "", call("a3", 3));
        two.failing(1, Kind.TIMEOUT, "", "", call("b2", 2), call("b4", 4));
        CallIterator walk = both.list(CallQuery.all()).iterator();

        CallListException timeout = catchThrowableOfType(CallListException.class, walk::hasNext);
        assertThat(timeout.kind()).isEqualTo(Kind.TIMEOUT);
        assertThat(timeout.failure().mergedLister()).hasValue(1);
        assertThat(take(walk, 1)).containsExactly("a1");
        assertThat(kind(walk)).isEqualTo(Kind.NETWORK);
        assertThat(walk.report().completeness()).isEqualTo(Completeness.INCOMPLETE);
        assertThat(kind(walk)).isEqualTo(Kind.NETWORK);
        assertThat(drain(walk)).containsExactly("b2", "a3", "b4");
        assertThat(walk.report().endReason()).contains(EndReason.END_OF_LIST);
        assertThat(walk.report().completeness()).isEqualTo(Completeness.COMPLETE);
        assertThat(two.asked()).containsExactly("", "");
    }

    @Test
    void skipsAListerThatFailsAndReportsIt() {
        one.page("", "", call("a1", 1), call("a5", 5));
        two.page("", "1", call("b2", 2), call("b3", 3)).failing(1, Kind.AUTHENTICATION, "1", "", call("b4", 4));
        List<CallLister> skipped = new ArrayList<>();
        CallIterator walk = both.skippingFailures((lister, failure) -> skipped.add(lister))
                .list(CallQuery.all())
                .iterator();

        assertThat(take(walk, 3)).containsExactly("a1", "b2", "b3");
        assertThat(skipped).isEmpty();
        assertThat(drain(walk)).containsExactly("a5");
        assertThat(skipped).containsExactly(two);
        assertThat(listener.events())
                .containsExactly(
                        "page 1: 2 calls, 0 rejected",
                        "skipped two: AUTHENTICATION: scripted, page 2",
                        "ended END_OF_LIST",
                        "ended END_OF_LIST");
        assertThat(walk.report().endReason()).contains(EndReason.END_OF_LIST);
        assertThat(walk.report().completeness()).isEqualTo(Completeness.INCOMPLETE);
        assertThat(walk.report().calls()).isEqualTo(4);
        assertThat(two.asked()).containsExactly("", "1");
    }

    @Test
    void asksASkippedListerAgainWhenResumed() {
        one.page("", "", call("a1", 1), call("a5", 5));
        two.page("", "1", call("b2", 2)).failing(1, Kind.SERVER_ERROR, "1", "", call("b4", 4));
        MergedCalls skipping = both.skippingFailures();
        CallIterator walk = skipping.list(CallQuery.all()).iterator();
        assertThat(drain(walk)).containsExactly("a1", "b2", "a5");
        ResumePoint point = ResumePoint.parse(walk.resumePoint().toString());

        assertThat(point.isEnd()).isFalse();
        CallIterator rest = skipping.resume(CallQuery.all(), point).iterator();
        assertThat(drain(rest)).containsExactly("b4");
        assertThat(rest.report().completeness()).isEqualTo(Completeness.COMPLETE);
        assertThat(rest.report().ordered()).isFalse();
        assertThat(one.asked()).containsExactly("");
        assertThat(rest.resumePoint().isEnd()).isTrue();
    }

    @Test
    void throwsTheLastFailureWhenAllListersFail() {
        one.failing(9, Kind.AUTHENTICATION, "", "", call("a1", 1));
        two.failing(1, Kind.PERMISSION, "", "", call("b2", 2));
        CallIterator walk = both.skippingFailures().list(CallQuery.all()).iterator();

        assertThat(kind(walk)).isEqualTo(Kind.PERMISSION);
        assertThat(listener.events()).contains("skipped one: AUTHENTICATION: scripted, page 1");
        assertThat(drain(walk)).containsExactly("b2");
        assertThat(walk.report().completeness()).isEqualTo(Completeness.INCOMPLETE);
        assertThat(one.asked()).containsExactly("");
    }

    @Test
    void doesNotFailWhenTheOthersHaveEnded() {
        one.page("", "");
        two.failing(1, Kind.PERMISSION, "", "", call("b2", 2));
        CallIterator walk = both.skippingFailures().list(CallQuery.all()).iterator();

        assertThat(drain(walk)).isEmpty();
        assertThat(walk.report().completeness()).isEqualTo(Completeness.INCOMPLETE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"INTERRUPTED", "CLOSED", "INVALID_RESUME_POINT"})
    void skipsNoListerForFailuresOfTheWholeWalk(Kind kind) {
        one.failing(1, kind, "", "", call("a1", 1));
        two.page("", "", call("b2", 2));
        CallIterator walk = both.skippingFailures().list(CallQuery.all()).iterator();

        assertThat(kind(walk)).isEqualTo(kind);
        assertThat(drain(walk)).containsExactly("a1", "b2");
    }

    @Test
    void failsWithWhatTheCallbackThrows() {
        one.failing(1, Kind.AUTHENTICATION, "", "", call("a1", 1));
        two.page("", "", call("b2", 2));
        CallIterator walk = both.skippingFailures((lister, failure) -> {
                    throw failure;
                })
                .list(CallQuery.all())
                .iterator();

        assertThat(kind(walk)).isEqualTo(Kind.AUTHENTICATION);
        assertThat(walk.report().endReason()).contains(EndReason.FAILED);
        assertThat(drain(walk)).containsExactly("a1", "b2");
    }

    @Test
    void failsWithABugOfAListerUnderEitherPolicy() {
        one.on("", () -> {
            throw new IllegalArgumentException("a bug");
        });
        two.page("", "", call("b2", 2));
        CallIterator walk = both.skippingFailures().list(CallQuery.all()).iterator();

        assertThat(catchThrowableOfType(IllegalArgumentException.class, walk::hasNext))
                .hasMessage("a bug");
        assertThat(walk.report().endReason()).contains(EndReason.FAILED);
    }

    @Test
    void failsOnARejectedRowWhenItIsStrict() {
        one.page("", "", List.of(new RejectedRow(0, "no id", "{}")), call("a1", 1));
        two.page("", "", call("b2", 2));

        assertThat(kind(both.list(CallQuery.all()).strict().iterator())).isEqualTo(Kind.BAD_RESPONSE);
    }

    private static Kind kind(CallIterator walk) {
        return catchThrowableOfType(CallListException.class, walk::hasNext).kind();
    }
}
