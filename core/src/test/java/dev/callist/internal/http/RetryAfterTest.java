package dev.callist.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import okhttp3.Headers;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0                                        | PT0S
            7                                        | PT7S
            '  7 '                                   | PT7S
            007                                      | PT7S
            000                                      | PT0S
            86400                                    | PT24H
            999999999999999999                       | PT277777777777777H46M39S
            1000000000000000000                      | PT596523H14M7S
            1234567890123456789012345678901234567890 | PT596523H14M7S
            0000000000000000000000000000000000000005 | PT5S
            3.5                                      | PT3.5S
            0.129                                    | PT0.129S
            292.052427053                            | PT4M52.052427053S
            1.0000000001                             | PT1S
            20.5                                     | PT20.5S
            3s                                       | PT3S
            '3 s'                                    | PT3S
            7 seconds                                | PT7S
            1.5 minutes                              | PT1M30S
            2m                                       | PT2M
            500 ms                                   | PT0.5S
            1500milliseconds                         | PT1.5S
            1h                                       | PT1H
            PT3S                                     | PT3S
            PT0.5S                                   | PT0.5S
            P1D                                      | PT24H
            2026-03-02T08:00:30Z                     | PT30S
            2026-03-02T10:00:30.25+02:00             | PT30.25S
            2026-03-02 08:00:30Z                     | PT30S
            """)
    void readsSeconds(String value, Duration wait) {
        assertThat(read(value)).contains(wait);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "-1",
                "+1",
                "1e3",
                "0x10",
                "soon",
                "Mon",
                "\u0667",
                "99/99/9999",
                "2026-03-02T08:00:30",
                "2026-03-02T07:59:59Z",
                "PT-3S",
                "PT",
                "P99999999999999999999D",
                "3 weeks",
                "3,5",
                ".5",
                "5.",
                "1, 2"
            })
    void ignoresJunk(String value) {
        assertThat(read(value)).isEmpty();
    }

    @Test
    void ignoresAnAnswerWithoutTheHeader() {
        assertThat(RetryAfter.of(response(new Headers.Builder()), NOW, "Wait-Millis"))
                .isEmpty();
    }

    @Test
    void countsADateFromTheAnswersOwnDate() {
        Headers.Builder headers = new Headers.Builder()
                .add("Date", "Sun, 01 Mar 2026 00:00:00 GMT")
                .add(RetryHeaderInterceptor.KEPT, "Sun, 01 Mar 2026 00:00:30 GMT");

        assertThat(RetryAfter.of(response(headers), NOW, "Wait-Millis")).contains(Duration.ofSeconds(30));
    }

    @Test
    void countsADateFromTheLocalClockWhenTheAnswerHasNone() {
        assertThat(read("Mon, 02 Mar 2026 08:01:30 GMT")).contains(Duration.ofSeconds(90));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Mon, 02 Mar 2026 08:00:00 GMT", "Mon, 02 Mar 2026 07:59:59 GMT", "Thu, 01 Jan 1970 00:00:00 GMT"
            })
    void ignoresADateThatIsNotAhead(String value) {
        assertThat(read(value)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Monday, 02-Mar-26 08:00:10 GMT", "Mon Mar  2 08:00:10 2026", "Mon, 02 Mar 2026 08:00:10 GMT"})
    void readsEveryFormOfAnHttpDate(String value) {
        assertThat(read(value)).contains(Duration.ofSeconds(10));
    }

    @Test
    void readsADateFarAhead() {
        assertThat(read("Fri, 31 Dec 9999 23:59:59 GMT").orElseThrow()).isGreaterThan(Duration.ofDays(2_900_000));
    }

    @ParameterizedTest
    @CsvSource({"3000, PT3S", "3000.5, PT3.0005S", " 7 , PT0.007S"})
    void readsTheProvidersOwnHeaderInMilliseconds(String value, Duration wait) {
        assertThat(RetryAfter.of(response(new Headers.Builder().add("Wait-Millis", value)), NOW, "Wait-Millis"))
                .contains(wait);
    }

    private static Optional<Duration> read(String value) {
        return RetryAfter.of(
                response(new Headers.Builder().addUnsafeNonAscii(RetryHeaderInterceptor.KEPT, value)),
                NOW,
                "Wait-Millis");
    }

    private static Response response(Headers.Builder headers) {
        return new Response.Builder()
                .request(new Request.Builder().url("https://example.org/").build())
                .protocol(Protocol.HTTP_1_1)
                .code(429)
                .message("")
                .headers(headers.build())
                .build();
    }
}
