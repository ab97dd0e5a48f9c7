package dev.callist.testkit;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;

/** A request that waits for its answer, as a {@link Fault} sees it. */
record Exchange(Wire wire, SandboxRequest request, Twist twist, CountDownLatch closing) {
    /** What the provider would answer. */
    MockResponse.Builder truth() {
        return wire.answer(request, twist);
    }

    /** The provider's own error answer of a status. */
    MockResponse.Builder error(int status) {
        return wire.error(status);
    }

    /** Waits; ends early when the server closes. */
    void pause(Duration time) throws InterruptedException {
        closing.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Waits until the server closes. */
    void pauseForGood() throws InterruptedException {
        closing.await();
    }
}
