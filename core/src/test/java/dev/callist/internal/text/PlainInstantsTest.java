package dev.callist.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainInstantsTest {
    private static final DateTimeFormatter RFC_2822 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss xx", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final long END_OF_9998 =
            Instant.parse("9999-01-01T00:00:00Z").getEpochSecond();

    @Test
    void readsWhatTheJdkWrites() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            Instant at =
                    Instant.ofEpochSecond(random.nextLong(END_OF_9998), i % 3 == 0 ? 0 : random.nextInt(1_000_000_000));
            Instant second = Instant.ofEpochSecond(at.getEpochSecond());

            assertThat(iso(at.toString())).isEqualTo(at);
            assertThat(isoOrUtc(at.toString())).isEqualTo(at);
            assertThat(isoOrUtc(at.toString().replace("Z", ""))).isEqualTo(at);
            assertThat(rfc2822(RFC_2822.format(at))).isEqualTo(second);
        }
    }

    @Test
    void readsEachDayOfALeapYearAndOfTheYearAfter() {
        for (Instant day = Instant.parse("2024-01-01T23:59:59Z");
                day.isBefore(Instant.parse("2026-01-01T00:00:00Z"));
                day = day.plusSeconds(86_400)) {
            assertThat(iso(day.toString())).isEqualTo(day);
            assertThat(rfc2822(RFC_2822.format(day))).isEqualTo(day);
        }
    }

    @Test
    void readsAFractionOfOneToNineDigits() {
        assertThat(iso("2026-11-21T18:08:08.5Z")).isEqualTo(Instant.parse("2026-11-21T18:08:08.500Z"));
        assertThat(iso("2026-11-21T18:08:08.000000001Z")).isEqualTo(Instant.parse("2026-11-21T18:08:08.000000001Z"));
        assertThat(iso("2026-11-21T18:08:08.Z")).isNull();
        assertThat(iso("2026-11-21T18:08:08.1234567890Z")).isNull();
    }

    /** With any one character changed, the text is read as the tolerant reader would read it, or not at all. */
    @Test
    void readsNoTextThatTheTolerantReadersReadOtherwise() {
        Random random = new Random(2);
        String characters = "0123456789 +-:.,TZtzJanFeb٣";
        for (String whole : new String[] {"2026-02-28T23:59:09.250Z", "Sat, 28 Feb 2026 23:59:09 +0000"}) {
            for (int i = 0; i < 50_000; i++) {
                StringBuilder text = new StringBuilder(whole);
                for (int changes = random.nextInt(3); changes >= 0; changes--) {
                    text.setCharAt(
                            random.nextInt(text.length()), characters.charAt(random.nextInt(characters.length())));
                }
                String changed = text.toString();
                Instant iso = iso(changed);
                Instant rfc = rfc2822(changed);

                assertThat(iso).isIn(null, IsoInstants.read(changed).orElse(null));
                assertThat(rfc).isIn(null, Rfc2822Instants.read(changed).orElse(null));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2026-02-29T00:00:00Z",
                "2026-04-31T00:00:00Z",
                "2026-00-01T00:00:00Z",
                "2026-01-00T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-01-01T24:00:00Z",
                "2026-01-01T00:60:00Z",
                "2026-01-01T00:00:60Z",
                "1969-12-31T23:59:59Z",
                "2026-01-01T00:00:00+00:00",
                "Sun, 29 Feb 2026 00:00:00 +0000",
                "Sun, 01 Foo 2026 00:00:00 +0000",
                "Sun, 01 Feb 2026 00:00:00 +0100",
                "Sun, 01 Feb 2026 00:00:60 +0000"
            })
    void leavesTheRestToOthers(String text) {
        assertThat(iso(text)).isNull();
        assertThat(isoOrUtc(text)).isNull();
        assertThat(rfc2822(text)).isNull();
    }

    private static @Nullable Instant iso(String text) {
        return PlainInstants.iso(around(text), 2, text.length());
    }

    private static @Nullable Instant rfc2822(String text) {
        return PlainInstants.rfc2822(around(text), 2, text.length());
    }

    private static @Nullable Instant isoOrUtc(String text) {
        return PlainInstants.isoOrUtc(around(text), 2, text.length());
    }

    private static char[] around(String text) {
        return ("7Z" + text + "Z7").toCharArray();
    }
}
