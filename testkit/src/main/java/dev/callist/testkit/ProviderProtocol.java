package dev.callist.testkit;

import java.util.Map;

/**
 * One provider's wire protocol over a list of {@link SandboxCall}s. It reads a request and writes a page, and knows
 * nothing of sockets and faults: {@link Sandbox#start(ProviderProtocol)} serves it over HTTP, numbers and records the
 * requests, and injects the faults. Implement it to run {@code CallListerContract} on a lister of your own.
 *
 * <p>Implementations are thread-safe.
 */
public interface ProviderProtocol {
    /** How many calls the list has. */
    int calls();

    /**
     * The id by which the list shows a call.
     *
     * @param index the call's index, 0 the newest
     */
    String id(int index);

    /**
     * The response to a request, be it a page or the provider's refusal of a wrong credential, path or parameter.
     *
     * @param twist how a page differs from the correct one; lists that are counted may ignore {@link
     *     PageTwist#SAME_PLACE}
     */
    SandboxResponse respond(SandboxRequest request, PageTwist twist);

    /** The provider's own error response of a status. */
    SandboxResponse error(int status);

    /** The path of a config's base URL; empty for none. */
    default String basePath() {
        return "";
    }

    /** Headers that every response to this request has, such as the request's id. */
    default Map<String, String> headers(SandboxRequest request) {
        return Map.of();
    }
}
