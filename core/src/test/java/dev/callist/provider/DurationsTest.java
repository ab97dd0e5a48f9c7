package dev.callist.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.Call;
import dev.callist.CallBuilder;
import dev.callist.CallDirection;
import dev.callist.CallStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DurationsTest {
    private final CallBuilder call = Call.builder()
            .provider("test")
            .id("1")
            .direction(CallDirection.UNKNOWN)
            .status(CallStatus.UNKNOWN);

    @Test
    void countsSecondsAndMilliseconds() {
        assertThat(Durations.seconds(61L, "duration", call)).contains(Duration.ofSeconds(61));
        assertThat(Durations.millis(61L, "duration", call)).contains(Duration.ofMillis(61));
        assertThat(Durations.millis(null, "duration", call)).isEmpty();
        assertThat(call.build().problems()).isEmpty();
    }

    @Test
    void notesWhatCannotBeADuration() {
        assertThat(Durations.seconds(-1L, "a", call)).isEmpty();
        assertThat(Durations.seconds(1L << 31, "b", call)).isEmpty();
        assertThat(Durations.millis(Long.MAX_VALUE, "c", call)).isEmpty();
        assertThat(call.build().problems()).containsExactly("a", "b", "c");
    }
}
