package dev.callist.internal.http;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.ClientOptions;
import java.time.Duration;
import java.util.Optional;

/** Decides whether and when a failed attempt is retried. Thread-safe. */
final class RetryPolicy {
    private static final double RETRY_AFTER_JITTER = 0.1;
    private static final int MAX_DOUBLINGS = 20;
    private static final int UNAVAILABLE = 503;

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
     * The wait before the next attempt; absent after the last attempt. Attempts that were throttled do not count
     * against the most attempts, because a quota may take minutes to recover; the budget bounds them.
     *
     * @param attempts all attempts so far
     * @param throttled how many of them were throttled
     * @throws CallListException RATE_LIMITED when the server asks for a longer wait than the options allow; of the same
     *     kind as the failure when the budget is spent
     */
    Optional<Duration> waitAfter(int attempts, int throttled, AttemptException failed) {
        if (!failed.isWorthRetrying()) {
            return Optional.empty();
        }
        Optional<Duration> asked = failed.failure().retryAfter();
        if (asked.isPresent() && asked.get().compareTo(options.maxRetryAfter()) > 0) {
            throw failed.finalFailure(Kind.RATE_LIMITED, attempts);
        }
        int others = attempts - throttled;
        if (options.maxAttempts() == 1 || (!failed.isThrottled() && others >= options.maxAttempts())) {
            return Optional.empty();
        }
        if (!budget.draw()) {
            throw failed.outOfBudget(attempts);
        }
        return Optional.of(asked.filter(wait -> !wait.isZero())
                .map(this::nudged)
                .orElseGet(() -> jittered(failed.isThrottled() ? throttled : others, failed)));
    }

    private Duration nudged(Duration asked) {
        long extra =
                (long) (asked.toNanos() * RETRY_AFTER_JITTER * options.random().nextDouble());
        return asked.plusNanos(extra);
    }

    private Duration jittered(int failures, AttemptException failed) {
        boolean overloaded = failed.isThrottled() || failed.failure().status().orElse(0) == UNAVAILABLE;
        Duration base = overloaded ? options.throttleBackoff() : options.backoff();
        Duration most =
                failed.isThrottled() ? longest(options.maxBackoff(), options.maxRetryAfter()) : options.maxBackoff();
        double doubled = base.toNanos() * Math.pow(2, Math.min(failures - 1, MAX_DOUBLINGS));
        double upper = Math.min(doubled, (double) most.toNanos());
        return Duration.ofNanos((long) (upper * options.random().nextDouble()));
    }

    private static Duration longest(Duration one, Duration another) {
        return one.compareTo(another) > 0 ? one : another;
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
