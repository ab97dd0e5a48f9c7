package dev.callist.benchmarks.candidates;

import java.io.IOException;

/** Reads the rows of one page. */
@FunctionalInterface
public interface PageReader {
    /** Reads a response body. */
    ReadPage read(byte[] body) throws IOException;
}
