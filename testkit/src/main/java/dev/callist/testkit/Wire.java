package dev.callist.testkit;

import mockwebserver3.MockResponse;

/** One provider's protocol, as a server without a network. Thread-safe. */
interface Wire {
    /** The path that a config's base URL has; empty text for none. */
    default String basePath() {
        return "";
    }

    /** How many calls the list has. */
    int calls();

    /** The id of the call at an index, as the list shows it. */
    String id(int index);

    /** The provider's answer. */
    MockResponse.Builder answer(SandboxRequest request, Twist twist);

    /** The provider's own error answer of a status. */
    MockResponse.Builder error(int status);

    /** Puts on what every answer of the provider carries, such as the request's id. */
    void stamp(SandboxRequest request, MockResponse.Builder answer);
}
