package com.example.boot;

import dev.callist.ListingListener;
import dev.callist.ListingReport;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.springframework.stereotype.Component;

/** Meters of what listers do. */
@Component
final class CallMeters implements ListingListener {
    private final MeterRegistry registry;

    CallMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void attemptSucceeded(SuccessfulAttempt attempt) {
        String[] tags = {"provider", attempt.provider(), "request", attempt.request()};
        Timer.builder("callist.attempts").tags(tags).register(registry).record(attempt.took());
        Counter.builder("callist.bytes").tags(tags).register(registry).increment(attempt.bytes());
    }

    @Override
    public void attemptFailed(FailedAttempt attempt) {
        String[] tags = {"provider", attempt.provider(), "kind", attempt.kind().name()};
        Counter.builder("callist.failures").tags(tags).register(registry).increment();
    }

    @Override
    public void ended(String provider, ListingReport report) {
        String[] tags = {"provider", provider, "completeness", report.completeness().name()};
        Counter.builder("callist.walks").tags(tags).register(registry).increment();
    }
}
