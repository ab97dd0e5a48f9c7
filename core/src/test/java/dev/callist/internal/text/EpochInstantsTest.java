package dev.callist.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EpochInstantsTest {
    @ParameterizedTest
    @CsvSource({
        "1747839084, 2025-05-21T14:51:24Z",
        "946684800, 2000-01-01T00:00:00Z",
        "4102444800, 2100-01-01T00:00:00Z",
        "000946684800, 2000-01-01T00:00:00Z",
        "1747839084.5, 2025-05-21T14:51:24.500Z",
        "1747839084000, 2025-05-21T14:51:24Z",
        "1747839084123.25, 2025-05-21T14:51:24.123250Z",
        "1.747839084e9, 2025-05-21T14:51:24Z",
        "1.747839084123E+12, 2025-05-21T14:51:24.123Z",
        "4102444800000, 2100-01-01T00:00:00Z",
        "' 1747839084 ', 2025-05-21T14:51:24Z"
    })
    void readsSecondsAndMillisecondsFrom2000To2100(String text, Instant at) {
        assertThat(EpochInstants.read(text)).contains(at);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "946684799",
                "4102444801",
                "4102444800001000",
                "1747839084000000",
                "-1747839084",
                "1e30",
                "1E+999999999",
                "NaN",
                "17478390/4",
                "17478390:4"
            })
    void takesNothingElseForAnInstant(String text) {
        assertThat(EpochInstants.read(text)).isEmpty();
    }
}
