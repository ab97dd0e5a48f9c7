package dev.callist.internal;

/**
 * Rows to ask for.
 *
 * @param start the first row, from 0
 * @param limit how many rows
 */
public record RowWindow(int start, int limit) {
    /** The page's number, from 1, where the limit divides the start. */
    public int page() {
        return start / limit + 1;
    }
}
