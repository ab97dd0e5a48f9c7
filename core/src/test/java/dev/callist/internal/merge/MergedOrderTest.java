package dev.callist.internal.merge;

import static dev.callist.Calls.call;
import static dev.callist.internal.merge.MergedLists.drain;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.Call;
import dev.callist.CallIterator;
import dev.callist.CallListers;
import dev.callist.CallQuery;
import dev.callist.Calls;
import dev.callist.ListingReport;
import dev.callist.MergedCalls;
import dev.callist.ScriptedLister;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The order of a merged list, and what is requested to find it. */
class MergedOrderTest {
    private final ScriptedLister one = ScriptedLister.named("one");
    private final ScriptedLister two = ScriptedLister.named("two");
    private final MergedCalls both = CallListers.merged(one, two);

    @Test
    void handsOverTheNewestCallOfAll() {
        one.page("", "1", call("a1", 1), call("a4", 4)).page("1", "", call("a5", 5));
        two.page("", "1", call("b2", 2), call("b3", 3)).page("1", "", call("b6", 6));
        CallIterator walk = both.list(CallQuery.all()).iterator();

        assertThat(drain(walk)).containsExactly("a1", "b2", "b3", "a4", "a5", "b6");
        assertThat(walk.report().ordered()).isTrue();
        assertThat(walk.hasNext()).isFalse();
    }

    @Test
    void prefersTheFirstListerAtTheSameInstant() {
        one.page("", "", call("a1", 1), call("a2", 2));
        two.page("", "", call("b1", 1), call("b2", 2));

        assertThat(drain(both)).containsExactly("a1", "b1", "a2", "b2");
        assertThat(drain(CallListers.merged(two, one))).containsExactly("b1", "a1", "b2", "a2");
    }

    @Test
    void handsOverACallWithoutATimeAsSoonAsItIsNext() {
        one.page("", "", call("a5", 5), call("a?").build(), call("a6", 6));
        two.page("", "", call("b?").build(), call("b1", 1), call("b7", 7));
        CallIterator walk = both.list(CallQuery.all()).iterator();

        assertThat(drain(walk)).containsExactly("b?", "b1", "a5", "a?", "a6", "b7");
        assertThat(walk.report().ordered()).isTrue();
    }

    @Test
    void waitsForNoListerWhenACallWithoutATimeIsNext() {
        one.page("", "1", call("a1", 1)).page("1", "", call("a2", 2));
        two.page("", "", call("b1", 1), call("b?").build());
        CallIterator walk = both.list(CallQuery.all()).readAhead(0).iterator();
        walk.next();
        walk.next();

        assertThat(walk.next().id()).isEqualTo("b?");
        assertThat(one.asked()).containsExactly("", "1");
    }

    @Test
    void reportsAListThatIsNotNewestFirst() {
        one.page("", "", call("a3", 3), call("a1", 1), call("a4", 4));
        two.page("", "", call("b2", 2), call("b5", 5));
        CallIterator walk = both.list(CallQuery.all()).iterator();

        assertThat(drain(walk)).containsExactly("b2", "a3", "a1", "a4", "b5");
        assertThat(walk.report().ordered()).isFalse();
        assertThat(walk.report().completeness()).isEqualTo(ListingReport.Completeness.COMPLETE);
    }

    @Test
    void reportsALostOrderThatOnlyFilteredCallsShow() {
        one.page("", "", call("a3", 3), call("a1", 1), call("a4", 4));
        CallIterator walk = both.list(CallQuery.builder()
                        .createdBefore(Calls.NOON.minusSeconds(2))
                        .build())
                .iterator();
        two.page("", "");

        assertThat(drain(walk)).containsExactly("a3", "a4");
        assertThat(walk.report().ordered()).isFalse();
    }

    @Test
    void crossesListersWithoutCalls() {
        one.page("", "1").page("1", "");
        two.page("", "", call("b1", 1));

        assertThat(drain(both)).containsExactly("b1");
        assertThat(drain(CallListers.merged(one))).isEmpty();
    }

    @Test
    void makesOneListOfManyListers() {
        List<ScriptedLister> many = Stream.iterate(0, i -> i < 30, i -> i + 1)
                .map(i -> ScriptedLister.named("n" + i)
                        .page("", "1", call("x" + i, i))
                        .page("1", "", call("y" + i, 30 + i)))
                .toList();

        List<String> ids = drain(CallListers.merged(many));

        assertThat(ids).hasSize(60).startsWith("x0", "x1", "x2").endsWith("y28", "y29");
        assertThat(many).allSatisfy(lister -> assertThat(lister.asked()).containsExactly("", "1"));
    }

    @Test
    void canBeReadAsAStream() {
        one.page("", "", call("a1", 1));
        two.page("", "", call("b2", 2));

        try (Stream<Call> calls = both.list(CallQuery.all()).stream()) {
            assertThat(calls.map(Call::id)).containsExactly("a1", "b2");
        }
    }
}
