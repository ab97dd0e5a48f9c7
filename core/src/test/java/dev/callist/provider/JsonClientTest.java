package dev.callist.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.ClientOptions;
import dev.callist.ListingListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonClientTest extends OverHttp {
    @Test
    void sendsWhatItSaysAndNothingElse() throws InterruptedException {
        answerRows();

        page(options().userAgent("shop/1.0").build());

        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("GET /accounts/a1/calls?limit=5 HTTP/1.1");
        assertThat(request.getHeaders().names())
                .containsExactlyInAnyOrder(
                        "Accept", "User-Agent", "Authorization", "Host", "Connection", "Accept-Encoding");
        assertThat(request.getHeaders().get("User-Agent")).isEqualTo("shop/1.0");
        assertThat(request.getHeaders().get("Accept")).isEqualTo("application/json");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Key " + KEY);
    }

    @ParameterizedTest
    @CsvSource({
        "400, INVALID_REQUEST",
        "401, AUTHENTICATION",
        "402, INVALID_REQUEST",
        "403, PERMISSION",
        "404, NOT_FOUND",
        "409, INVALID_REQUEST",
        "410, INVALID_REQUEST",
        "413, INVALID_REQUEST",
        "414, INVALID_REQUEST",
        "422, INVALID_REQUEST",
        "431, INVALID_REQUEST",
        "451, INVALID_REQUEST",
        "501, BAD_RESPONSE",
        "505, BAD_RESPONSE",
        "511, NETWORK",
        "507, SERVER_ERROR",
        "599, SERVER_ERROR",
        "999, BAD_RESPONSE",
    })
    void namesAFinalStatusAfterOneRequest(int status, Kind kind) {
        answer(status);

        CallListException e = failure(options().build());

        assertThat(e.kind()).isEqualTo(kind);
        assertThat(e.failure().status()).hasValue(status);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "408, TIMEOUT",
        "500, SERVER_ERROR",
        "502, SERVER_ERROR",
        "503, SERVER_ERROR",
        "504, SERVER_ERROR",
        "520, SERVER_ERROR",
        "522, SERVER_ERROR",
        "524, SERVER_ERROR",
    })
    void namesAStatusThatStaysAfterAllAttempts(int status, Kind kind) {
        answer(status);
        answer(status);

        CallListException e = failure(options().maxAttempts(2).build());

        assertThat(e.kind()).isEqualTo(kind);
        assertThat(e.isRetryable()).isTrue();
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"429, ''", "420, ''", "403, 20429", "403, rate_limit_exceeded", "400, TooManyRequests", "200, 20429"})
    void keepsTryingWhileItIsThrottledUntilTheBudgetIsSpent(int status, String code) {
        for (int i = 0; i < 21; i++) {
            server.enqueue(response(status).body("{\"code\":\"" + code + "\"}").build());
        }

        CallListException e = failure(options().maxAttempts(2).build());

        assertThat(e.kind()).isEqualTo(Kind.RATE_LIMITED);
        assertThat(e.failure().attempts()).isEqualTo(21);
        assertThat(e.getMessage()).contains("the retry budget is spent; run again later");
        assertThat(time.slept()).hasSize(20).last().isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void getsThroughAQuotaThatRecoversAfterAMinute() {
        for (int i = 0; i < 8; i++) {
            answer(429);
        }
        answerRows();

        ApiResponse<ItemPage> answer = page(options().build());

        assertThat(answer.retries()).isEqualTo(8);
        assertThat(answer.waited()).isGreaterThan(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @CsvSource({"403, RATE_LIMITED, 2", "400, RATE_LIMITED, 2", "404, NOT_FOUND, 1", "401, AUTHENTICATION, 1"})
    void waitsWhenARefusalAsksForIt(int status, Kind kind, int requests) {
        server.enqueue(response(status, "Retry-After", "4").build());
        answerRows();

        if (kind == Kind.RATE_LIMITED) {
            assertThat(page(options().build()).waited()).isEqualTo(Duration.ofMillis(4200));
        } else {
            assertThat(failure(options().build()).kind()).isEqualTo(kind);
        }
        assertThat(server.getRequestCount()).isEqualTo(requests);
    }

    @Test
    void namesTheFieldsThatTheProviderComplainsAbout() {
        server.enqueue(response(422)
                .body("{\"code\":\"InvalidPayload\",\"details\":{\".startAt\":[\"+447700900123\"]}}")
                .build());

        assertThat(failure(options().build()))
                .hasMessage("test: INVALID_REQUEST: the provider complains about startAt, status 422, code"
                        + " InvalidPayload, 1 attempt");
    }

    @ParameterizedTest
    @CsvSource({"300", "301", "302", "303", "307", "308", "399"})
    void doesNotFollowARedirect(int status) {
        server.enqueue(response(status, "Location", "/elsewhere").build());

        assertThat(failure(options().build()).kind()).isEqualTo(Kind.REDIRECTED);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void reportsCodeAndRequestId() {
        server.enqueue(response(422, "Test-Request-Id", "req-77")
                .body("{\"code\":\"InvalidPayload\",\"message\":\"+447700900123\"}")
                .build());

        CallListException e = failure(options().build());

        assertThat(e)
                .hasMessage(
                        "test: INVALID_REQUEST: the provider refused the request and named no field, status 422, code"
                                + " InvalidPayload, 1 attempt");
        assertThat(e.failure().providerCode()).contains("InvalidPayload");
        assertThat(e.failure().requestId()).contains("req-77");
    }

    @ParameterizedTest
    @CsvSource({
        "400, CURSOR_EXPIRED",
        "404, CURSOR_EXPIRED",
        "410, CURSOR_EXPIRED",
        "422, CURSOR_EXPIRED",
        "401, AUTHENTICATION",
        "403, PERMISSION"
    })
    void blamesTheTokenOfARequestThatHoldsOne(int status, Kind kind) {
        answer(status);
        ApiRequest request =
                ApiRequest.get(server.url("/calls?token=t"), "/calls").withToken(true);

        try (JsonClient client = client(options().build())) {
            CallListException e = catchThrowableOfType(
                    CallListException.class, () -> client.page(request, ItemPage.class, received -> {}));
            assertThat(e.kind()).isEqualTo(kind);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {413, 414, 431})
    void saysThatATokenMayBeTooLong(int status) {
        answer(status);
        ApiRequest request =
                ApiRequest.get(server.url("/calls?token=t"), "/calls").withToken(true);

        try (JsonClient client = client(options().build())) {
            CallListException e = catchThrowableOfType(
                    CallListException.class, () -> client.page(request, ItemPage.class, received -> {}));
            assertThat(e.kind()).isEqualTo(Kind.INVALID_REQUEST);
            assertThat(e.failure().detail()).contains("the request is too long, perhaps because of its page token");
        }
    }

    @Test
    void usesNoConnectionAgainThatBroughtWhatIsNoAnswer() throws InterruptedException {
        server.enqueue(response(200).body("{}").build());
        answerRows();
        answerRows();

        try (JsonClient client = client(options().build())) {
            assertThat(catchThrowableOfType(
                            CallListException.class, () -> client.page(request(), ItemPage.class, received -> {})))
                    .isNotNull();
            client.page(request(), ItemPage.class, received -> {});
            client.page(request(), ItemPage.class, received -> {});
        }

        assertThat(server.takeRequest().getConnectionIndex()).isZero();
        assertThat(server.takeRequest().getConnectionIndex()).isEqualTo(1);
        assertThat(server.takeRequest().getConnectionIndex()).isEqualTo(1);
    }

    @Test
    void notifiesTheListenerOfEachFailedAttempt() {
        List<String> events = new ArrayList<>();
        ListingListener listener = new ListingListener() {
            @Override
            public void attemptFailed(FailedAttempt attempt) {
                events.add(attempt.request() + " " + attempt.attempt() + " " + attempt.kind() + " "
                        + attempt.status().orElse(0) + " "
                        + attempt.retryIn().map(Duration::toString).orElse("-"));
                throw new IllegalStateException("a listener's own trouble");
            }
        };
        answer(500);
        answer(429, "Retry-After", "86400");

        CallListException e = failure(options().listener(listener).build());

        assertThat(e.kind()).isEqualTo(Kind.RATE_LIMITED);
        String request = "GET " + server.getHostName() + "/accounts/{id}/calls ";
        assertThat(events).containsExactly(request + "1 SERVER_ERROR 500 PT0.25S", request + "2 RATE_LIMITED 429 -");
    }

    @Test
    void spacesItsRequests() {
        answerRows();
        answerRows();
        answerRows();

        try (JsonClient client = client(options().requestsPerSecond(4).build())) {
            for (int i = 0; i < 3; i++) {
                client.page(request(), ItemPage.class, received -> {});
            }
        }

        assertThat(time.slept()).containsExactly(Duration.ofMillis(250), Duration.ofMillis(250));
    }

    @Test
    void sharesOneBudgetBetweenItsRequests() {
        for (int i = 0; i < 4; i++) {
            answer(500);
        }
        ClientOptions options = options().retryBudget(10).build();

        try (JsonClient client = client(options)) {
            assertThat(attempts(client)).isEqualTo(3);
            assertThat(attempts(client)).isEqualTo(1);
        }
    }

    @Test
    void readsASingleRecord() {
        server.enqueue(new MockResponse.Builder().body(" {\"id\":\"a\"} ").build());

        try (JsonClient client = client(options().build())) {
            Row<Item> row = client.one(request(), Item.class).value();
            assertThat(row.record()).isEqualTo(new Item("a"));
            assertThat(row.json()).isEqualTo("{\"id\":\"a\"}");
        }
    }

    @Test
    void showsBothThreadsInTheStack() {
        answer(404);

        assertThat(failure(options().build()).getStackTrace())
                .extracting(StackTraceElement::getMethodName)
                .contains("call", "showsBothThreadsInTheStack");
    }

    private int attempts(JsonClient client) {
        return catchThrowableOfType(
                        CallListException.class, () -> client.page(request(), ItemPage.class, received -> {}))
                .failure()
                .attempts();
    }
}
