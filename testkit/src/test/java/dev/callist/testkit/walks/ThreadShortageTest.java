package dev.callist.testkit.walks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallIterator;
import dev.callist.testkit.InMemoryCalls;
import dev.callist.testkit.contract.ListerUnderTest;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A page that has arrived is handed over even if the thread for the next page cannot be started. */
class ThreadShortageTest {
    /** Simulates a machine without threads left: creating one fails when this reaches 0. */
    private static final AtomicInteger THREADS_LEFT = new AtomicInteger(Integer.MAX_VALUE);

    private static final InheritableThreadLocal<Integer> WATCHED = new InheritableThreadLocal<>() {
        @Override
        protected Integer childValue(Integer parent) {
            if (THREADS_LEFT.getAndDecrement() == 0) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            return parent;
        }
    };

    @Test
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void losesNoPageWhenTheThreadForTheNextOneCannotBeStarted() {
        assertThat(idsWithOneFailedStart(1)).containsExactly("a", "b", "c");
    }

    @Test
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void doesNotHangWhenAThreadForAFurtherPageCannotBeStarted() {
        assertThat(idsWithOneFailedStart(2)).containsExactly("a", "b", "c");
    }

    private static List<String> idsWithOneFailedStart(int readAhead) {
        InMemoryCalls calls = InMemoryWalks.listOf(
                InMemoryWalks.call("a", 30), InMemoryWalks.call("b", 20), InMemoryWalks.call("c", 10));
        WATCHED.set(0);
        THREADS_LEFT.set(1);
        try (CallIterator walk =
                calls.list(ListerUnderTest.pagesOf(1)).readAhead(readAhead).iterator()) {
            return InMemoryWalks.idsDespiteFailures(walk);
        } finally {
            WATCHED.remove();
            THREADS_LEFT.set(Integer.MAX_VALUE);
        }
    }
}
