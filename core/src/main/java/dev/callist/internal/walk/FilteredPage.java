package dev.callist.internal.walk;

import dev.callist.Call;
import dev.callist.CallPage;
import dev.callist.ListingReport.Doubt;
import dev.callist.RejectedRow;
import dev.callist.internal.walk.join.JoinedPage;
import dev.callist.internal.walk.source.PageAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A page after filtering, ready to be handed over.
 *
 * @param address where the page was fetched
 * @param joined the page, joined to the rows before it
 * @param calls the calls to hand over
 * @param findings what was left out, and what that says about the list
 * @param next where the walk continues; absent when it ends here
 * @param listEnd where the list ends that the page belongs to, if it was read again from a time
 */
record FilteredPage(
        PageAddress address,
        JoinedPage joined,
        List<Call> calls,
        Findings findings,
        Optional<PageAddress> next,
        Optional<Instant> listEnd) {
    /**
     * What filtering a page has found.
     *
     * @param duplicates calls that were seen before
     * @param filtered calls that the query does not want
     * @param sharedIds calls whose id another call has
     * @param ordered whether the list has run newest first so far
     * @param doubts why matching calls may have been left out
     */
    record Findings(int duplicates, int filtered, int sharedIds, boolean ordered, Set<Doubt> doubts) {}

    /** This page with other rejected rows. */
    FilteredPage withRejected(List<RejectedRow> rejected) {
        CallPage page = joined.page().toBuilder().rejected(rejected).build();
        JoinedPage with = new JoinedPage(page, joined.rows(), joined.seam(), joined.passage(), joined.next());
        return new FilteredPage(address, with, calls, findings, next, listEnd);
    }

    /** This page, after which the walk continues at another address. */
    FilteredPage continuingAt(Optional<PageAddress> place) {
        return new FilteredPage(address, joined, calls, findings, place, listEnd);
    }
}
