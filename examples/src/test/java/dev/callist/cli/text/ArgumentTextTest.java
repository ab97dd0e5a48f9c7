package dev.callist.cli.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callist.CallStatus;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class ArgumentTextTest {
    @ParameterizedTest
    @CsvSource({
        "2026-03-01, 2026-03-01T00:00:00Z",
        "2026-03-01T10:00:00Z, 2026-03-01T10:00:00Z",
        "2026-03-01T10:00Z, 2026-03-01T10:00:00Z",
        "2026-03-01T10:00:00.25+01:00, 2026-03-01T09:00:00.25Z"
    })
    void readsTimes(String text, Instant time) {
        assertThat(ArgumentText.instant(text)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-3-1", "2026-02-30", "2026-03-01T10:00:00", "1772359200"})
    void saysHowToWriteATime(String text) {
        assertThatThrownBy(() -> ArgumentText.instant(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("write 2026-03-01");
    }

    @ParameterizedTest
    @CsvSource({"30, PT30S", "30s, PT30S", "2m, PT2M", "1h30m, PT1H30M", "0.5s, PT0.5S", "PT30S, PT30S", "1H, PT1H"})
    void readsDurations(String text, Duration time) {
        assertThat(ArgumentText.duration(text)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s", "x", "1d2", "30 s", "1m1h", "99999999999999999999"})
    void saysHowToWriteADuration(String text) {
        assertThatThrownBy(() -> ArgumentText.duration(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("write 30 or 30s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-answer", "NO_ANSWER", "No-Answer", "no_answer"})
    void readsConstantsInAnyCase(String text) {
        assertThat(ArgumentText.constant(CallStatus.class, text)).isEqualTo(CallStatus.NO_ANSWER);
    }
}
