package dev.callist;

import java.util.Objects;

/**
 * A row of a page that is no call: not an object, or without an id.
 *
 * @param index place of the row in its page, from 0
 * @param reason what is wrong with it, in words without data
 * @param rawJson the row as the provider sent it; personal data, so {@link #toString()} leaves it out
 */
public record RejectedRow(int index, String reason, String rawJson) {
    /** Checks that all parts are there. */
    public RejectedRow {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(rawJson, "rawJson");
    }

    /** The place and the reason. */
    @Override
    public String toString() {
        return "RejectedRow[" + index + ", " + reason + "]";
    }
}
