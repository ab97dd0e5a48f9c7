package dev.callist.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.provider.ApiResponse;
import dev.callist.provider.OverHttp;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryHeaderInterceptorTest extends OverHttp {
    @ParameterizedTest
    @CsvSource({"503, 0", "408, 0", "503, 1", "408, 1", "503, junk", "408, -1", "429, 0", "500, 0"})
    void makesOneWireRequestAnAttempt(int status, String retryAfter) {
        answer(status, "Retry-After", retryAfter);
        answerRows();

        ApiResponse<ItemPage> answer = page(options().build());

        assertThat(answer.retries()).isEqualTo(1);
        assertThat(server.getRequestCount()).isEqualTo(2);
        assertThat(time.slept()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 503, 504})
    void makesAsManyWireRequestsAsAttempts(int status) {
        for (int i = 0; i < 10; i++) {
            answer(status);
        }

        CallListException e = failure(options().maxAttempts(3).build());

        assertThat(e.failure().attempts()).isEqualTo(3);
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 503, 500})
    void survivesARetryAfterOfFortyDigits(int status) {
        answer(status, "Retry-After", "1234567890123456789012345678901234567890");

        CallListException e = failure(options().build());

        assertThat(e.kind()).isEqualTo(Kind.RATE_LIMITED);
        assertThat(e.failure().retryAfter()).contains(Duration.ofSeconds(Integer.MAX_VALUE));
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0661\u0662", "b\u00e4ld", "5\u00a0s", "\t"})
    void ignoresARetryAfterInForeignLetters(String value) {
        answer(429, "Retry-After", value);
        answerRows();

        assertThat(page(options().build()).retries()).isEqualTo(1);
        assertThat(time.slept()).containsExactly(Duration.ofMillis(500));
    }

    @Test
    void waitsForTheLastOfSeveralValues() {
        server.enqueue(response(429, "Retry-After", "3", "Retry-After", "5").build());
        answerRows();

        page(options().build());

        assertThat(time.slept()).containsExactly(Duration.ofMillis(5250));
    }

    @Test
    void doesNotTakeOurOwnHeaderFromAServer() {
        answer(429, RetryHeaderInterceptor.KEPT, "86400");
        answerRows();

        page(options().build());

        assertThat(time.slept()).containsExactly(Duration.ofMillis(500));
    }

    @Test
    void tellsA407OfTheServerItself() {
        answer(407, "Proxy-Authenticate", "Basic realm=x");

        CallListException e = failure(options().build());

        assertThat(e.kind()).isEqualTo(Kind.NETWORK);
        assertThat(e.failure().status()).hasValue(407);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void takesNoStatusFromAHeader() {
        answer(403, "Callist-Status", "407");

        assertThat(failure(options().build()).failure().status()).hasValue(403);
    }

    @Test
    void reportsHowLongItWaited() {
        answer(503, "Retry-After", "2");
        answer(500);
        answerRows();

        ApiResponse<ItemPage> answer = page(options().build());

        assertThat(answer.retries()).isEqualTo(2);
        assertThat(answer.waited()).isEqualTo(Duration.ofMillis(2100 + 500));
        assertThat(time.slept()).containsExactly(Duration.ofMillis(2100), Duration.ofMillis(500));
    }
}
