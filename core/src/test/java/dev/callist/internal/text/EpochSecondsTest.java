package dev.callist.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EpochSecondsTest {
    @ParameterizedTest
    @CsvSource({
        "1747839084, 2025-05-21T14:51:24Z",
        "946684800, 2000-01-01T00:00:00Z",
        "4102444800, 2100-01-01T00:00:00Z",
        "000946684800, 2000-01-01T00:00:00Z"
    })
    void readsSecondsFrom2000To2100(String text, Instant at) {
        assertThat(EpochSeconds.read(text)).contains(at);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "946684799",
                "4102444801",
                "1747839084000",
                "0001747839084",
                "-1747839084",
                "1747839084.5",
                "17478390/4",
                "17478390:4",
                " 1747839084"
            })
    void takesNothingElseForAnInstant(String text) {
        assertThat(EpochSeconds.read(text)).isEmpty();
    }
}
