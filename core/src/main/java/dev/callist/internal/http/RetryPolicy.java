package dev.callist.internal.http;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.ClientOptions;
import java.time.Duration;
import java.util.Optional;

/** Decides whether and when a failed attempt is retried. Thread-safe. */
final class RetryPolicy {
    private static final double RETRY_AFTER_JITTER = 0.1;
    private static final int MOST_DOUBLINGS = 20;

    private final ClientOptions options;
    private final Budget budget;

    RetryPolicy(ClientOptions options) {
        this.options = options;
        this.budget = new Budget(options.retryBudget());
    }

    void succeededAfter(int retries) {
        budget.refund(retries);
    }

    /**
     * The wait before the next attempt; absent after the last attempt.
     *
     * @throws CallListException RATE_LIMITED when the server asks for a longer wait than the options allow
     */
    Optional<Duration> waitAfter(int attempt, AttemptException failed) {
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

    private Duration jittered(int attempt, AttemptException failed) {
        int status = failed.failure().status().orElse(0);
        Duration base = status == 429 || status == 503 ? options.throttleBackoff() : options.backoff();
        double doubled = base.toNanos() * Math.pow(2, Math.min(attempt - 1, MOST_DOUBLINGS));
        double upper = Math.min(doubled, (double) options.maxBackoff().toNanos());
        return Duration.ofNanos((long) (upper * options.random().nextDouble()));
    }

    /** Tokens that retries draw from and successes refill, so that an outage is not amplified. Thread-safe. */
    static final class Budget {
        private static final int RETRY_COST = 5;

        private final int most;
        private int tokens;

        Budget(int most) {
            this.most = most;
            this.tokens = most;
        }

        synchronized boolean draw() {
            if (tokens < RETRY_COST) {
                return false;
            }
            tokens -= RETRY_COST;
            return true;
        }

        /** Returns the tokens that a successful request's retries drew, or one token if it needed no retry. */
        synchronized void refund(int retries) {
            tokens = Math.min(most, tokens + Math.max(1, retries * RETRY_COST));
        }
    }
}
