package dev.callist;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What a walk did. Counters cover the pages that the walk has reached so far; the report is final once
 * {@link #endReason()} is present, unless the walk failed and is gone on with.
 *
 * @param pages pages reached
 * @param calls calls handed over
 * @param duplicates rows dropped because their call had been seen before
 * @param rejected rows that are no calls
 * @param filteredHere calls that the server gave and the query does not want
 * @param retries failed attempts that a later one made good
 * @param waited time spent waiting between attempts
 * @param ordered whether the list ran newest first throughout, by {@link Call#createdAt()}
 * @param drifted whether rows were seen to shift while the list was read
 * @param endReason how the walk ended; absent while it is under way
 * @param completeness how much of the list was handed over; the worst of all walks that a resumed one goes on from
 */
public record ListingReport(
        int pages,
        long calls,
        long duplicates,
        long rejected,
        long filteredHere,
        int retries,
        Duration waited,
        boolean ordered,
        boolean drifted,
        Optional<EndReason> endReason,
        Completeness completeness) {
    /** Checks that all parts are there. */
    public ListingReport {
        Objects.requireNonNull(waited, "waited");
        Objects.requireNonNull(endReason, "endReason");
        Objects.requireNonNull(completeness, "completeness");
    }

    /** How a walk ended. */
    public enum EndReason {
        /** The provider said that the list ends here. */
        END_OF_LIST,
        /** {@link CallListing#limit} was reached. */
        LIMIT,
        /** {@link CallListing#deadline} was reached. */
        DEADLINE,
        /** The iterator, the stream or the lister was closed. */
        CLOSED,
        /** A {@link CallListException} was thrown; the walk can be gone on with. */
        FAILED
    }

    /** How much of the list was handed over. */
    public enum Completeness {
        /** Every matching call that stood in the list from the first to the last request; with LIMIT, up to the last. */
        COMPLETE,
        /** An anchor was lost, or a field that a filter needs could not be read: nobody can tell. */
        UNKNOWN,
        /** A row was rejected, or the walk has not come to its end. */
        INCOMPLETE
    }
}
