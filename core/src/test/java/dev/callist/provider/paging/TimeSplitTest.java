package dev.callist.provider.paging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimeSplitTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final CallQuery DAY = CallQuery.createdBetween(NOON.minus(Duration.ofDays(1)), NOON);
    private static final TimeSplit SPLIT = TimeSplit.byCreation(query -> true);

    @Test
    void asksForNoMoreThanTheWindowOfAQuery() {
        assertThat(SPLIT.within(DAY, Optional.of(NOON.minusSeconds(3660)), Optional.of(NOON.minusSeconds(60))))
                .isEqualTo(CallQuery.createdBetween(NOON.minusSeconds(3660), NOON.minusSeconds(60)));
        assertThat(SPLIT.within(DAY, Optional.of(NOON.minusSeconds(3540)), Optional.of(NOON.plusSeconds(60))))
                .isEqualTo(CallQuery.createdBetween(NOON.minusSeconds(3540), NOON));
        assertThat(SPLIT.within(DAY, Optional.empty(), Optional.empty())).isEqualTo(DAY);
        assertThat(SPLIT.within(CallQuery.all(), Optional.empty(), Optional.empty()))
                .isEqualTo(CallQuery.all());
    }

    @Test
    void keepsTheStartOfTheQueryForTheRest() {
        assertThat(SPLIT.within(DAY, Optional.empty(), Optional.of(NOON.minusSeconds(60))))
                .isEqualTo(CallQuery.createdBetween(NOON.minus(Duration.ofDays(1)), NOON.minusSeconds(60)));
    }

    @Test
    void splitsOnlyQueriesWithAStartThatTheServerApplies() {
        CallQuery open = CallQuery.builder().createdBefore(NOON).build();

        assertThat(SPLIT.start(DAY)).contains(NOON.minus(Duration.ofDays(1)));
        assertThat(SPLIT.start(open)).isEmpty();
        assertThat(TimeSplit.byCreation(query -> false).start(DAY)).isEmpty();
        assertThat(TimeSplit.NONE.start(DAY)).isEmpty();
    }
}
