package dev.callist.provider.paging;

/**
 * A range of rows in a list that is counted in rows.
 *
 * @param start the first row, from 0
 * @param limit the most rows in the range, at least 1
 */
public record RowRange(int start, int limit) {
    /** The range of the page of this size that contains a row. */
    static RowRange around(int row, int size) {
        return new RowRange(row - row % size, size);
    }

    /** The row after the last one. */
    public int end() {
        return (int) Math.min(Integer.MAX_VALUE, (long) start + limit);
    }

    /** The page number, from 1, if the limit divides the start. */
    public int page() {
        return start / limit + 1;
    }
}
