package dev.callist.bird;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallListing;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** Any duration above zero is a deadline. */
class DeadlineForeverTest {
    @Test
    void takesADeadlineOfForever() {
        CallListing listing =
                Bench.memory(Bench.call("a", 1)).list(Bench.pagesOf(1)).deadline(ChronoUnit.FOREVER.getDuration());
        assertThat(Bench.ids(listing)).containsExactly("a");
    }
}
