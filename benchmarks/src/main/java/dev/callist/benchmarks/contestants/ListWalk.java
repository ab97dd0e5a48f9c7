package dev.callist.benchmarks.contestants;

import java.io.IOException;

/** Reads a list to its end. */
@FunctionalInterface
public interface ListWalk {
    /** Reads every field of every call; returns the number of calls. */
    long walk() throws IOException;
}
