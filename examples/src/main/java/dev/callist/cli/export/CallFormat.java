package dev.callist.cli.export;

import java.io.IOException;
import java.io.OutputStream;

/** A file format that has one row for each call. */
public interface CallFormat {
    /** The name that {@code --format} takes; also the usual extension of a file. */
    String name();

    /** Begins a file. The writer does not close the stream. */
    CallWriter writer(OutputStream out) throws IOException;
}
