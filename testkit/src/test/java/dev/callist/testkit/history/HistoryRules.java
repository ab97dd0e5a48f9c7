package dev.callist.testkit.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What must hold in thousands of random histories, in which calls arrive, vanish, change and move between requests,
 * servers clamp, fail, repeat and filter, and readers stop and continue: no call lost and none repeated, or not
 * COMPLETE. Each history follows from its seed: {@code -Dcallist.seed=N} runs one of them, {@code
 * -Dcallist.histories=N} another number of them, and {@code -Dcallist.mergedHistories=N} another number of those that
 * read two or three lists as one.
 */
public interface HistoryRules extends ScriptedListRules {
    /** How many histories are read, unless a property says otherwise; a tenth as many of merged lists. */
    default int histories() {
        return 2_000;
    }

    @Test
    @Timeout(600)
    default void losesNothingAndRepeatsNothing() throws InterruptedException {
        holds(false, "callist.histories", histories());
    }

    @Test
    @Timeout(600)
    default void losesNothingAndRepeatsNothingOfMergedLists() throws InterruptedException {
        holds(true, "callist.mergedHistories", histories() / 10);
    }

    private void holds(boolean isMerged, String property, int usual) throws InterruptedException {
        boolean single = System.getProperty("callist.seed") != null;
        long first = Long.getLong("callist.seed", 1);
        int count = Integer.getInteger(property, single ? 1 : usual);
        HistoryRun run = new HistoryRun(
                historyProtocol(), splittable(1), (url, options) -> lister(url, secret(), options), isMerged);
        run.run(first, first + count);
        assertThat(run.complaints()).isEmpty();
        assertThat(run.counts().histories()).isEqualTo(count);
        assertThat(single ? 100 : run.counts().percentComplete())
                .as("histories that end COMPLETE, in a hundred")
                .isGreaterThan(isMerged ? 30 : 50);
        assertThat(single ? 1 : run.counts().plain())
                .as("histories that have to end COMPLETE")
                .isPositive();
    }
}
