package dev.callist.benchmarks.simulation;

import java.util.Comparator;
import java.util.Map;

/**
 * What a simulation found.
 *
 * @param seconds how long the read takes
 * @param coreSeconds how long it would take if all cores were busy all the time
 * @param driverSeconds how long the driver is busy with tasks
 * @param rateSeconds how long the rate limit makes each account take
 * @param cpuSeconds how long it would take if pages arrived at once
 * @param isRateSlower whether a task waits longer for its next request than for a page
 */
record ReadPrediction(
        double seconds,
        double coreSeconds,
        double driverSeconds,
        double rateSeconds,
        double cpuSeconds,
        boolean isRateSlower) {
    /** The bound that is closest to the whole time. */
    String limitedBy() {
        double waiting = coreSeconds - cpuSeconds > cpuSeconds ? coreSeconds : 0;
        return Map.of(
                        isRateSlower
                                ? "rate limits, while all cores wait for their accounts"
                                : "waiting for pages on all cores",
                        waiting,
                        "decoding on all cores",
                        waiting == 0 ? coreSeconds : cpuSeconds,
                        "the driver",
                        driverSeconds,
                        "the rate limit of one account",
                        rateSeconds)
                .entrySet()
                .stream()
                .max(Comparator.comparingDouble(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .orElseThrow();
    }
}
