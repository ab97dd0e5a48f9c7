package dev.callist.benchmarks;

/** A provider's list as the benchmark's server has it: the answer to each request, without faults and as fast as can be. */
interface Served extends AutoCloseable {
    /**
     * The body that answers a request.
     *
     * @param target the request's path and query, as sent
     */
    byte[] answer(String method, String target, byte[] body);

    @Override
    default void close() {}
}
