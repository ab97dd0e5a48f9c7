package dev.callist.testkit.internal.server;

import dev.callist.testkit.SandboxRequest;
import java.io.IOException;
import mockwebserver3.MockResponse;

/** Answers requests, wherever they come from. */
public interface RequestHandler {
    /** The answer to a request, whose number is not yet known. */
    MockResponse answer(SandboxRequest request) throws IOException, InterruptedException;
}
