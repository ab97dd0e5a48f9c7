package dev.callist.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsoInstantsTest {
    @ParameterizedTest
    @CsvSource({
        "2026-03-02T08:00:00Z, 2026-03-02T08:00:00Z",
        "2026-03-02T08:00:00.5Z, 2026-03-02T08:00:00.5Z",
        "2026-03-02T08:00:00.77Z, 2026-03-02T08:00:00.770Z",
        "2026-03-02T08:00:00.123456789Z, 2026-03-02T08:00:00.123456789Z",
        "'  2026-03-02T08:00:00Z\n', 2026-03-02T08:00:00Z",
        "2026-03-02 08:00:00Z, 2026-03-02T08:00:00Z",
        "2026-03-02 08:00:00.25 +0000, 2026-03-02T08:00:00.250Z",
        "2026-03-02T10:00:00+02:00, 2026-03-02T08:00:00Z",
        "2026-03-02T10:00:00+0200, 2026-03-02T08:00:00Z",
        "2026-03-02T10:00:00+02, 2026-03-02T08:00:00Z",
        "2026-03-02T00:30:00-07:30, 2026-03-02T08:00:00Z",
        "2026-03-02t08:00:00z, 2026-03-02T08:00:00Z",
        "'2026-03-02T08:00:00,5Z', 2026-03-02T08:00:00.500Z",
        "2026-03-02T08:00:00.1234567890Z, 2026-03-02T08:00:00.123456789Z",
        "2026-03-02T08:00:00 UTC, 2026-03-02T08:00:00Z",
        "2026-03-02 08:00:00 gmt, 2026-03-02T08:00:00Z",
        "2026-03-02 10:00:00 GMT+02:00, 2026-03-02T08:00:00Z",
        "2026-03-02T10:00:00+02:00[Europe/Paris], 2026-03-02T08:00:00Z",
        "2026-03-02T08:00+00:00, 2026-03-02T08:00:00Z",
        "2024-02-29T23:59:59Z, 2024-02-29T23:59:59Z",
        "1970-01-01T00:00:00Z, 1970-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z, 9999-12-31T23:59:59Z",
    })
    void readsWhatProvidersWrite(String text, Instant instant) {
        assertThat(IsoInstants.read(text)).contains(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "null",
                "now",
                "2026-03-02",
                "08:00:00Z",
                "2026-03-02T08:00:00",
                "2026-03-02 08:00:00",
                "2026-02-29T00:00:00Z",
                "2026-02-30T00:00:00+00:00",
                "2026-13-01T00:00:00Z",
                "2026-03-02T25:00:00Z",
                "2026-03-02T08:61:00Z",
                "2026-03-02T08:00:60Z",
                "2016-12-31T23:59:60Z",
                "2016-12-31T23:59:60+00:00",
                "2026-03-02T08:00:00+25:00",
                "2026-03-02T08:00:00ZZ",
                "2026-03-02T08:00:00 EST",
                "2026-03-02T08:00:00[Europe/Paris]",
                "26-03-02T08:00:00Z",
                "1969-12-31T23:59:59Z",
                "0001-01-01T00:00:00Z",
                "+12026-03-02T08:00:00Z",
                "-2026-03-02T08:00:00Z",
                "1772438400",
                "2026-03-02T08:00:00Z; DROP"
            })
    void refusesEverythingElse(String text) {
        assertThat(IsoInstants.read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T08:00:00Z, 2026-03-02T08:00:00.000Z",
        "2026-03-02T08:00:00.5Z, 2026-03-02T08:00:00.500Z",
        "2026-03-02T08:00:00.123999999Z, 2026-03-02T08:00:00.123Z",
    })
    void writesThreeDigitsOfAFraction(Instant instant, String text) {
        assertThat(IsoInstants.millis(instant)).isEqualTo(text);
    }
}
