package dev.callist.testkit.walks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallIterator;
import dev.callist.CallQuery;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** The memory that a walk uses for earlier calls does not grow with the length of their ids. */
class HugeIdsTest {
    @Test
    void remembersCallsInConstantMemory() {
        try (EndlessCalls calls = new EndlessCalls(page -> page + "y".repeat(1_000_000), Integer::toString);
                CallIterator walk = calls.list(CallQuery.all()).iterator()) {
            handOver(walk, 10);
            long before = usedMebibytes();
            handOver(walk, 100);
            assertThat(usedMebibytes() - before).isLessThan(40);
        }
    }

    private static void handOver(CallIterator walk, int calls) {
        for (int i = 0; i < calls; i++) {
            walk.next();
        }
    }

    @SuppressWarnings("ExplicitGC")
    private static long usedMebibytes() {
        for (int i = 0; i < 3; i++) {
            System.gc();
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }
}
