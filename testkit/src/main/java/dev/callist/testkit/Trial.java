package dev.callist.testkit;

import dev.callist.CallLister;
import dev.callist.ClientOptions;
import dev.callist.ClientOptionsBuilder;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** A sandbox and a lister for it; closed together. */
record Trial(Sandbox sandbox, CallLister lister) implements AutoCloseable {
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final RandomGenerator HALFWAY = () -> Long.MIN_VALUE;

    /** Options whose waits take no time and whose jitter is always half. */
    static ClientOptionsBuilder quick() {
        return ClientOptions.builder().time(stoppedTime()).random(HALFWAY);
    }

    /** The clock of the tests. */
    static ManualTime stoppedTime() {
        return ManualTime.startingAt(START);
    }

    /** Waits until so many requests have reached the sandbox. */
    void awaitRequests(int requests) {
        Leftovers.await(() -> sandbox.requestCount() >= requests, this);
    }

    @Override
    public void close() {
        lister.close();
        sandbox.close();
    }
}
