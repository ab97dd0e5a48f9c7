package dev.callist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class FreezeTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void takesTheEndOfTheSecondThatTheServerNames() {
        Freeze freeze = new Freeze(true, Optional.empty(), TimeSource.system());
        freeze.arrived(page(Optional.of(NOON.plusMillis(300)), NOON.minusSeconds(5)));
        freeze.arrived(page(Optional.of(NOON.plusSeconds(60)), NOON.minusSeconds(5)));

        assertThat(freeze.bound()).contains(NOON.plusSeconds(1));
        assertThat(freeze.applied(CallQuery.all()).createdBefore()).contains(NOON.plusSeconds(1));
    }

    @Test
    void cutsNoCallOfTheFirstAnswerWhateverTheClocksSay() {
        Freeze freeze = new Freeze(true, Optional.empty(), TimeSource.system());
        freeze.arrived(page(Optional.of(NOON), NOON.plusSeconds(3600)));

        assertThat(freeze.bound()).contains(NOON.plusSeconds(3601));
    }

    @Test
    void leavesAnEarlierEndOfTheWindowAndAListThatDoesNotShiftAlone() {
        Freeze freeze = new Freeze(true, Optional.of(NOON), TimeSource.system());
        Freeze none = new Freeze(false, Optional.empty(), TimeSource.system());
        none.arrived(page(Optional.of(NOON), NOON));
        CallQuery earlier =
                CallQuery.builder().createdBefore(NOON.minusSeconds(1)).build();
        CallQuery later = CallQuery.builder().createdFrom(NOON.plusSeconds(1)).build();

        assertThat(freeze.applied(earlier)).isEqualTo(earlier);
        assertThat(freeze.applied(later)).isEqualTo(later);
        assertThat(none.bound()).isEmpty();
    }

    private static CallPage page(Optional<Instant> servedAt, Instant createdAt) {
        Call call = Call.builder()
                .provider("test")
                .id("1")
                .direction(CallDirection.INBOUND)
                .status(CallStatus.COMPLETED)
                .createdAt(createdAt)
                .build();
        return new CallPage(
                List.of(call),
                Optional.empty(),
                OptionalLong.empty(),
                List.of(),
                0,
                Duration.ZERO,
                false,
                false,
                servedAt);
    }
}
