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

    @Test
    void takesADayAfterOurOwnTimeWhereTheServerNamesNone() {
        Freeze freeze = new Freeze(true, Optional.empty(), TimeSource.system());
        Instant ours = Instant.now();
        freeze.arrived(page(Optional.empty(), NOON));

        assertThat(freeze.isGuessed()).isTrue();
        assertThat(freeze.bound().orElseThrow()).isAfter(ours.plus(Duration.ofDays(1)));
        Freeze told = new Freeze(true, Optional.empty(), TimeSource.system());
        told.arrived(page(Optional.of(NOON), NOON));
        assertThat(told.isGuessed()).isFalse();
    }

    @Test
    void movesTheEndBackAndNeverOn() {
        Freeze freeze = new Freeze(true, Optional.of(NOON), TimeSource.system());

        freeze.moveTo(NOON.plusSeconds(1));
        assertThat(freeze.bound()).contains(NOON);
        freeze.moveTo(NOON.minusSeconds(1));
        assertThat(freeze.bound()).contains(NOON.minusSeconds(1));
    }

    @Test
    void tellsCallsThatHaveArrivedSinceItsStart() {
        Freeze freeze = new Freeze(true, Optional.of(NOON), TimeSource.system());
        Freeze none = new Freeze(true, Optional.empty(), TimeSource.system());
        Call at = page(Optional.empty(), NOON).calls().get(0);
        Call before = page(Optional.empty(), NOON.minusNanos(1)).calls().get(0);

        assertThat(freeze.isAfter(at)).isTrue();
        assertThat(freeze.isAfter(before)).isFalse();
        assertThat(freeze.isAfter(Calls.call("timeless").build())).isFalse();
        assertThat(none.isAfter(at)).isFalse();
    }

    @Test
    void endsAWindowOnlyWithinIt() {
        CallQuery window = CallQuery.createdBetween(NOON, NOON.plusSeconds(10));

        assertThat(Freeze.ended(window, NOON.plusSeconds(5)))
                .isEqualTo(CallQuery.createdBetween(NOON, NOON.plusSeconds(5)));
        assertThat(Freeze.ended(window, NOON.plusSeconds(10))).isEqualTo(window);
        assertThat(Freeze.ended(window, NOON)).isEqualTo(window);
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
