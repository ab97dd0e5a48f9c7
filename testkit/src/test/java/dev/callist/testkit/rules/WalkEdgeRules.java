package dev.callist.testkit.rules;

import static dev.callist.testkit.contract.ListerUnderTest.ids;
import static dev.callist.testkit.contract.ListerUnderTest.pagesOf;
import static dev.callist.testkit.contract.ListerUnderTest.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.testkit.ManualTime;
import dev.callist.testkit.contract.ContractFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The order, ends, limits, laziness and independence of walks. */
public interface WalkEdgeRules extends ProviderUnderTest {
    @Test
    default void streamsTheSameCalls() {
        try (ContractFixture fixture = fixture(12)) {
            assertThat(fixture.lister().list(pagesOf(5)).stream().map(call -> call.id()))
                    .isEqualTo(ids(fixture.sandbox(), 0, 12));
        }
    }

    @Test
    default void losesNothingWithAWrongLocalClock() {
        for (String clock : List.of(
                "1970-01-01T00:00:00Z", "2026-03-01T11:00:00Z", "2026-03-01T13:00:00Z", "2999-12-31T23:59:59Z")) {
            ManualTime time = ManualTime.startingAt(Instant.parse(clock));
            try (ContractFixture fixture =
                    fixture(25, ContractFixture.quick().time(time).build())) {
                assertThat(ids(fixture.lister().list(pagesOf(10)))).as(clock).isEqualTo(ids(fixture.sandbox(), 0, 25));
            }
        }
    }

    @Test
    default void asksForNoMoreThanAPageHolds() {
        try (ContractFixture fixture = fixture(25)) {
            assertThat(ids(fixture.lister().list(pagesOf(Integer.MAX_VALUE)))).isEqualTo(ids(fixture.sandbox(), 0, 25));
        }
    }

    @Test
    default void measuresTheDeadlineByTheInjectedClock() {
        ManualTime time = ProviderUnderTest.stoppedTime();
        try (ContractFixture fixture =
                        fixture(40, ContractFixture.quick().time(time).build());
                CallIterator walk = fixture.lister()
                        .list(pagesOf(10))
                        .readAhead(0)
                        .deadline(Duration.ofSeconds(30))
                        .iterator()) {
            take(walk, 10);
            time.advance(Duration.ofMinutes(5));
            assertThatThrownBy(walk::hasNext).isInstanceOf(CallListException.class);
        }
    }
}
