package dev.callist.bird;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.testkit.BirdSandbox;
import dev.callist.testkit.ManualTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Section 5: the clock is injected; TimeSource says that deadlines go by it. */
class DeadlineTimeTest {
    @Test
    void measuresTheDeadlineByTheGivenTime() {
        ManualTime time = ManualTime.startingAt(Bench.T);
        try (BirdSandbox sandbox = BirdSandbox.start(40);
                BirdCalls bird = Bench.lister(sandbox, Bench.quick().time(time).build());
                CallIterator walk = bird.list(Bench.pagesOf(10))
                        .readAhead(0)
                        .deadline(Duration.ofSeconds(30))
                        .iterator()) {
            for (int i = 0; i < 10; i++) {
                walk.next();
            }
            time.advance(Duration.ofMinutes(5));
            assertThat(catchThrowable(walk::hasNext)).isInstanceOf(CallListException.class);
        }
    }
}
