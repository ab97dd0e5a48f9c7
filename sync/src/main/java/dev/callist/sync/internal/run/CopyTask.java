package dev.callist.sync.internal.run;

import dev.callist.sync.SyncReport.Purpose;
import dev.callist.sync.TimeRange;
import dev.callist.sync.UnfinishedListing;
import java.util.Optional;

/**
 * A listing to make.
 *
 * @param purpose why
 * @param range which calls
 * @param continued the listing of an earlier run that it continues
 */
record CopyTask(Purpose purpose, TimeRange range, Optional<UnfinishedListing> continued) {
    /** A listing from its start. */
    static CopyTask of(Purpose purpose, TimeRange range) {
        return new CopyTask(purpose, range, Optional.empty());
    }

    /** The rest of a listing that an earlier run did not finish. */
    static CopyTask of(UnfinishedListing unfinished) {
        return new CopyTask(Purpose.CONTINUED, unfinished.range(), Optional.of(unfinished));
    }

    /** Whether it reads history, which leaves the watermark where it is. */
    boolean isBackfill() {
        return purpose == Purpose.HISTORY
                || continued.filter(UnfinishedListing::isBackfill).isPresent();
    }

    /** Whether it has new ground to cover, so that the next run should continue it. */
    boolean keepsPosition() {
        return purpose != Purpose.IN_DOUBT && purpose != Purpose.AUDIT;
    }
}
