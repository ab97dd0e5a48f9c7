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
                "1.5",
                "1e3",
                "0x10",
                "7 seconds",
                "soon",
                "Mon",
                "\u0667",
                "99/99/9999",
                "2026-03-02T08:00:30Z",
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
