package dev.callist.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.CallListException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a response reports besides its rows, and what happens to its connection. */
class ApiResponseTest extends OverHttp {
    @Test
    void reportsEarlierAttemptsAndHowLongTheyWaited() {
        answer(500);
        answer(500);
        answerRows();

        ApiResponse<ItemPage> answer = page(options().build());

        assertThat(answer.retries()).isEqualTo(2);
        assertThat(answer.waited()).isEqualTo(Duration.ofMillis(750));
        assertThat(time.slept()).containsExactly(Duration.ofMillis(250), Duration.ofMillis(500));
    }

    @Test
    void reportsTheServersTimeIfItSendsOne() {
        server.enqueue(response(200, "Date", "Mon, 02 Mar 2026 08:00:00 GMT")
                .body(NO_ROWS)
                .build());
        answerRows();

        assertThat(page(options().build()).servedAt()).contains(Instant.parse("2026-03-02T08:00:00Z"));
        assertThat(page(options().build()).servedAt()).isEmpty();
    }

    @Test
    void postsTheBodyOfARequestThatHasOne() throws InterruptedException {
        answerRows();
        ApiRequest post = ApiRequest.post(server.url("/calls/search"), "/calls/search", "{\"a\":1}");

        try (JsonClient client = client(options().build())) {
            client.page(post, ItemPage.class, received -> {});
        }

        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("POST /calls/search HTTP/1.1");
        assertThat(request.getHeaders().get("Content-Type")).startsWith("application/json");
        assertThat(Optional.ofNullable(request.getBody()).map(Object::toString)).contains("[text={\"a\":1}]");
    }

    @ParameterizedTest
    @CsvSource({"404, 0", "429, 0", "500, 1", "503, 1"})
    void usesAConnectionAgainUnlessTheServerHadLostItsWay(int status, int connection) throws InterruptedException {
        answer(status, "Retry-After", "86400");
        answerRows();

        try (JsonClient client = client(options().maxAttempts(1).build())) {
            assertThat(catchThrowableOfType(
                            CallListException.class, () -> client.page(request(), ItemPage.class, received -> {})))
                    .isNotNull();
            client.page(request(), ItemPage.class, received -> {});
        }

        server.takeRequest();
        assertThat(server.takeRequest().getConnectionIndex()).isEqualTo(connection);
    }

    @ParameterizedTest
    @CsvSource({
        "https://other.example.com/calls?key=key-of-the-test, ' to other.example.com'",
        "https://key-of-the-test.example.com/, ''",
        "https://3105550100.example.com/, ''",
        "not a link: at all, ' to localhost'"
    })
    void saysWhereARedirectLeadsIfThatRevealsNothing(String location, String shown) {
        server.enqueue(response(302, "Location", location).build());

        CallListException e = failure(options().build());

        String host = shown.replace("localhost", server.getHostName());
        assertThat(e.failure().detail())
                .contains("the provider redirects" + host + ", but redirects are never followed");
    }

    @Test
    void saysThatTheProviderRedirectsWithoutSayingWhere() {
        answer(302);

        assertThat(failure(options().build()).failure().detail())
                .contains("the provider redirects, but redirects are never followed");
    }

    @ParameterizedTest
    @CsvSource({"1500, PT1.5S", "' 0999 ', PT0.999S", "0, PT0S", "3000.5, PT3.0005S"})
    void waitsAsLongAsAHeaderInMillisecondsSays(String millis, Duration wait) {
        answer(429, "Test-Wait-Millis", millis);

        assertThat(failure(options().maxAttempts(1).build()).failure().retryAfter())
                .contains(wait);
    }

    @ParameterizedTest
    @CsvSource({"-5", "soon", "1.5.0", "''"})
    void ignoresAHeaderInMillisecondsThatIsNoNumber(String millis) {
        answer(429, "Test-Wait-Millis", millis);

        assertThat(failure(options().maxAttempts(1).build()).failure().retryAfter())
                .isEmpty();
    }

    @Test
    void believesRetryAfterOverAHeaderInMilliseconds() {
        answer(429, "Test-Wait-Millis", "1500", "Retry-After", "7");

        assertThat(failure(options().maxAttempts(1).build()).failure().retryAfter())
                .contains(Duration.ofSeconds(7));
    }
}
