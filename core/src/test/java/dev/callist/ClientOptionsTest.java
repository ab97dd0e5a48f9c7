package dev.callist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.CallListException.Kind;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientOptionsTest {
    @Test
    void hasTheDocumentedDefaults() {
        ClientOptions options = ClientOptions.defaults();

        assertThat(options.connectTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(options.readTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(options.callTimeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(options.maxAttempts()).isEqualTo(5);
        assertThat(options.backoff()).isEqualTo(Duration.ofMillis(500));
        assertThat(options.throttleBackoff()).isEqualTo(Duration.ofSeconds(1));
        assertThat(options.maxBackoff()).isEqualTo(Duration.ofSeconds(20));
        assertThat(options.maxRetryAfter()).isEqualTo(Duration.ofSeconds(60));
        assertThat(options.retryBudget()).isEqualTo(100);
        assertThat(options.maxBodyBytes()).isEqualTo(32 * 1024 * 1024);
        assertThat(options.maxErrorBodyBytes()).isEqualTo(64 * 1024);
        assertThat(options.maxJsonTokens()).isEqualTo(2_000_000);
        assertThat(options.maxJsonDepth()).isEqualTo(64);
        assertThat(options.maxRows()).isEqualTo(10_000);
        assertThat(options.keepRawJson()).isTrue();
        assertThat(options.trustServerFilters()).isTrue();
        assertThat(options.requestsPerSecond()).isEmpty();
        assertThat(options.httpClient()).isEmpty();
        assertThat(options.credentials()).isEmpty();
    }

    @Test
    void guardsAListenerOnce() {
        ListingListener own = new ListingListener() {};
        ClientOptions options = ClientOptions.builder().listener(own).build();

        assertThat(options.listener()).isEqualTo(new GuardedListener(own));
        assertThat(options.toBuilder().build()).isEqualTo(options);
    }

    @Test
    void refusesWhatCannotWork() {
        Duration negative = Duration.ofNanos(-1);
        Duration endless = Duration.ofSeconds(Long.MAX_VALUE);
        refuses(options -> options.connectTimeout(Duration.ZERO), "connectTimeout");
        refuses(options -> options.connectTimeout(endless), "connectTimeout");
        refuses(options -> options.readTimeout(negative), "readTimeout");
        refuses(options -> options.callTimeout(Duration.ZERO), "callTimeout");
        refuses(options -> options.backoff(negative), "backoff");
        refuses(options -> options.throttleBackoff(negative), "throttleBackoff");
        refuses(options -> options.maxBackoff(endless), "maxBackoff");
        refuses(options -> options.maxRetryAfter(negative), "maxRetryAfter");
        refuses(options -> options.maxAttempts(0), "maxAttempts");
        refuses(options -> options.retryBudget(-1), "retryBudget");
        refuses(options -> options.maxBodyBytes(0), "size limits");
        refuses(options -> options.maxErrorBodyBytes(0), "size limits");
        refuses(options -> options.maxJsonTokens(0), "JSON limits");
        refuses(options -> options.maxJsonDepth(0), "JSON limits");
        refuses(options -> options.maxRows(0), "JSON limits");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 1_000_001, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesAPaceThatIsNone(double requestsPerSecond) {
        refuses(options -> options.requestsPerSecond(requestsPerSecond), "requestsPerSecond");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\r\nX: y", "caf\u00e9", "\u0000"})
    void refusesAUserAgentThatIsNoHeader(String userAgent) {
        refuses(options -> options.userAgent(userAgent), "userAgent");
    }

    @Test
    void showsNothingThatWasInjected() {
        ClientOptions options = ClientOptions.builder()
                .credentials(() -> "secret")
                .userAgent("shop secret")
                .maxAttempts(2)
                .build();

        assertThat(options)
                .hasToString("ClientOptions[connect PT10S, read PT30S, call PT1M, 2 attempts]")
                .isEqualTo(options.toBuilder().build());
    }

    private static void refuses(UnaryOperator<ClientOptionsBuilder> change, String name) {
        ClientOptionsBuilder options = change.apply(ClientOptions.builder());
        CallListException e = catchThrowableOfType(CallListException.class, options::build);
        assertThat(e).as(name).isNotNull();
        assertThat(e.kind()).isEqualTo(Kind.INVALID_CONFIG);
        assertThat(e.failure().detail().orElseThrow()).startsWith(name);
    }
}
