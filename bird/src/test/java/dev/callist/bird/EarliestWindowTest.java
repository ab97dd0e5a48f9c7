package dev.callist.bird;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallQuery;
import dev.callist.testkit.BirdSandbox;
import dev.callist.testkit.InMemoryCalls;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Rule 1 where the window has the least and the greatest instants as its ends. */
class EarliestWindowTest {
    private static final InMemoryCalls CALLS =
            Bench.memory(Bench.call("a", 30), Bench.call("b", 20), Bench.call("c", 10));
    private static final CallQuery EVER =
            CallQuery.builder().createdFrom(Instant.MIN).build();

    @Test
    void takesAWindowThatStartsAtTheBeginningOfTime() {
        assertThat(Bench.ids(CALLS.list(EVER))).containsExactly("a", "b", "c");
    }

    @Test
    void losesNoPageThatFailedWhileItWasSifted() {
        assertThat(Bench.persistently(CALLS.list(EVER).iterator())).containsExactly("a", "b", "c");
    }

    @Test
    void takesAWindowThatIsOpenAtBothEnds() {
        try (BirdSandbox sandbox = BirdSandbox.start(3);
                BirdCalls bird = Bench.lister(sandbox, Bench.quick().build())) {
            assertThat(Bench.ids(bird.list(CallQuery.createdBetween(Instant.MIN, Instant.MAX))))
                    .hasSize(3);
        }
    }
}
