package dev.callist.testkit.walks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallQuery;
import dev.callist.testkit.InMemoryCalls;
import dev.callist.testkit.contract.ListerUnderTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A walk stops early only after order has held; one row proves no order. */
class EarlyStopTest {
    @Test
    void readsOnInAListThatRunsOldestFirst() {
        Duration nine = Duration.ofDays(9);
        InMemoryCalls rising =
                InMemoryWalks.listOf(InMemoryWalks.call("old", 0), InMemoryWalks.call("new", nine.toSeconds()));
        CallQuery query = CallQuery.builder()
                .createdFrom(InMemoryWalks.START.plus(Duration.ofDays(5)))
                .pageSize(1)
                .build();
        assertThat(ListerUnderTest.ids(rising.list(query))).containsExactly("new");
    }
}
