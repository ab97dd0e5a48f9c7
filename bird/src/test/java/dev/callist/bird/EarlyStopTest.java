package dev.callist.bird;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallQuery;
import dev.callist.testkit.InMemoryCalls;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Section 6: a walk stops early only once order has held, and one row shows no order. */
class EarlyStopTest {
    @Test
    void readsOnInAListThatRunsOldestFirst() {
        Duration nine = Duration.ofDays(9);
        InMemoryCalls rising = Bench.memory(Bench.call("old", 0), Bench.call("new", nine.toSeconds()));
        CallQuery query = CallQuery.builder()
                .createdFrom(Bench.T.plus(Duration.ofDays(5)))
                .pageSize(1)
                .build();
        assertThat(Bench.ids(rising.list(query))).containsExactly("new");
    }
}
