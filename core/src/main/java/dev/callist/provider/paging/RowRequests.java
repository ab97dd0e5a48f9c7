package dev.callist.provider.paging;

import dev.callist.CallQuery;
import dev.callist.provider.ApiRequest;
import dev.callist.provider.EnvelopePeek;
import java.util.Optional;

/**
 * Builds the requests of an API that counts rows, and interprets its responses. Implementations are thread-safe.
 *
 * @param <E> how the provider wraps a page
 */
public interface RowRequests<E> {
    /** The number of rows per request, from 1 to the provider's maximum. */
    int pageSize(CallQuery query);

    /** The request for a range of rows. */
    ApiRequest request(CallQuery query, RowRange rows);

    /** What an envelope says about the requested rows. */
    RowCounts given(E envelope, RowRange asked);

    /** An envelope without its rows, if it can be read before them. */
    Optional<E> peek(EnvelopePeek response);

    /** Whether {@link RowCounts#more()} is always present, so that each page says whether it is the last one. */
    boolean marksEnd();

    /**
     * The range to request so that a page contains a row, preferably as its first, and rows after it.
     *
     * @param row the row, from 0
     * @param limit the number of rows to request, at least 1: the page size that the server is known to honour
     * @param pageSize the page size that the walk began with; a limit below it means that the server returns no more
     *     rows, one above it that it returns no fewer
     */
    RowRange range(int row, int limit, int pageSize);

    /** The range of an API that takes any offset: at least two rows, so that it extends beyond the row. */
    static RowRange byOffset(int row, int limit) {
        return new RowRange(row, Math.max(2, limit));
    }

    /**
     * The range of an API that counts pages: of all page sizes near the limit that the server agrees to, the one that
     * reaches furthest beyond the row, and the page after the row if all of them end at it. Sizes above the limit are
     * used if no other reaches beyond the row.
     */
    static RowRange byPage(int row, int limit, int pageSize) {
        boolean isLeast = limit > pageSize;
        int smallest = isLeast ? limit : limit / 2 + 1;
        int largest = limit < pageSize ? limit : limit + 8;
        RowRange best = RowRange.around(row, limit);
        for (int size = limit - 1; size >= smallest; size--) {
            RowRange range = RowRange.around(row, size);
            best = range.end() > best.end() ? range : best;
        }
        boolean isBest = best.start() == row && best.end() > row + 1;
        for (int size = limit + 1; size <= largest && !isBest && (isLeast || best.end() == row + 1); size++) {
            RowRange range = RowRange.around(row, size);
            best = range.end() > best.end() ? range : best;
        }
        return best.end() == row + 1 ? RowRange.around(row + 1, limit) : best;
    }
}
