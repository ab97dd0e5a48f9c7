package dev.callist;

import dev.callist.ListingReport.Completeness;
import dev.callist.ListingReport.EndReason;
import java.time.Duration;
import java.util.Optional;

/**
 * The sums over the pages that a walk has reached, and the worst that is known of what it has handed over, from before a
 * resume too.
 */
record Tally(
        int pages,
        long duplicates,
        long rejected,
        long filtered,
        int retries,
        Duration waited,
        boolean ordered,
        boolean drifted,
        Completeness known) {
    static final Tally NONE = after(Optional.empty());

    /** Nothing yet, on top of what a walk knew that stopped there. */
    static Tally after(Optional<Bookmark> start) {
        Completeness known = start.map(Bookmark::known).orElse(Completeness.COMPLETE);
        return new Tally(0, 0, 0, 0, 0, Duration.ZERO, true, false, known);
    }

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
                worst(known, flaw(batch)));
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
                worst(known, other.known));
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
        return reachedEnd ? known : Completeness.INCOMPLETE;
    }

    private static Completeness flaw(Batch batch) {
        if (!batch.page().rejected().isEmpty()) {
            return Completeness.INCOMPLETE;
        }
        return batch.certain() ? Completeness.COMPLETE : Completeness.UNKNOWN;
    }

    private static Completeness worst(Completeness one, Completeness other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
