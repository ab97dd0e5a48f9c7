package dev.callist.testkit;

/** How the times of rows are written. */
public enum TimeFormat {
    /** ISO 8601 in UTC: {@code 2026-03-01T12:00:00.5Z}. */
    ISO,
    /** RFC 2822 in whole seconds: {@code Sun, 01 Mar 2026 12:00:00 +0000}. */
    RFC_2822,
    /** Whole seconds since 1970, as a number. */
    EPOCH_SECONDS
}
