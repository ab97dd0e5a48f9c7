package dev.callist.cli.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callist.CallStatus;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class ArgumentTextTest {
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
