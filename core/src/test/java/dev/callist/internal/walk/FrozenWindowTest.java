package dev.callist.internal.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.Call;
import dev.callist.CallDirection;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import dev.callist.CallStatus;
import dev.callist.Calls;
import dev.callist.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FrozenWindowTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void endsWithTheSecondThatTheServerNames() {
        FrozenWindow frozen = new FrozenWindow(true, Optional.empty(), TimeSource.system());
        frozen.arrived(page(Optional.of(NOON.plusMillis(300)), NOON.minusSeconds(5)));
        frozen.arrived(page(Optional.of(NOON.plusSeconds(60)), NOON.minusSeconds(5)));

        assertThat(frozen.bound()).contains(NOON.plusSeconds(1));
        assertThat(frozen.applied(CallQuery.all()).createdBefore()).contains(NOON.plusSeconds(1));
    }

    @Test
    void keepsEveryCallOfTheFirstResponseWithAnyClocks() {
        FrozenWindow frozen = new FrozenWindow(true, Optional.empty(), TimeSource.system());
        frozen.arrived(page(Optional.of(NOON), NOON.plusSeconds(3600)));

        assertThat(frozen.bound()).contains(NOON.plusSeconds(3601));
    }

    @Test
    void keepsAnEarlierEndAndAListThatDoesNotShift() {
        FrozenWindow frozen = new FrozenWindow(true, Optional.of(NOON), TimeSource.system());
        FrozenWindow none = new FrozenWindow(false, Optional.empty(), TimeSource.system());
        none.arrived(page(Optional.of(NOON), NOON));
        CallQuery earlier =
                CallQuery.builder().createdBefore(NOON.minusSeconds(1)).build();
        CallQuery later = CallQuery.builder().createdFrom(NOON.plusSeconds(1)).build();

        assertThat(frozen.applied(earlier)).isEqualTo(earlier);
        assertThat(frozen.applied(later)).isEqualTo(later);
        assertThat(none.bound()).isEmpty();
    }

    @Test
    void endsADayAfterTheLocalTimeIfTheServerNamesNone() {
        FrozenWindow frozen = new FrozenWindow(true, Optional.empty(), TimeSource.system());
        Instant ours = Instant.now();
        frozen.arrived(page(Optional.empty(), NOON));

        assertThat(frozen.isGuessed()).isTrue();
        assertThat(frozen.bound().orElseThrow()).isAfter(ours.plus(Duration.ofDays(1)));
        FrozenWindow named = new FrozenWindow(true, Optional.empty(), TimeSource.system());
        named.arrived(page(Optional.of(NOON), NOON));
        assertThat(named.isGuessed()).isFalse();
    }

    @Test
    void movesTheEndBackOnly() {
        FrozenWindow frozen = new FrozenWindow(true, Optional.of(NOON), TimeSource.system());

        frozen.moveTo(NOON.plusSeconds(1));
        assertThat(frozen.bound()).contains(NOON);
        frozen.moveTo(NOON.minusSeconds(1));
        assertThat(frozen.bound()).contains(NOON.minusSeconds(1));
    }

    @Test
    void recognisesCallsThatHaveArrivedSince() {
        FrozenWindow frozen = new FrozenWindow(true, Optional.of(NOON), TimeSource.system());
        FrozenWindow none = new FrozenWindow(true, Optional.empty(), TimeSource.system());
        Call at = page(Optional.empty(), NOON).calls().get(0);
        Call before = page(Optional.empty(), NOON.minusNanos(1)).calls().get(0);

        assertThat(frozen.isAfter(at)).isTrue();
        assertThat(frozen.isAfter(before)).isFalse();
        assertThat(frozen.isAfter(Calls.call("timeless").build())).isFalse();
        assertThat(none.isAfter(at)).isFalse();
    }

    @Test
    void endsAQueryOnlyWithinItsWindow() {
        CallQuery window = CallQuery.createdBetween(NOON, NOON.plusSeconds(10));

        assertThat(endedAt(NOON.plusSeconds(5), window)).isEqualTo(CallQuery.createdBetween(NOON, NOON.plusSeconds(5)));
        assertThat(endedAt(NOON.plusSeconds(10), window)).isEqualTo(window);
        assertThat(endedAt(NOON, window)).isEqualTo(window);
    }

    private static CallPage page(Optional<Instant> servedAt, Instant createdAt) {
        Call call = Call.builder()
                .provider("test")
                .id("1")
                .direction(CallDirection.INBOUND)
                .status(CallStatus.COMPLETED)
                .createdAt(createdAt)
                .build();
        return CallPage.builder().calls(List.of(call)).servedAt(servedAt).build();
    }

    private static CallQuery endedAt(Instant end, CallQuery query) {
        return new FrozenWindow(true, Optional.of(end), TimeSource.system()).applied(query);
    }
}
