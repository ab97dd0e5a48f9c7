package dev.callist.testkit.walks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.testkit.InMemoryCalls;
import dev.callist.testkit.contract.ListerUnderTest;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Once the deadline has passed, a walk requests no further page, however often it is called. */
class PassedDeadlineTest {
    @Test
    void fetchesNoPageAfterTheDeadline() {
        InMemoryCalls calls = InMemoryWalks.listOf(InMemoryWalks.call("a", 2), InMemoryWalks.call("b", 1));
        try (CallIterator walk = calls.list(ListerUnderTest.pagesOf(1))
                .readAhead(0)
                .deadline(Duration.ofMillis(500))
                .iterator()) {
            walk.next();
            pause(Duration.ofMillis(600));
            for (int i = 0; i < 5; i++) {
                assertThat(catchThrowable(walk::hasNext)).isInstanceOf(CallListException.class);
                pause(Duration.ofMillis(20));
            }
            assertThat(calls.fetchCount()).isEqualTo(1);
        }
    }

    /** Parking may end early. */
    private static void pause(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
