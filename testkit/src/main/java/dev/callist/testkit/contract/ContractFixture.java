package dev.callist.testkit.contract;

import dev.callist.CallLister;
import dev.callist.ClientOptions;
import dev.callist.ClientOptionsBuilder;
import dev.callist.testkit.ManualTime;
import dev.callist.testkit.Sandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** A sandbox and a lister for it; closed together. */
public record ContractFixture(Sandbox sandbox, CallLister lister) implements AutoCloseable {
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Options whose waits take no time and whose jitter is always half. */
    public static ClientOptionsBuilder quick() {
        return ClientOptions.builder().time(ManualTime.startingAt(START)).random(() -> Long.MIN_VALUE);
    }

    /** Waits until this many requests have reached the sandbox. */
    public void awaitRequests(int requests) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (sandbox.requestCount() < requests) {
            if (System.nanoTime() > end) {
                throw new AssertionError(sandbox.requestCount() + " of " + requests + " requests have arrived");
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Override
    public void close() {
        lister.close();
        sandbox.close();
    }
}
