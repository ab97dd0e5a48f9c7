package dev.callist;

import java.util.Objects;

/**
 * A place in a provider's list: where the next page starts. Opaque to everyone but the lister that made it; printable,
 * and free of secrets.
 *
 * @param text the lister's own form of the place; empty for the start
 */
public record Cursor(String text) {
    /** The start of a list. */
    public static final Cursor FIRST = new Cursor("");

    /** Checks that the text is there. */
    public Cursor {
        Objects.requireNonNull(text, "text");
    }

    /** Whether this is the start of a list. */
    public boolean isFirst() {
        return text.isEmpty();
    }

    /** Whether it is the start, and its length: a provider may put anything into a token. */
    @Override
    public String toString() {
        return isFirst() ? "Cursor[start]" : "Cursor[" + text.length() + " characters]";
    }
}
