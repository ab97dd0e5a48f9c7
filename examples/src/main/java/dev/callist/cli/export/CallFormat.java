package dev.callist.cli.export;

import dev.callist.cli.console.CommandException;
import dev.callist.cli.text.CallColumn;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A file format that has one row for each call. */
public interface CallFormat {
    /**
     * The name that {@code --format} takes, which is also the usual extension of a file, and what was added to the
     * format.
     */
    String name();

    /** Begins a file. The writer does not close the stream. */
    CallWriter writer(OutputStream out) throws IOException;

    /**
     * Returns the format with these columns instead of all.
     *
     * @throws CommandException INVALID_CONFIG if it always has all columns
     */
    default CallFormat withColumns(List<CallColumn> columns) {
        throw CommandException.invalidConfig("--columns needs --format csv");
    }

    /**
     * Returns the format with the provider's own rows.
     *
     * @throws CommandException INVALID_CONFIG if it cannot hold them
     */
    default CallFormat withRaw() {
        throw CommandException.invalidConfig("--raw needs --format jsonl or parquet");
    }

    /**
     * Returns the format with durations as numbers.
     *
     * @throws CommandException INVALID_CONFIG if its durations are numbers already
     */
    default CallFormat withSeconds() {
        throw CommandException.invalidConfig("--seconds needs --format jsonl; " + name() + " has seconds without it");
    }
}
