package dev.callist.provider;

import dev.callist.CallQuery;
import java.util.Optional;

/**
 * How one API that counts rows is asked for them, and what it says of those it gave. Implementations are thread-safe.
 *
 * @param <E> how the provider wraps a page
 */
public interface RowRequests<E> {
    /** How many rows to ask for at once, from 1 to what the provider accepts. */
    int pageSize(CallQuery query);

    /** Asks for rows. */
    ApiRequest request(CallQuery query, RowRange rows);

    /** What an envelope says of the rows that were asked for. */
    GivenRows given(E envelope, RowRange asked);

    /** An envelope without its rows, where it can be seen before they are read. */
    Optional<E> peek(EnvelopePeek response);

    /** Whether {@link GivenRows#more()} is present, so that a page itself says whether it is the last one. */
    boolean signsEnd();

    /**
     * The rows to ask for so that a page contains a row, if possible as its first, and rows after it.
     *
     * @param row the row, from 0
     * @param limit how many rows to ask for, at least 1
     * @param isCapped whether the server has shown that it gives no more than the limit at once
     */
    RowRange range(int row, int limit, boolean isCapped);

    /** The range of an API that takes any offset: two rows at least, so that it reaches beyond the row. */
    static RowRange byOffset(int row, int limit) {
        return new RowRange(row, Math.max(2, limit));
    }

    /**
     * The range of an API that counts pages: of all page sizes near the limit, the one that reaches furthest beyond the row. Where
     * every one of them ends right there, the page is a few rows larger, or, when the server gives no more, starts after the row.
     */
    static RowRange byPage(int row, int limit, boolean isCapped) {
        int rowsOnTop = isCapped ? 0 : 8;
        RowRange best = RowRange.around(row, limit);
        for (int size = limit - 1; size > limit / 2; size--) {
            RowRange range = RowRange.around(row, size);
            best = range.end() > best.end() ? range : best;
        }
        for (int size = limit + 1; size <= limit + rowsOnTop && best.end() == row + 1; size++) {
            best = RowRange.around(row, size);
        }
        return best.end() == row + 1 ? RowRange.around(row + 1, limit) : best;
    }
}
