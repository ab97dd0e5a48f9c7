package dev.callist.internal.walk;

/**
 * How many windows may be asked for. A walk without a limit sends at most half as many requests again as its rows fill
 * pages, and two more for each request at once. A walk with a limit sends at most one more for each request at once.
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
     * How many further windows may be asked for.
     *
     * @param rowsWaiting the rows that were received but not accepted yet
     * @param planned the pages that will be requested
     */
    int windows(long rowsWaiting, int planned) {
        long pages = (rows + rowsWaiting) / Math.min(pageSize, largestPage);
        long most = isLimited ? pages + width : pages + pages / 2 + 2L * width;
        return (int) Math.max(0, Math.min(width, most - requests - planned));
    }
}
