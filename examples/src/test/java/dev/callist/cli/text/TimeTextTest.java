package dev.callist.cli.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class TimeTextTest {
    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
    private static final Instant NOW = Instant.parse("2026-07-15T23:30:10.5Z");

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, 2026-03-01T00:00:00Z",
        "2026-03-01T10:00, 2026-03-01T10:00:00Z",
        "2026-03-01T10:00:00.25, 2026-03-01T10:00:00.25Z",
        "2026-03-01T10:00:00Z, 2026-03-01T10:00:00Z",
        "2026-03-01T10:00Z, 2026-03-01T10:00:00Z",
        "2026-03-01T10:00:00.25+01:00, 2026-03-01T09:00:00.25Z",
        "now, 2026-07-15T23:30:10Z",
        "Today, 2026-07-15T00:00:00Z",
        "yesterday, 2026-07-14T00:00:00Z",
        "-7d, 2026-07-08T23:30:10Z",
        "-36h, 2026-07-14T11:30:10Z",
        "-1w1d12h30m10s, 2026-07-07T11:00:00Z"
    })
    void readsTimesInUtc(String text, Instant time) {
        assertThat(TimeText.of(text).in(ZoneOffset.UTC, NOW)).isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-01, 2026-06-30T23:00:00Z",
        "2026-07-01T10:00, 2026-07-01T09:00:00Z",
        "2026-07-01T10:00Z, 2026-07-01T10:00:00Z",
        "now, 2026-07-15T23:30:10Z",
        "today, 2026-07-15T23:00:00Z",
        "yesterday, 2026-07-14T23:00:00Z"
    })
    void readsLocalTimesInTheZone(String text, Instant time) {
        assertThat(TimeText.of(text).in(LISBON, NOW)).isEqualTo(time);
    }

    @Test
    void takesTheChangeOfTheClockForATimeThatItSkips() {
        assertThat(TimeText.of("2026-03-29T01:30").in(LISBON, NOW)).isEqualTo(Instant.parse("2026-03-29T01:00:00Z"));
        assertThat(TimeText.of("2026-09-06").in(ZoneId.of("America/Santiago"), NOW))
                .isEqualTo(Instant.parse("2026-09-06T04:00:00Z"));
    }

    @Test
    void takesTheFirstOfTwoEqualLocalTimes() {
        assertThat(TimeText.of("2026-10-25T01:30").in(LISBON, NOW)).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
    }

    @Test
    void countsDaysInTheCalendarAndHoursExactly() {
        Instant afterTheChange = Instant.parse("2026-03-30T11:00:00Z");
        assertThat(TimeText.of("-1d").in(LISBON, afterTheChange)).isEqualTo(Instant.parse("2026-03-29T11:00:00Z"));
        assertThat(TimeText.of("-2d").in(LISBON, afterTheChange)).isEqualTo(Instant.parse("2026-03-28T12:00:00Z"));
        assertThat(TimeText.of("-48h").in(LISBON, afterTheChange)).isEqualTo(Instant.parse("2026-03-28T11:00:00Z"));
        Instant secondOfTwo = Instant.parse("2026-10-25T01:30:00Z");
        assertThat(TimeText.of("-0d").in(LISBON, secondOfTwo)).isEqualTo(secondOfTwo);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tomorrow",
                "2026-3-1",
                "2026-02-30",
                "1772359200",
                "-",
                "-7",
                "7d",
                "-7x",
                "-1h1d",
                "+7d",
                "- 7d"
            })
    void saysHowToWriteATime(String text) {
        assertThatThrownBy(() -> TimeText.of(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("'" + text + "' is not a time; write 2026-03-01")
                .hasMessageContaining("-7d");
    }
}
