package dev.callist.cli.text;

/** How {@code callist list} prints calls. */
public enum ListFormat {
    /** A table for people. */
    TABLE,
    /** One JSON object on each line. */
    JSONL,
    /** Comma-separated values. */
    CSV
}
