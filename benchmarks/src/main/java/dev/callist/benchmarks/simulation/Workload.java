package dev.callist.benchmarks.simulation;

/**
 * The calls that a simulation reads, and how fast their server is.
 *
 * @param accounts the number of accounts
 * @param callsPerAccount the calls of each account
 * @param pageSize calls per request
 * @param requestsPerSecond the limit of each account; infinite for none
 * @param latencySeconds the median time until a page has arrived
 * @param latencySpread the standard deviation of the latency's natural logarithm; 0 for a latency that is always the
 *     same
 */
public record Workload(
        int accounts,
        long callsPerAccount,
        int pageSize,
        double requestsPerSecond,
        double latencySeconds,
        double latencySpread) {
    /** Requests for an account; a list that ends with a full page has an empty page after it. */
    long pagesPerAccount() {
        return callsPerAccount / pageSize + 1;
    }

    /** The calls of an account's page; only the last one is not full. */
    long callsOf(long page) {
        return Math.min(pageSize, callsPerAccount - page * pageSize);
    }
}
