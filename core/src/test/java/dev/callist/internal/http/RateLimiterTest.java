package dev.callist.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimiterTest {
    private static final long SECOND = 1_000_000_000;

    @Test
    void doesNotHoldUpWithoutALimit() {
        RateLimiter pace = new RateLimiter(OptionalDouble.empty());

        assertThat(pace.reserve(0)).isZero();
        assertThat(pace.reserve(0)).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 5, -SECOND, Long.MAX_VALUE - SECOND / 4, Long.MIN_VALUE})
    void spacesRequestsEvenlyWithAnyClock(long now) {
        RateLimiter pace = new RateLimiter(OptionalDouble.of(2));

        assertThat(pace.reserve(now)).isZero();
        assertThat(pace.reserve(now)).isEqualTo(Duration.ofMillis(500));
        assertThat(pace.reserve(now + SECOND / 4)).isEqualTo(Duration.ofMillis(750));
        assertThat(pace.reserve(now + 10 * SECOND)).isZero();
        assertThat(pace.reserve(now + 10 * SECOND)).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void keepsToLessThanOneRequestASecond() {
        RateLimiter pace = new RateLimiter(OptionalDouble.of(0.1));
        pace.reserve(0);

        assertThat(pace.reserve(0)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void delaysAllRequestsWhileTheServerAsksForIt() {
        RateLimiter pace = new RateLimiter(OptionalDouble.empty());
        pace.hold(0, Duration.ofSeconds(7));

        assertThat(pace.reserve(0)).isEqualTo(Duration.ofSeconds(7));
        assertThat(pace.reserve(5 * SECOND)).isEqualTo(Duration.ofSeconds(2));
        assertThat(pace.reserve(7 * SECOND)).isZero();
    }

    @Test
    void doesNotShortenAHoldByAnother() {
        RateLimiter pace = new RateLimiter(OptionalDouble.of(1));
        pace.hold(0, Duration.ofSeconds(7));
        pace.hold(0, Duration.ofSeconds(3));

        assertThat(pace.reserve(0)).isEqualTo(Duration.ofSeconds(7));
        assertThat(pace.reserve(0)).isEqualTo(Duration.ofSeconds(8));
    }
}
