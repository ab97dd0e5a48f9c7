package dev.callist.testkit.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.testkit.Sandbox;
import dev.callist.testkit.rules.ProviderUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What must hold in thousands of random histories, in which calls arrive, vanish and change between requests, servers clamp,
 * fail and repeat, and readers stop and continue: no call lost and none repeated, or not COMPLETE. Each history follows from its
 * seed: {@code -Dcallist.seed=N} runs one of them, {@code -Dcallist.histories=N} another number of them.
 */
public interface HistoryRules extends ProviderUnderTest {
    /** The provider's protocol over a list that changes. */
    HistoryProtocol historyProtocol();

    @Test
    @Timeout(600)
    default void losesNothingAndRepeatsNothing() throws InterruptedException {
        boolean single = System.getProperty("callist.seed") != null;
        long first = Long.getLong("callist.seed", 1);
        int count = Integer.getInteger("callist.histories", single ? 1 : 10_000);
        try (Sandbox sandbox = sandbox(0)) {
            HistoryRun run = new HistoryRun(
                    historyProtocol(), options -> lister(sandbox.url(), secret(), options), first, first + count);
            run.run();
            assertThat(run.complaints()).isEmpty();
            assertThat(run.histories()).isEqualTo(count);
            assertThat(single ? 100 : run.percentComplete())
                    .as("histories that end COMPLETE, in a hundred")
                    .isGreaterThan(50);
        }
    }
}
