package dev.callist.testkit.internal.server;

import dev.callist.testkit.PageTwist;
import dev.callist.testkit.ProviderProtocol;
import dev.callist.testkit.SandboxRequest;
import dev.callist.testkit.SandboxResponse;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import okio.Buffer;

/** A request that has not been answered yet, as a {@link FaultEffect} sees it. */
public record PendingExchange(
        ProviderProtocol protocol, SandboxRequest request, PageTwist twist, CountDownLatch closing) {
    /** The provider's correct response. */
    public MockResponse.Builder correctResponse() {
        return http(protocol.respond(request, twist));
    }

    /** The provider's own error response of a status. */
    public MockResponse.Builder error(int status) {
        return http(protocol.error(status));
    }

    /** Waits; returns early when the server closes. */
    public void pause(Duration time) throws InterruptedException {
        closing.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Waits until the server closes. */
    public void pauseForGood() throws InterruptedException {
        closing.await();
    }

    private static MockResponse.Builder http(SandboxResponse response) {
        return new MockResponse.Builder()
                .code(response.status())
                .headers(response.headers())
                .body(new Buffer().write(response.body()));
    }
}
