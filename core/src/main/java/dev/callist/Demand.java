package dev.callist;

/** Which pages a walk wants: as many as there is room for, and none that its limit or window may not need. Not thread-safe. */
final class Demand {
    static final int MOST_BARREN_PAGES = 100;

    private final WalkSettings settings;
    private final int pageSize;
    private final int room;
    private final Freeze freeze;
    private final Sieve sieve;
    private int largestPage;

    Demand(Listing listing, Freeze freeze, Sieve sieve) {
        this.settings = listing.settings();
        this.pageSize = listing.pageSize();
        this.room = listing.width() > 1 ? Math.max(2 * listing.width(), settings.readAhead()) : settings.readAhead();
        this.freeze = freeze;
        this.sieve = sieve;
    }

    /** Learns how many calls the server gives at once. */
    void learn(CallPage page) {
        largestPage = Math.max(largestPage, page.calls().size());
    }

    /**
     * Whether one more page may be asked for.
     *
     * @param ahead how many pages come before it
     * @param held pages that have come or been asked for, and have not been handed over
     * @param isWaitedFor whether the next page is being waited for
     */
    boolean hasRoom(int ahead, int held, boolean isWaitedFor) {
        return (isWaitedFor && ahead == 0) || held < room + (isWaitedFor ? 1 : 0);
    }

    /** Whether the limit needs a page even if those before it are full, and the walk goes on even if they bring nothing. */
    boolean isWanted(int ahead) {
        boolean mayStall = ahead > 0 && isStalled(ahead);
        long expected = (long) ahead * Math.max(pageSize, largestPage);
        return !mayStall && sieve.passed() + expected < settings.limit();
    }

    /** Whether too many pages in a row have brought nothing new, or will have when some more bring nothing. */
    boolean isStalled(int more) {
        return sieve.barrenPages() + more >= MOST_BARREN_PAGES;
    }

    /** Whether the place behind a page that has come may be asked for before that page has been read. */
    boolean mayForesee() {
        boolean maySatisfy = largestPage == 0 && settings.limit() < Long.MAX_VALUE;
        return !maySatisfy && !freeze.isOpen() && !sieve.mayStopEarly();
    }
}
