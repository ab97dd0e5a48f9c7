package dev.callist.testkit;

import java.io.IOException;
import mockwebserver3.MockResponse;

/** Answers requests, wherever they come from. */
interface HttpAnswerer {
    /** The answer to a request, whose number is not yet known. */
    MockResponse answer(SandboxRequest request) throws IOException, InterruptedException;
}
