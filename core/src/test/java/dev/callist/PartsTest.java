package dev.callist;

import static dev.callist.Calls.call;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Parts by another time than the creation: what turns up in a part need not have been created in it. */
class PartsTest {
    /** A cursor of a part with a start. */
    private static final String TOP = "slice:1000,2000,,1000,2,0,0,";

    private final ScriptedLister lister = new ScriptedLister();

    @Test
    void doesNotStopAtAPartThatBringsNothingButACallOfLongAgo() {
        long days = Duration.ofDays(5).toSeconds();
        lister.page("", "n2", call("a", 1), call("b", 2))
                .page(TOP, "p1", call("a", 1), call("b", 2), call("odd", days))
                .page("p1", "", call("c", 3))
                .page("n2", "", call("c", 3), call("odd", days))
                .ahead("n2", TOP, "p1");
        CallQuery query =
                CallQuery.builder().createdFrom(Calls.NOON.minusSeconds(3600)).build();

        assertThat(drain(lister.list(query).iterator())).containsExactly("a", "b", "c");
        assertThat(drain(lister.list(query).concurrency(2).iterator())).containsExactly("a", "b", "c");
    }

    @Test
    void countsARejectedRowOnceThoughThePageIsReadAgain() {
        List<RejectedRow> bad = List.of(new RejectedRow(1, "no id", "{}"));
        lister.page("", "n2", bad, call("a", 1), call("b", 2))
                .page(TOP, "p1", bad, call("a", 1), call("b", 2))
                .page("p1", "", call("c", 3))
                .ahead("n2", TOP, "p1");

        CallIterator walk = lister.list(CallQuery.all()).concurrency(2).iterator();

        assertThat(drain(walk)).containsExactly("a", "b", "c");
        assertThat(walk.report().rejected()).isEqualTo(1);
    }

    @Test
    void goesBackToThePlaceGivenWhenTheServerDoesNotKeepToTheParts() {
        lister.page("", "n2", call("a", 1), call("b", 2))
                .page(TOP, "p1", call("a", 1), call("b", 2), call("stray", 2))
                .on("p1", () -> {
                    throw CallListException.of(CallListException.Kind.BAD_RESPONSE, "scripted")
                            .build()
                            .asException();
                })
                .page("n2", "n3", call("stray", 2), call("c", 3))
                .page("n3", "", call("d", 4))
                .ahead("n2", TOP, "p1")
                .ahead("n3", "never", "asked");

        assertThat(drain(lister.list(CallQuery.all()).concurrency(2).iterator()))
                .containsExactly("a", "b", "stray", "c", "d");
    }

    private static List<String> drain(CallIterator walk) {
        List<String> ids = new ArrayList<>();
        walk.forEachRemaining(call -> ids.add(call.id()));
        return ids;
    }
}
