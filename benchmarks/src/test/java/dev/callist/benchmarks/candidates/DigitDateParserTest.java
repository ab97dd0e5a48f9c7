package dev.callist.benchmarks.candidates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigitDateParserTest {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss xx", Locale.ENGLISH);

    @ParameterizedTest
    @EnumSource
    void parsesADateOfEachMonth(Month month) {
        ZonedDateTime time = ZonedDateTime.of(2026, month.getValue(), 7, 23, 58, 9, 0, ZoneOffset.UTC);

        assertThat(parse(DATE.format(time))).isEqualTo(time.toInstant());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Wed, 19 Sep 2018 20:00:00 +0100",
                "Wed, 19 Sep 2018 20:00:00 -0000",
                "Wed, 19 Xyz 2018 20:00:00 +0000",
                "Wed, 1x Sep 2018 20:00:00 +0000",
                "Wed, 19 Sep 2018 20:00:00 GMT",
            })
    void parsesNoOtherSpelling(String text) {
        assertThat(parse(text)).isNull();
    }

    private static @Nullable Instant parse(String text) {
        char[] chars = ("  " + text).toCharArray();
        return DigitDateParser.parse(chars, 2, text.length());
    }
}
