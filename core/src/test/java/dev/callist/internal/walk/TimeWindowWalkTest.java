package dev.callist.internal.walk;

import static dev.callist.Calls.NOON;
import static dev.callist.Calls.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.Call;
import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallQuery;
import dev.callist.RejectedRow;
import dev.callist.ScriptedLister;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Time windows of a server that does not select by creation time, so that some calls of a window were created outside
 * it.
 */
class TimeWindowWalkTest {
    private final ScriptedLister lister =
            new ScriptedLister().splitByStart(3).page("", "n2", call("a", 1), call("b", 2));

    @Test
    void doesNotStopAtAWindowThatHasNothingButACallOfLongAgo() {
        Call old = call("old")
                .createdAt(NOON.minus(Duration.ofDays(5)))
                .startedAt(NOON.minusSeconds(1))
                .build();
        lister.page("above:", "", call("a", 1), call("b", 2), old)
                .page("until 2:", "", call("c", 2))
                .page("rest until 3:", "")
                .page("n2", "", call("c", 2), old);
        CallQuery query =
                CallQuery.builder().createdFrom(NOON.minusSeconds(3600)).build();

        assertThat(drain(lister.list(query).iterator())).containsExactly("a", "b", "c");
        assertThat(drain(lister.list(query).concurrency(2).iterator())).containsExactly("a", "b", "c");
        assertThat(lister.asked()).contains("n2", "above:", "until 2:");
    }

    @Test
    void countsARejectedRowOnceEvenIfThePageIsReadAgain() {
        List<RejectedRow> bad = List.of(new RejectedRow(1, "no id", "{}"));
        lister.page("", "n2", bad, call("a", 1), call("b", 2))
                .page("above:", "", bad, call("a", 1), call("b", 2))
                .page("until 2:", "", call("c", 2))
                .page("rest until 3:", "");

        CallIterator walk = lister.list(CallQuery.all()).concurrency(2).iterator();

        assertThat(drain(walk)).containsExactly("a", "b", "c");
        assertThat(walk.report().rejected()).isEqualTo(1);
    }

    @Test
    void findsACallThatStartedLongAfterItsCreationAboveTheWindows() {
        Call late = call("late")
                .createdAt(NOON.minusSeconds(900))
                .startedAt(NOON.minusSeconds(1))
                .build();
        lister.page("above:", "", call("a", 1), late, call("b", 2))
                .page("until 2:", "", call("c", 2))
                .page("rest until 3:", "");

        assertThat(drain(lister.list(CallQuery.all()).concurrency(2).iterator()))
                .containsExactly("a", "b", "late", "c");
    }

    @Test
    void returnsToTheCursorOfThePageWhenAServerRefusesAWindow() {
        Call stray = call("stray")
                .createdAt(NOON.minusSeconds(900))
                .startedAt(NOON.minusSeconds(1))
                .build();
        lister.page("above:", "", call("a", 1), call("b", 2), stray)
                .on("until 2:", () -> {
                    throw CallListException.of(Kind.BAD_RESPONSE, "scripted")
                            .build()
                            .asException();
                })
                .page("n2", "n3", stray, call("c", 3))
                .page("n3", "", call("d", 4));

        assertThat(drain(lister.list(CallQuery.all()).concurrency(2).iterator()))
                .containsExactly("a", "b", "stray", "c", "d");
    }

    @Test
    void returnsToTheCursorOfThePageWhenAServerDoesNotKeepToAWindow() {
        lister.page("above:", "", call("a", 1), call("b", 2))
                .page("until 2:", "", call("c", 2), call("stray", 200))
                .page("n2", "n3", call("c", 2), call("d", 3))
                .page("n3", "", call("stray", 200));

        assertThat(drain(lister.list(CallQuery.all()).concurrency(2).iterator()))
                .containsExactly("a", "b", "c", "d", "stray");
        assertThat(lister.asked()).filteredOn("until 2:"::equals).hasSize(1);
    }

    private static List<String> drain(CallIterator walk) {
        List<String> ids = new ArrayList<>();
        walk.forEachRemaining(call -> ids.add(call.id()));
        return ids;
    }
}
