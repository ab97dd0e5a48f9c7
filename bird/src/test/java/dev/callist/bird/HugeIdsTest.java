package dev.callist.bird;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallIterator;
import dev.callist.CallQuery;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;

/** Rule 7: what a walk remembers of the calls gone by does not grow with the length of their ids. */
class HugeIdsTest {
    @Test
    void remembersCallsInFlatMemory() {
        AtomicInteger pages = new AtomicInteger();
        try (Bench bench = new Bench()) {
            bench.server.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) {
                    int page = pages.incrementAndGet();
                    String id = page + "y".repeat(1_000_000);
                    return Bench.json(200, "{\"results\":[{\"id\":\"" + id + "\"}],\"nextPageToken\":\"" + page + "\"}")
                            .build();
                }
            });
            try (CallIterator walk = bench.bird.list(CallQuery.all()).iterator()) {
                handOver(walk, 10);
                long before = usedMebibytes();
                handOver(walk, 100);
                assertThat(usedMebibytes() - before).isLessThan(40);
            }
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
