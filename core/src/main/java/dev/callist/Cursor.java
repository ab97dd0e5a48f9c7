package dev.callist;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * Where a page starts in a provider's list. Opaque to all code except the lister that issued it, printable, and free of
 * secrets. In a list that is counted in rows it is a row number and a limit.
 *
 * @param text the lister's own form of the position; empty for the start
 */
public record Cursor(String text) {
    /** The start of a list. */
    public static final Cursor FIRST = new Cursor("");

    private static final String ROW = "row:";
    private static final char LIMIT = '+';

    /** Rejects null. */
    public Cursor {
        Objects.requireNonNull(text, "text");
    }

    /**
     * A cursor of a list that is counted in rows.
     *
     * @param row the first row of the page, from 0
     * @param limit how many rows to ask for, at least 1
     */
    public static Cursor atRow(int row, int limit) {
        if (row < 0 || limit < 1) {
            throw new IllegalArgumentException("row must be at least 0 and limit at least 1");
        }
        return new Cursor(ROW + row + LIMIT + limit);
    }

    /** Whether this is the start of a list. */
    public boolean isFirst() {
        return text.isEmpty();
    }

    /** The row of a cursor from {@link #atRow}; absent for any other. */
    public OptionalInt row() {
        int separator = text.indexOf(LIMIT);
        return limit().isEmpty() ? OptionalInt.empty() : number(text.substring(ROW.length(), separator), 0);
    }

    /** The limit of a cursor from {@link #atRow}; absent for any other. */
    public OptionalInt limit() {
        int separator = text.indexOf(LIMIT);
        boolean isRow = text.startsWith(ROW) && separator > ROW.length();
        boolean hasRow =
                isRow && number(text.substring(ROW.length(), separator), 0).isPresent();
        return hasRow ? number(text.substring(separator + 1), 1) : OptionalInt.empty();
    }

    private static OptionalInt number(String digits, int least) {
        try {
            int number = Integer.parseUnsignedInt(digits);
            boolean isCanonical = number >= least && Integer.toString(number).equals(digits);
            return isCanonical ? OptionalInt.of(number) : OptionalInt.empty();
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    /** The length only, because a token may contain anything. */
    @Override
    public String toString() {
        return isFirst() ? "Cursor[start]" : "Cursor[" + text.length() + " characters]";
    }
}
