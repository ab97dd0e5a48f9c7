package dev.callist.internal.walk;

/**
 * How many windows may be requested. A walk without a limit sends at most 1.5 times as many requests as its rows fill
 * pages, plus two for each concurrent request. A walk with a limit sends at most one more for each concurrent request.
 * Not thread-safe; guarded by the lock of its {@link PageFetcher}.
 */
final class SplitBudget {
    private final int pageSize;
    private final int width;
    private final boolean isLimited;
    private int largestPage = 1;
    private long requests;
    private long rows;

    SplitBudget(QueryListing listing) {
        this.pageSize = listing.start().pageSize();
        this.width = listing.width();
        this.isLimited = listing.settings().limit() < Long.MAX_VALUE;
    }

    void requested() {
        requests++;
    }

    /** A page was accepted. */
    void read(int newRows, int rowsOfPage) {
        rows += newRows;
        largestPage = Math.max(largestPage, rowsOfPage);
    }

    /**
     * How many further windows may be requested. Without a limit, each window may turn out to need a second page.
     *
     * @param rowsWaiting the rows that were received but not accepted yet
     * @param planned the pages that will be requested
     * @param requested the pages that were requested and have not arrived
     */
    int windows(long rowsWaiting, int planned, int requested) {
        long pages = (rows + rowsWaiting) / Math.min(pageSize, largestPage);
        long left = isLimited
                ? pages + width - requests - planned
                : (pages + pages / 2 + 2L * width - requests - 2L * planned - requested) / 2;
        return (int) Math.max(0, Math.min(width, left));
    }
}
