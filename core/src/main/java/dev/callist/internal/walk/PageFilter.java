package dev.callist.internal.walk;

import dev.callist.Call;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import dev.callist.ListingReport.Doubt;
import dev.callist.internal.walk.FilteredPage.Findings;
import dev.callist.internal.walk.join.JoinedPage;
import dev.callist.internal.walk.join.PageRows;
import dev.callist.internal.walk.resume.ListOrder;
import dev.callist.internal.walk.resume.PassedRows;
import dev.callist.internal.walk.seen.CallKey;
import dev.callist.internal.walk.seen.SeenCalls;
import dev.callist.internal.walk.seen.SeenCalls.Sighting;
import dev.callist.internal.walk.source.PageAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Selects the calls of each page that the walk hands over: drops calls that were seen before and calls that do not
 * match the query. Not thread-safe.
 */
final class PageFilter {
    /** How far past the window's start a newest-first list is read before the window counts as complete. */
    private static final Duration EARLY_STOP_SLACK = Duration.ofDays(1);

    private final CallQuery query;
    private final boolean mayStopEarly;
    private final SeenCalls seen;
    private final ListOrder orderBefore;
    private final Set<CallKey> searched = new HashSet<>();
    private ListOrder order = ListOrder.START;
    private long passed;
    private int pagesWithoutNewRows;

    /**
     * A filter for one walk.
     *
     * @param mayStopEarly whether the walk applies the start of the window, so that a page that is too old may end it
     * @param resumed the rows that an earlier walk has passed
     * @param seen the calls that the walk has seen
     */
    PageFilter(CallQuery query, boolean mayStopEarly, PassedRows resumed, SeenCalls seen) {
        this.query = query;
        this.mayStopEarly = mayStopEarly;
        this.seen = seen;
        this.orderBefore = resumed.order();
    }

    /** Whether the list has run newest first so far. */
    boolean isOrdered() {
        return orderBefore.holds() && order.holds();
    }

    /** What has been seen of the order of the list, by this walk and earlier ones. */
    ListOrder order() {
        return orderBefore.and(order);
    }

    /** When the last call with a creation time was created. */
    Optional<Instant> lastCreatedAt() {
        return order.last().or(orderBefore::last);
    }

    /** Calls to hand over so far. */
    long passed() {
        return passed;
    }

    /** Pages in a row that brought nothing new, not even to the search for the position of a resumed walk. */
    int pagesWithoutNewRows() {
        return pagesWithoutNewRows;
    }

    /** Whether any page may turn out to be the last one that is needed, because it is too old for the window. */
    boolean mayStopEarly() {
        return mayStopEarly;
    }

    /**
     * Filters a page. A failure of the query or of a call leaves the filter as it was.
     *
     * @param listEnd where the list ends, if it was read again from a time
     */
    FilteredPage filter(PageAddress address, JoinedPage joined, Optional<Instant> listEnd) {
        CallPage page = joined.page();
        Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
        doubts.addAll(joined.seam().doubts());
        doubts.addAll(page.doubts());
        if (!page.rejected().isEmpty()) {
            doubts.add(Doubt.REJECTED_ROW);
        }
        List<CallQuery.Match> matches = page.calls().stream().map(query::match).toList();
        List<Call> fresh = new ArrayList<>(page.calls().size());
        List<Call> wanted = new ArrayList<>(page.calls().size());
        int sharedIds = 0;
        for (int i = 0; i < matches.size(); i++) {
            Call call = page.calls().get(i);
            Sighting sighting = seen.add(call);
            if (sighting == Sighting.OTHER_CALL) {
                sharedIds++;
                doubts.add(Doubt.SHARED_ID);
            }
            if (sighting != Sighting.AGAIN) {
                fresh.add(call);
                if (matches.get(i) == CallQuery.Match.UNCLEAR) {
                    doubts.add(Doubt.UNCLEAR_FILTER);
                }
                if (matches.get(i) == CallQuery.Match.YES) {
                    wanted.add(call);
                }
            }
        }
        order = order.after(fresh.size(), i -> fresh.get(i).createdAt());
        if (listEnd.isPresent()) {
            doubts.add(Doubt.READ_FROM_TIME);
        }
        countPagesWithoutNewRows(joined, fresh.size());
        passed += wanted.size();
        Findings findings = new Findings(
                page.calls().size() - fresh.size(), fresh.size() - wanted.size(), sharedIds, isOrdered(), doubts);
        Optional<PageAddress> next =
                isPastWindow(address, page) ? Optional.empty() : joined.next().map(address::at);
        return new FilteredPage(address, joined, wanted, findings, next, listEnd);
    }

    private void countPagesWithoutNewRows(JoinedPage joined, int fresh) {
        boolean advances = fresh > 0 || (joined.passage().isSearching() && addsToSearch(joined.rows()));
        pagesWithoutNewRows = advances ? 0 : pagesWithoutNewRows + 1;
    }

    /** Notes where the search for the position of a resumed walk has come to; returns whether it is a new place. */
    private boolean addsToSearch(PageRows rows) {
        return rows.size() > 0 && searched.add(rows.key(rows.size() - 1));
    }

    /** Whether the list has run newest first and this whole page is too old for the window. */
    private boolean isPastWindow(PageAddress address, CallPage page) {
        boolean isSlice = address.window().filter(window -> !window.isRest()).isPresent();
        if (!mayStopEarly
                || !isOrdered()
                || !order.falls()
                || isSlice
                || page.calls().isEmpty()
                || query.createdFrom().isEmpty()) {
            return false;
        }
        Instant start = query.createdFrom().get();
        return page.calls().stream()
                .allMatch(call -> call.createdAt().isPresent()
                        && Duration.between(call.createdAt().get(), start).compareTo(EARLY_STOP_SLACK) > 0);
    }
}
