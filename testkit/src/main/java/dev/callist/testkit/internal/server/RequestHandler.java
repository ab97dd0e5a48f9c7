package dev.callist.testkit.internal.server;

import dev.callist.testkit.SandboxRequest;
import java.io.IOException;
import mockwebserver3.MockResponse;

/** Answers requests from any connection. */
public interface RequestHandler {
    /** The response to a request, which has no number yet. */
    MockResponse answer(SandboxRequest request) throws IOException, InterruptedException;
}
