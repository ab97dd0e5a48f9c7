package dev.callist.bird;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.Call;
import dev.callist.CallIterator;
import dev.callist.testkit.InMemoryCalls;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rule 1: resuming loses nothing, also where the list is not quite newest first. */
class ResumeOrderTest {
    @Test
    void handsOverACallNewerThanTheLastOneOfThePageBefore() {
        assertThat(interruptedAfterTwo(Bench.memory(
                        Bench.call("a", 30), Bench.call("b", 20), Bench.call("late", 25), Bench.call("c", 10))))
                .containsExactly("a", "b", "late", "c");
    }

    @Test
    void handsOverWhatStandsBeforeALaterRepetitionOfACallWithoutATime() {
        Call undated = Bench.undated("b").build();
        assertThat(interruptedAfterTwo(Bench.memory(
                        Bench.call("a", 30),
                        undated,
                        Bench.call("c", 28),
                        Bench.call("d", 27),
                        Bench.call("e", 26),
                        undated,
                        Bench.call("f", 20))))
                .containsExactly("a", "b", "c", "d", "e", "f");
    }

    private static List<String> interruptedAfterTwo(InMemoryCalls calls) {
        CallIterator walk = calls.list(Bench.pagesOf(2)).iterator();
        List<String> got = new ArrayList<>(List.of(walk.next().id(), walk.next().id()));
        CallIterator rest = calls.resume(Bench.pagesOf(2), walk.resumePoint()).iterator();
        got.addAll(Bench.persistently(rest));
        return got;
    }
}
