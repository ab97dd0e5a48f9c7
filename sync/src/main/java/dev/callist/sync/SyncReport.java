package dev.callist.sync;

import dev.callist.ListingReport;
import dev.callist.ListingReport.Completeness;
import dev.callist.ListingReport.Doubt;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a run of {@link CallSync} did. Immutable.
 *
 * @param source what was copied
 * @param startedAt the start of the run, as in {@code first_seen} and {@code changed_at}
 * @param listings the listings, in their order
 * @param watermarkBefore the watermark before the run
 * @param watermarkAfter the watermark now
 * @param inDoubt the ranges that were read but are not proved to be complete, the oldest first
 */
public record SyncReport(
        SyncSource source,
        Instant startedAt,
        List<SyncedListing> listings,
        Optional<Instant> watermarkBefore,
        Optional<Instant> watermarkAfter,
        List<TimeRange> inDoubt) {
    /** Copies the lists. */
    public SyncReport {
        listings = List.copyOf(listings);
        inDoubt = List.copyOf(inDoubt);
    }

    /** What all listings wrote. */
    public WriteCounts counts() {
        return listings.stream().map(SyncedListing::counts).reduce(WriteCounts.NONE, WriteCounts::plus);
    }

    /** What the audit found changed in an earlier day; empty if no day was audited. */
    public Optional<WriteCounts> drift() {
        return listings.stream()
                .filter(listing -> listing.purpose() == Purpose.AUDIT)
                .map(SyncedListing::counts)
                .reduce(WriteCounts::plus);
    }

    /** The number of pages read plus repeated attempts. */
    public long requests() {
        return listings.stream().mapToLong(SyncedListing::requests).sum();
    }

    /** Why ranges are in doubt, according to the listings of this run. */
    public Set<Doubt> doubts() {
        Set<Doubt> all = EnumSet.noneOf(Doubt.class);
        listings.forEach(listing -> all.addAll(listing.report().doubts()));
        return all;
    }

    /** The worst completeness of this run's listings; at best UNKNOWN if a range is in doubt. */
    public Completeness completeness() {
        return listings.stream()
                .map(listing -> listing.report().completeness())
                .reduce(
                        inDoubt.isEmpty() ? Completeness.COMPLETE : Completeness.UNKNOWN,
                        (one, other) -> one.compareTo(other) > 0 ? one : other);
    }

    /** Why a listing was made. */
    public enum Purpose {
        /** An earlier run did not finish it. */
        CONTINUED,
        /** New calls, and those that may have changed. */
        RECENT,
        /** An earlier run read the range, but could not prove that nothing is missing. */
        IN_DOUBT,
        /** Calls from before the first run. */
        HISTORY,
        /** A random earlier day, to see whether it has changed. */
        AUDIT
    }

    /**
     * A listing of a run.
     *
     * @param purpose why it was made
     * @param range what was listed
     * @param counts what was written
     * @param report how it went
     */
    public record SyncedListing(Purpose purpose, TimeRange range, WriteCounts counts, ListingReport report) {
        /** The number of pages read plus repeated attempts. */
        public long requests() {
            return (long) report.pages() + report.retries();
        }
    }
}
