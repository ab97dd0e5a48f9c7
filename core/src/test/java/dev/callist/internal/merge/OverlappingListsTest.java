package dev.callist.internal.merge;

import static dev.callist.Calls.call;
import static dev.callist.internal.merge.MergedLists.drain;
import static dev.callist.internal.merge.MergedLists.take;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.Call;
import dev.callist.CallIterator;
import dev.callist.CallListers;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import dev.callist.Cursor;
import dev.callist.ListingReport.EndReason;
import dev.callist.MergedCalls;
import dev.callist.OverlappingLister;
import dev.callist.QueryPlan;
import dev.callist.ResumePoint;
import dev.callist.ScriptedLister;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two lists that have some calls in common: each call is handed over once. */
class OverlappingListsTest {
    private final ScriptedLister first = ScriptedLister.named("first")
            .page("", "1", call("a1", 1), call("a3", 3))
            .page("1", "", call("a5", 5), call("a7", 7));

    /** A call {@code second-a1} is the call {@code a1} of the other list. */
    private final ScriptedLister second = ScriptedLister.named("second")
            .page("", "1", call("b0", 0), call("second-a1", 1), call("b2", 2))
            .page("1", "", call("second-a5", 4), call("b6", 6), call("second-a7", 8), call("second-a9", 9));

    private final MergedCalls merged = CallListers.merged(first, new Overlapping(second));
    private static final List<String> ALL = List.of("b0", "a1", "b2", "a3", "a5", "b6", "a7", "second-a9");

    private record Overlapping(ScriptedLister calls) implements OverlappingLister {
        @Override
        public Optional<Call> elsewhere(Call call) {
            return call.id().startsWith("second-")
                    ? Optional.of(Call.builder()
                            .copyFrom(call)
                            .id(call.id().substring("second-".length()))
                            .build())
                    : Optional.empty();
        }

        @Override
        public String provider() {
            return calls.provider();
        }

        @Override
        public CallPage fetch(CallQuery query, Cursor cursor) {
            return calls.fetch(query, cursor);
        }

        @Override
        public QueryPlan plan(CallQuery query) {
            return calls.plan(query);
        }

        @Override
        public ClientOptions options() {
            return calls.options();
        }

        @Override
        public void close() {
            calls.close();
        }
    }

    @Test
    void returnsACallOfBothListsOnce() {
        CallIterator walk = merged.list(CallQuery.all()).iterator();

        assertThat(drain(walk)).isEqualTo(ALL);
        assertThat(walk.report().duplicates()).isEqualTo(3);
        assertThat(walk.report().calls()).isEqualTo(8);
        assertThat(walk.report().ordered()).isTrue();
    }

    @Test
    void returnsTheRestAfterAnyCall() {
        for (int calls = 0; calls <= ALL.size(); calls++) {
            CallIterator walk = merged.list(CallQuery.all()).iterator();
            assertThat(take(walk, calls)).isEqualTo(ALL.subList(0, calls));
            ResumePoint point = ResumePoint.parse(walk.resumePoint().toString());
            assertThat(drain(merged.resume(CallQuery.all(), point).iterator()))
                    .as("after %d calls", calls)
                    .isEqualTo(ALL.subList(calls, ALL.size()));
        }
    }

    @Test
    void returnsAsManyCallsAsTheLimit() {
        for (int limit = 1; limit <= ALL.size(); limit++) {
            CallIterator walk = merged.list(CallQuery.all()).limit(limit).iterator();
            assertThat(drain(walk)).isEqualTo(ALL.subList(0, limit));
            assertThat(walk.report().endReason()).contains(EndReason.LIMIT);
        }
    }

    @Test
    void returnsBothIfNeitherListSaysThatTheyAreOne() {
        assertThat(drain(CallListers.merged(first, second).list(CallQuery.all()).iterator()))
                .hasSize(11)
                .contains("a1", "second-a1");
    }
}
