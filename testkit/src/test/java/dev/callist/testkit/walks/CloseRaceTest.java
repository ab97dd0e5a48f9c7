package dev.callist.testkit.walks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.Call;
import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.testkit.InMemoryCalls;
import dev.callist.testkit.contract.ListerUnderTest;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A walk that another thread closed has an end reason, whatever it was doing. A race: it fails in most runs, not in
 * all.
 */
class CloseRaceTest {
    @Test
    void hasAnEndReasonOnceItIsClosed() throws Exception {
        InMemoryCalls calls = InMemoryWalks.listOf(IntStream.range(0, 400)
                .mapToObj(i -> InMemoryWalks.call("c" + i, 1000 - i))
                .toArray(Call[]::new));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        int open = 0;
        try {
            for (int round = 0; round < 3000; round++) {
                CallIterator walk =
                        calls.list(ListerUnderTest.pagesOf(1)).readAhead(3).iterator();
                CyclicBarrier both = new CyclicBarrier(2);
                int spins = round % 997 * 20;
                Future<Object> reading = threads.<Object>submit(() -> {
                    both.await();
                    try {
                        walk.forEachRemaining(call -> {});
                        return "the end";
                    } catch (CallListException e) {
                        return e.kind();
                    }
                });
                Future<Object> closing = threads.<Object>submit(() -> {
                    both.await();
                    for (int i = 0; i < spins; i++) {
                        Thread.onSpinWait();
                    }
                    walk.close();
                    return walk;
                });
                reading.get();
                closing.get();
                open += walk.report().endReason().isEmpty() ? 1 : 0;
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(open).as("closed walks without an end reason").isZero();
    }
}
