package dev.callist.testkit.walks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallQuery;
import dev.callist.testkit.InMemoryCalls;
import dev.callist.testkit.contract.ListerUnderTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A window may start at the first instant that can be represented. */
class WindowEndTest {
    private static final InMemoryCalls CALLS =
            InMemoryWalks.listOf(InMemoryWalks.call("a", 30), InMemoryWalks.call("b", 20), InMemoryWalks.call("c", 10));
    private static final CallQuery EVER =
            CallQuery.builder().createdFrom(Instant.MIN).build();

    @Test
    void acceptsAWindowThatStartsAtTheBeginningOfTime() {
        assertThat(ListerUnderTest.ids(CALLS.list(EVER))).containsExactly("a", "b", "c");
    }

    @Test
    void losesNoPageThatFailedWhileItWasFiltered() {
        assertThat(InMemoryWalks.idsDespiteFailures(CALLS.list(EVER).iterator()))
                .containsExactly("a", "b", "c");
    }
}
