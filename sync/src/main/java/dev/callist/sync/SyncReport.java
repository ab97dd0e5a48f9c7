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
 * @param readings the listings, in their order
 * @param watermarkBefore the watermark before the run
 * @param watermarkAfter the watermark now
 * @param inDoubt the ranges that were read but are not proved to be complete, the oldest first
 */
public record SyncReport(
        SyncSource source,
        Instant startedAt,
        List<Reading> readings,
        Optional<Instant> watermarkBefore,
        Optional<Instant> watermarkAfter,
        List<TimeRange> inDoubt) {
    /** Copies the lists. */
    public SyncReport {
        readings = List.copyOf(readings);
        inDoubt = List.copyOf(inDoubt);
    }

    /** What all listings wrote. */
    public WriteCounts counts() {
        return readings.stream().map(Reading::counts).reduce(WriteCounts.NONE, WriteCounts::plus);
    }

    /** What the audit found changed in an earlier day; empty if no day was audited. */
    public Optional<WriteCounts> drift() {
        return readings.stream()
                .filter(reading -> reading.purpose() == Purpose.AUDIT)
                .map(Reading::counts)
                .reduce(WriteCounts::plus);
    }

    /** The number of pages read plus repeated attempts. */
    public long requests() {
        return readings.stream().mapToLong(Reading::requests).sum();
    }

    /** Why ranges are in doubt, according to the listings of this run. */
    public Set<Doubt> doubts() {
        Set<Doubt> all = EnumSet.noneOf(Doubt.class);
        readings.forEach(reading -> all.addAll(reading.listing().doubts()));
        return all;
    }

    /** The worst completeness of this run's listings; at best UNKNOWN if a range is in doubt. */
    public Completeness completeness() {
        return readings.stream()
                .map(reading -> reading.listing().completeness())
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
     * @param listing how it went
     */
    public record Reading(Purpose purpose, TimeRange range, WriteCounts counts, ListingReport listing) {
        /** The number of pages read plus repeated attempts. */
        public long requests() {
            return (long) listing.pages() + listing.retries();
        }
    }
}
