package dev.callist.internal;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.ClientOptions;
import java.time.Duration;
import java.util.Optional;

/** Decides whether a failed attempt is followed by another, and when. Thread-safe. */
final class RetryPolicy {
    private static final double RETRY_AFTER_JITTER = 0.1;
    private static final int MOST_DOUBLINGS = 20;

    private final ClientOptions options;
    private final RetryBudget budget;

    RetryPolicy(ClientOptions options) {
        this.options = options;
        this.budget = new RetryBudget(options.retryBudget());
    }

    void succeededAfter(int retries) {
        budget.refund(retries);
    }

    /**
     * The wait before the next attempt; absent when there is none.
     *
     * @throws CallListException RATE_LIMITED when the server asks for a longer wait than the options allow
     */
    Optional<Duration> waitAfter(int attempt, AttemptFailed failed) {
        if (!failed.isWorthRetrying()) {
            return Optional.empty();
        }
        Optional<Duration> asked = failed.failure().retryAfter();
        if (asked.isPresent() && asked.get().compareTo(options.maxRetryAfter()) > 0) {
            throw failed.finalFailure(Kind.RATE_LIMITED, attempt);
        }
        if (attempt >= options.maxAttempts() || !budget.draw()) {
            return Optional.empty();
        }
        return Optional.of(
                asked.filter(wait -> !wait.isZero()).map(this::nudged).orElseGet(() -> jittered(attempt, failed)));
    }

    private Duration nudged(Duration asked) {
        long extra =
                (long) (asked.toNanos() * RETRY_AFTER_JITTER * options.random().nextDouble());
        return asked.plusNanos(extra);
    }

    private Duration jittered(int attempt, AttemptFailed failed) {
        int status = failed.failure().status().orElse(0);
        Duration base = status == 429 || status == 503 ? options.throttleBackoff() : options.backoff();
        double doubled = base.toNanos() * Math.pow(2, Math.min(attempt - 1, MOST_DOUBLINGS));
        double upper = Math.min(doubled, (double) options.maxBackoff().toNanos());
        return Duration.ofNanos((long) (upper * options.random().nextDouble()));
    }
}
