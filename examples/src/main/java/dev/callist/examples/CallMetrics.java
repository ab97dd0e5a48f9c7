package dev.callist.examples;

import dev.callist.ListingListener;
import dev.callist.ListingReport;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what listers do. Each counter has few labels, so that a metrics registry can take its place. Thread-safe. */
public final class CallMetrics implements ListingListener {
    private final Map<String, LongAdder> counters = new ConcurrentHashMap<>();

    @Override
    public void attemptSucceeded(SuccessfulAttempt attempt) {
        String labels = attempt.provider() + " " + attempt.request() + " " + attempt.status();
        add("callist.attempts " + labels, 1);
        add("callist.bytes " + labels, attempt.bytes());
        add("callist.millis " + labels, attempt.took().toMillis());
    }

    @Override
    public void attemptFailed(FailedAttempt attempt) {
        add("callist.attempts " + attempt.provider() + " " + attempt.request() + " " + attempt.kind(), 1);
    }

    @Override
    public void ended(String provider, ListingReport report) {
        add("callist.walks " + provider + " " + report.completeness(), 1);
    }

    private void add(String counter, long amount) {
        counters.computeIfAbsent(counter, name -> new LongAdder()).add(amount);
    }

    /** Returns the counters and their labels, sorted by name. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        counters.forEach((name, count) -> counts.put(name, count.sum()));
        return counts;
    }
}
