package dev.callist.internal;

/**
 * Rows that are asked for or given.
 *
 * @param start the first row, from 0
 * @param limit how many rows at most
 */
public record RowWindow(int start, int limit) {
    /** The window of a page of this size that has a row in it. */
    static RowWindow around(int row, int size) {
        return new RowWindow(row - row % size, size);
    }

    /** The row after the last one. */
    public int end() {
        return (int) Math.min(Integer.MAX_VALUE, (long) start + limit);
    }

    /** The page's number, from 1, where the limit divides the start. */
    public int page() {
        return start / limit + 1;
    }
}
