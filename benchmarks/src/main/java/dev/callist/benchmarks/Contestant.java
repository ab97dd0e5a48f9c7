package dev.callist.benchmarks;

import java.io.IOException;

/**
 * One way to read a whole list.
 *
 * @param name as the tables show it
 */
record Contestant(String name, Walker walker) {
    /** Reads a list to its end. */
    @FunctionalInterface
    interface Walker {
        /** Reads every call, and every field of it; returns how many calls there were. */
        long walk() throws IOException;
    }
}
