package dev.callist.testkit.internal.server;

import mockwebserver3.MockResponse;

/** How a fault changes the response to a request. */
@FunctionalInterface
public interface FaultEffect {
    /** Makes the response that is sent instead of the correct one. */
    MockResponse.Builder respond(PendingExchange exchange) throws InterruptedException;
}
