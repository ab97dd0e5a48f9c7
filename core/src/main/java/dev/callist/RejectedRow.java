package dev.callist;

import java.util.Objects;

/**
 * A row that is not a call, because it is not an object or has no id.
 *
 * @param index index of the row in its page, from 0
 * @param reason what is wrong with the row, in fixed words without data
 * @param rawJson the row as the provider sent it; personal data, so {@link #toString()} leaves it out
 */
public record RejectedRow(int index, String reason, String rawJson) {
    /** Rejects null. */
    public RejectedRow {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(rawJson, "rawJson");
    }

    /** The index and the reason. */
    @Override
    public String toString() {
        return "RejectedRow[" + index + ", " + reason + "]";
    }
}
