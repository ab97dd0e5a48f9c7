package dev.callist.testkit.walks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallListing;
import dev.callist.testkit.contract.ListerUnderTest;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** Any duration above zero is a deadline. */
class EndlessDeadlineTest {
    @Test
    void acceptsADeadlineOfForever() {
        CallListing listing = InMemoryWalks.listOf(InMemoryWalks.call("a", 1))
                .list(ListerUnderTest.pagesOf(1))
                .deadline(ChronoUnit.FOREVER.getDuration());
        assertThat(ListerUnderTest.ids(listing)).containsExactly("a");
    }
}
