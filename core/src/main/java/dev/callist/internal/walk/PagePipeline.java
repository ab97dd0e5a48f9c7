package dev.callist.internal.walk;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import dev.callist.Cursor;
import dev.callist.QueryFilter;
import dev.callist.RejectedRow;
import dev.callist.internal.walk.join.JoinedPage;
import dev.callist.internal.walk.join.PageJoin;
import dev.callist.internal.walk.resume.PassedRows;
import dev.callist.internal.walk.seen.SeenCalls;
import dev.callist.internal.walk.seen.SeenRejectedRows;
import dev.callist.internal.walk.source.PageAddress;
import java.util.List;
import java.util.Optional;

/**
 * What happens to a page between its arrival and the hand-over of its calls, in the order of the list: it is joined
 * to the rows before it, and its calls are filtered. Not thread-safe; guarded by the lock of its
 * {@link PageFetcher}.
 */
final class PagePipeline {
    private final String provider;
    private final CallQuery query;
    private final long limit;
    private final boolean isStrict;
    private final PageJoin join;
    private final PageFilter filter;
    private final SeenRejectedRows rejections;
    private final ExpiredCursorRecovery recovery;
    private int largestPage;

    PagePipeline(QueryListing listing) {
        PassedRows passed = listing.start().passed();
        this.provider = listing.lister().provider();
        this.query = listing.pagedQuery();
        this.limit = listing.settings().limit();
        this.isStrict = listing.settings().strict();
        SeenCalls seen = new SeenCalls(passed.keys());
        this.join = new PageJoin(passed, listing.source(), query, seen);
        boolean mayStopEarly = listing.plan().residualFilters().contains(QueryFilter.CREATED_FROM);
        this.filter = new PageFilter(listing.query(), mayStopEarly, passed, seen);
        this.rejections = new SeenRejectedRows(passed.keys());
        this.recovery =
                new ExpiredCursorRecovery(listing.plan(), listing.start().listEnd());
    }

    /** The query that pages are asked for with from now on. */
    CallQuery query() {
        return recovery.applied(query);
    }

    /** Whether the list has run newest first so far. */
    boolean isOrdered() {
        return filter.isOrdered();
    }

    /** Whether a cursor asks for the page that overlaps with the last rows passed. */
    boolean isAtLastRow(Cursor cursor) {
        return join.isAtLastRow(cursor);
    }

    /** How many rows the next pages of a list that is counted in rows share with the one before. */
    int sharedRows() {
        return join.sharedRows();
    }

    /** Pages in a row that brought nothing new. */
    int pagesWithoutNewRows() {
        return filter.pagesWithoutNewRows();
    }

    /** Whether the limit needs calls from a page even if this many pages before it are full. */
    boolean needs(int pagesBefore, int pageSize) {
        return filter.passed() + (long) pagesBefore * Math.max(pageSize, largestPage) < limit;
    }

    /** Whether a page may be requested before the one that precedes it has been read. */
    boolean allowsEarlyRequests() {
        boolean maySatisfyLimit = largestPage == 0 && limit < Long.MAX_VALUE;
        return !maySatisfyLimit && !filter.mayStopEarly();
    }

    /**
     * Takes the next page of the list. Nothing changes if it fails or returns empty.
     *
     * @param isEarly whether the page was requested before the one that precedes it had arrived
     * @return absent when the page was requested too early to be joined
     * @throws CallListException BAD_RESPONSE for a rejected row in a strict walk
     */
    Optional<FilteredPage> take(PageAddress address, CallPage page, boolean isEarly) {
        largestPage = Math.max(largestPage, page.calls().size());
        Optional<JoinedPage> joined = join.join(page, address, isEarly);
        joined.ifPresent(this::refuseRejectedRows);
        Optional<FilteredPage> filtered = joined.map(found -> filter.filter(address, found, recovery.listEnd()))
                .map(this::withoutRepeatedRejections);
        joined.ifPresent(join::pass);
        return filtered;
    }

    /**
     * Rejected rows are told apart by their text only, so they are compared only where a page repeats rows of another.
     */
    private FilteredPage withoutRepeatedRejections(FilteredPage filtered) {
        CallPage page = filtered.joined().page();
        List<RejectedRow> fresh = rejections.add(page.rejected());
        boolean mayRepeat = filtered.findings().duplicates() > 0
                || filtered.address().window().isPresent();
        return mayRepeat && fresh.size() < page.rejected().size() ? filtered.withRejected(fresh) : filtered;
    }

    private void refuseRejectedRows(JoinedPage joined) {
        List<RejectedRow> rejected = joined.page().rejected();
        if (isStrict && !rejected.isEmpty()) {
            RejectedRow row = rejected.get(0);
            throw CallListException.of(Kind.BAD_RESPONSE, provider)
                    .detail("row " + row.index() + " was rejected: " + row.reason())
                    .build()
                    .asException();
        }
    }

    /**
     * Prepares to read the list again from its last call on, because a cursor has expired.
     *
     * @return whether that is possible
     */
    boolean restartsAfter(Throwable failure) {
        if (!(failure instanceof CallListException e) || e.kind() != Kind.CURSOR_EXPIRED) {
            return false;
        }
        boolean restarts = recovery.restarts(filter.lastCreatedAt(), filter.order(), join.remembersAll());
        if (restarts) {
            join.restart(recovery.listEnd());
        }
        return restarts;
    }
}
