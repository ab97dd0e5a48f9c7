package dev.callist.benchmarks.candidates;

import java.io.IOException;

/** Reads a list to its end, any number of times until it is closed. */
public interface ListWalk extends AutoCloseable {
    /** Reads every field of every call; returns the number of calls. */
    long walk() throws IOException;

    /** Releases the connections and threads that are kept for the next walk. */
    @Override
    default void close() {}
}
