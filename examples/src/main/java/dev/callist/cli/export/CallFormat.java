package dev.callist.cli.export;

import dev.callist.Call;
import java.io.IOException;

/** A file format that has one row for each call. */
public interface CallFormat {
    /** The name that {@code --format} takes; also the usual extension of a file. */
    String name();

    /** The bytes before the first row. */
    byte[] header();

    /** The row of a call, including its line end. */
    byte[] row(Call call) throws IOException;
}
