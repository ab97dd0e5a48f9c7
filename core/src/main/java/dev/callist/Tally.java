package dev.callist;

import dev.callist.ListingReport.Completeness;
import dev.callist.ListingReport.EndReason;
import java.time.Duration;
import java.util.Optional;

/** The sums over the pages that a walk has reached. */
record Tally(
        int pages,
        long duplicates,
        long rejected,
        long filtered,
        int retries,
        Duration waited,
        boolean ordered,
        boolean drifted,
        boolean certain) {
    static final Tally NONE = new Tally(0, 0, 0, 0, 0, Duration.ZERO, true, false, true);

    Tally plus(Batch batch) {
        CallPage page = batch.page();
        return new Tally(
                pages + 1,
                duplicates + batch.duplicates(),
                rejected + page.rejected().size(),
                filtered + batch.filtered(),
                retries + page.retries(),
                waited.plus(page.waited()),
                batch.ordered(),
                drifted || page.drifted(),
                certain && batch.certain());
    }

    /** The sums over the pages of two walks. */
    Tally and(Tally other) {
        return new Tally(
                pages + other.pages,
                duplicates + other.duplicates,
                rejected + other.rejected,
                filtered + other.filtered,
                retries + other.retries,
                waited.plus(other.waited),
                ordered && other.ordered,
                drifted || other.drifted,
                certain && other.certain);
    }

    ListingReport report(long calls, Optional<EndReason> end) {
        return new ListingReport(
                pages,
                calls,
                duplicates,
                rejected,
                filtered,
                retries,
                waited,
                ordered,
                drifted,
                end,
                completeness(end));
    }

    private Completeness completeness(Optional<EndReason> end) {
        boolean reachedEnd = end.filter(reason -> reason == EndReason.END_OF_LIST || reason == EndReason.LIMIT)
                .isPresent();
        if (!reachedEnd || rejected > 0) {
            return Completeness.INCOMPLETE;
        }
        return certain ? Completeness.COMPLETE : Completeness.UNKNOWN;
    }
}
