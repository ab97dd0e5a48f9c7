package dev.callist.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc2822InstantsTest {
    private static final Instant EIGHT = Instant.parse("2018-09-09T20:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sun, 09 Sep 2018 20:00:00 +0000",
                "Sun, 9 Sep 2018 20:00:00 +0000",
                "Sun 09 Sep 2018 20:00:00 +0000",
                "Mon, 09 Sept 2018 20:00:00 GMT",
                "09 SEPTEMBER 2018 20:00:00 ut",
                "  Sunday,   9 sep  2018  22:00:00  +0200  ",
                "Sun, 09 Sep 2018 20:00:00 UTC (a comment) ",
                "Sun, 09 Sep 2018 20:00:00 z"
            })
    void readsADateInAnySpelling(String text) {
        assertThat(Rfc2822Instants.read(text)).contains(EIGHT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Sun, 09 Sep 2018 20:00:00",
                "Sun, 09 Sep 2018 20:00:00 +0000 more",
                "Sun, 09 Se 2018 20:00:00 +0000",
                "Sun, 09 Sex 2018 20:00:00 +0000",
                "Sun, 31 Sep 2018 20:00:00 +0000",
                "Sun, 09 Sep 2018 24:00:01 +0000",
                "Sun, 09 Sep 18 20:00:00 +0000",
                "2018-09-09T20:00:00Z",
                "Sun, 09 Sep 2018 20:00:00 +0000 (a comment that makes this text too long)"
            })
    void takesNothingElseForAnInstant(String text) {
        assertThat(Rfc2822Instants.read(text)).isEmpty();
    }

    @Test
    void readsATextOfSixtyFourCharactersAndNoLongerOne() {
        String longest = "Sun, 09 Sep 2018 20:00:00 +0000 (" + "x".repeat(30) + ")";

        assertThat(longest).hasSize(64);
        assertThat(Rfc2822Instants.read(longest)).contains(EIGHT);
        assertThat(Rfc2822Instants.read(" " + longest)).isEmpty();
    }

    @Test
    void writesWholeSecondsInUtcWithinTheYearsThatServersKnow() {
        assertThat(Rfc2822Instants.write(EIGHT.plusMillis(999))).isEqualTo("Sun, 09 Sep 2018 20:00:00 +0000");
        assertThat(Rfc2822Instants.write(Instant.MIN)).isEqualTo("Thu, 01 Jan 1970 00:00:00 +0000");
        assertThat(Rfc2822Instants.write(Instant.MAX)).isEqualTo("Fri, 31 Dec 9999 23:59:59 +0000");
    }
}
