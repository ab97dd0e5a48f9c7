package dev.callist.testkit.walks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.Call;
import dev.callist.CallIterator;
import dev.callist.testkit.InMemoryCalls;
import dev.callist.testkit.contract.ListerUnderTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Resuming loses nothing, even in a list that is not exactly newest first. */
class UnorderedResumeTest {
    @Test
    void handsOverACallNewerThanTheLastOneOfThePreviousPage() {
        assertThat(interruptedAfterTwo(InMemoryWalks.listOf(
                        InMemoryWalks.call("a", 30),
                        InMemoryWalks.call("b", 20),
                        InMemoryWalks.call("late", 25),
                        InMemoryWalks.call("c", 10))))
                .containsExactly("a", "b", "late", "c");
    }

    @Test
    void handsOverCallsBeforeALaterRepetitionOfAnUndatedCall() {
        Call undated = InMemoryWalks.undated("b").build();
        assertThat(interruptedAfterTwo(InMemoryWalks.listOf(
                        InMemoryWalks.call("a", 30),
                        undated,
                        InMemoryWalks.call("c", 28),
                        InMemoryWalks.call("d", 27),
                        InMemoryWalks.call("e", 26),
                        undated,
                        InMemoryWalks.call("f", 20))))
                .containsExactly("a", "b", "c", "d", "e", "f");
    }

    private static List<String> interruptedAfterTwo(InMemoryCalls calls) {
        CallIterator walk = calls.list(ListerUnderTest.pagesOf(2)).iterator();
        List<String> got = new ArrayList<>(List.of(walk.next().id(), walk.next().id()));
        CallIterator rest =
                calls.resume(ListerUnderTest.pagesOf(2), walk.resumePoint()).iterator();
        got.addAll(InMemoryWalks.idsDespiteFailures(rest));
        return got;
    }
}
