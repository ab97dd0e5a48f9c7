package dev.callist.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallListFailureBuilder;
import dev.callist.ClientOptions;
import dev.callist.ClientOptionsBuilder;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryPolicyTest {
    private static final RandomGenerator LOWEST = () -> 0;
    private static final RandomGenerator HALFWAY = () -> Long.MIN_VALUE;
    private static final RandomGenerator HIGHEST = () -> -1;
    private static final Duration TINY = Duration.ofNanos(10_000);

    @ParameterizedTest
    @CsvSource({
        "500, 1, PT0.5S",
        "500, 2, PT1S",
        "500, 3, PT2S",
        "500, 6, PT16S",
        "500, 7, PT20S",
        "500, 1000, PT20S",
        "502, 1, PT0.5S",
        "408, 1, PT0.5S",
        "524, 1, PT0.5S",
        "503, 1, PT1S",
        "503, 6, PT20S",
    })
    void spreadsAWaitOverTheWholeOfADoublingRange(int status, int attempt, Duration upper) {
        AttemptException failed = failed(status, Optional.empty());

        assertThat(policy(LOWEST).waitAfter(attempt, 0, failed)).contains(Duration.ZERO);
        assertThat(policy(HALFWAY).waitAfter(attempt, 0, failed)).contains(upper.dividedBy(2));
        assertThat(policy(HIGHEST).waitAfter(attempt, 0, failed).orElseThrow()).isBetween(upper.minus(TINY), upper);
    }

    @Test
    void backsOffAfterABrokenConnectionAsAfterA500() {
        AttemptException broken = new AttemptException(CallListException.of(Kind.NETWORK, "test"), true);

        assertThat(policy(HALFWAY).waitAfter(1, 0, broken)).contains(Duration.ofMillis(250));
    }

    @Test
    void keepsToTheWaitsOfItsOptions() {
        ClientOptions options = many().random(HALFWAY)
                .backoff(Duration.ofMillis(10))
                .throttleBackoff(Duration.ofMillis(100))
                .maxBackoff(Duration.ofMillis(150))
                .build();
        RetryPolicy policy = new RetryPolicy(options);

        assertThat(policy.waitAfter(2, 0, failed(500, Optional.empty()))).contains(Duration.ofMillis(10));
        assertThat(policy.waitAfter(2, 0, failed(503, Optional.empty()))).contains(Duration.ofMillis(75));
    }

    @ParameterizedTest
    @CsvSource({"429, PT7S", "503, PT7S", "500, PT0.2S", "408, PT60S"})
    void waitsAsLongAsAskedAndUpToATenthMore(int status, Duration asked) {
        AttemptException failed = failed(status, Optional.of(asked));

        assertThat(policy(LOWEST).waitAfter(1, 0, failed)).contains(asked);
        assertThat(policy(HALFWAY).waitAfter(1, 0, failed)).contains(asked.plus(asked.dividedBy(20)));
        assertThat(policy(HIGHEST).waitAfter(1, 0, failed).orElseThrow())
                .isBetween(asked, asked.plus(asked.dividedBy(10)));
    }

    @Test
    void backsOffOnItsOwnWhenAskedToWaitForNothing() {
        assertThat(policy(HALFWAY).waitAfter(1, 0, failed(503, Optional.of(Duration.ZERO))))
                .contains(Duration.ofMillis(500));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 503})
    void refusesAWaitLongerThanTheOptionsAllow(int status) {
        Duration asked = Duration.ofSeconds(60).plusNanos(1);

        CallListException e = catchThrowableOfType(
                CallListException.class, () -> policy(HALFWAY).waitAfter(2, 0, failed(status, Optional.of(asked))));

        assertThat(e.kind()).isEqualTo(Kind.RATE_LIMITED);
        assertThat(e.failure().retryAfter()).contains(asked);
        assertThat(e.failure().status()).hasValue(status);
        assertThat(e.failure().attempts()).isEqualTo(2);
    }

    @Test
    void doesNotRetryFinalFailuresEvenIfTheServerAsksForIt() {
        AttemptException refused = new AttemptException(
                CallListException.of(Kind.NOT_FOUND, "test").status(404).retryAfter(Duration.ofDays(1)), false);

        assertThat(policy(HALFWAY).waitAfter(1, 0, refused)).isEmpty();
    }

    @Test
    void stopsAfterTheLastAttempt() {
        RetryPolicy policy = new RetryPolicy(
                ClientOptions.builder().random(HALFWAY).maxAttempts(3).build());

        assertThat(policy.waitAfter(2, 0, failed(500, Optional.empty()))).isPresent();
        assertThat(policy.waitAfter(3, 0, failed(500, Optional.of(Duration.ofSeconds(1)))))
                .isEmpty();
    }

    @Test
    void stopsWhenTheBudgetIsSpentAndContinuesWhenItIsRefilled() {
        RetryPolicy policy = new RetryPolicy(many().retryBudget(10).build());
        AttemptException failed = failed(500, Optional.empty());

        assertThat(policy.waitAfter(1, 0, failed)).isPresent();
        assertThat(policy.waitAfter(2, 0, failed)).isPresent();
        assertThatThrownBy(() -> policy.waitAfter(3, 0, failed))
                .isInstanceOf(CallListException.class)
                .hasMessage(
                        "test: SERVER_ERROR: the retry budget is spent; run again later, set requestsPerSecond, or raise"
                                + " retryBudget, status 500, 3 attempts");
        policy.succeededAfter(1);
        assertThat(policy.waitAfter(1, 0, failed)).isPresent();
        assertThatThrownBy(() -> policy.waitAfter(2, 0, failed)).isInstanceOf(CallListException.class);
    }

    @ParameterizedTest
    @CsvSource({"1, PT1S", "3, PT4S", "6, PT32S", "7, PT60S", "1000, PT60S"})
    void waitsUpToAMinuteWhileItIsThrottledWithoutCountingTheAttempts(int throttled, Duration upper) {
        RetryPolicy policy = new RetryPolicy(
                ClientOptions.builder().random(HALFWAY).maxAttempts(2).build());

        assertThat(policy.waitAfter(throttled + 1, throttled, throttled())).contains(upper.dividedBy(2));
    }

    @Test
    void countsOtherFailuresAfterThrottledAttempts() {
        RetryPolicy policy = new RetryPolicy(
                ClientOptions.builder().random(HALFWAY).maxAttempts(2).build());
        AttemptException failed = failed(500, Optional.empty());

        assertThat(policy.waitAfter(9, 8, failed)).contains(Duration.ofMillis(250));
        assertThat(policy.waitAfter(10, 8, failed)).isEmpty();
    }

    @Test
    void retriesNothingWithOneAttempt() {
        RetryPolicy policy =
                new RetryPolicy(ClientOptions.builder().maxAttempts(1).build());

        assertThat(policy.waitAfter(1, 1, throttled())).isEmpty();
    }

    @Test
    void drawsNothingForAWaitThatIsRefused() {
        RetryPolicy policy = new RetryPolicy(many().retryBudget(5).build());

        assertThatThrownBy(() -> policy.waitAfter(1, 0, failed(429, Optional.of(Duration.ofDays(1)))))
                .isInstanceOf(CallListException.class);

        assertThat(policy.waitAfter(1, 0, failed(500, Optional.empty()))).isPresent();
    }

    private static RetryPolicy policy(RandomGenerator random) {
        return new RetryPolicy(many().random(random).build());
    }

    private static ClientOptionsBuilder many() {
        return ClientOptions.builder().maxAttempts(Integer.MAX_VALUE);
    }

    private static AttemptException failed(int status, Optional<Duration> retryAfter) {
        CallListFailureBuilder failure =
                CallListException.of(Kind.SERVER_ERROR, "test").status(status).retryAfter(retryAfter);
        return new AttemptException(failure, true);
    }

    private static AttemptException throttled() {
        return new AttemptException(
                CallListException.of(Kind.RATE_LIMITED, "test").status(429), true);
    }
}
