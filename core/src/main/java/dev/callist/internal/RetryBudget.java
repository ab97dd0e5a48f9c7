package dev.callist.internal;

/** Tokens that retries draw from and successes refill, so that an outage is not amplified. Thread-safe. */
final class RetryBudget {
    private static final int RETRY_COST = 5;

    private final int most;
    private int tokens;

    RetryBudget(int most) {
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

    /** A request succeeded: what its retries drew comes back, and one token for a request that needed none. */
    synchronized void refund(int retries) {
        tokens = Math.min(most, tokens + Math.max(1, retries * RETRY_COST));
    }
}
