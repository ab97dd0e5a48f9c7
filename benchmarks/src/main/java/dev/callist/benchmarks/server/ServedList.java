package dev.callist.benchmarks.server;

/** A provider's list on the benchmark server: it responds to every request without faults, as fast as it can. */
interface ServedList extends AutoCloseable {
    /**
     * Returns the response body for a request.
     *
     * @param target the path and query of the request, as sent
     */
    byte[] respond(String method, String target, byte[] body);

    @Override
    default void close() {}
}
