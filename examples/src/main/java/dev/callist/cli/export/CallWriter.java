package dev.callist.cli.export;

import dev.callist.Call;
import java.io.IOException;

/** Writes the rows of one file. Not thread-safe. */
public interface CallWriter {
    /** Writes the row of a call. It may stay in memory until the end. */
    void write(Call call) throws IOException;

    /** Writes what the format has after the last row. */
    default void finish() throws IOException {}
}
