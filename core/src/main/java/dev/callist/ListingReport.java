package dev.callist;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a walk did. Counters cover the pages that the walk has reached so far. The report is final once {@link #endReason()} is
 * present, unless the walk failed and continues. Immutable.
 */
@Value.Immutable
@ValueStyle
public abstract class ListingReport {
    ListingReport() {}

    /** Starts building a report. */
    public static ListingReportBuilder builder() {
        return new ListingReportBuilder();
    }

    /** A builder with the values of this report. */
    public ListingReportBuilder toBuilder() {
        return builder().copyFrom(this);
    }

    /** Pages reached. */
    public abstract int pages();

    /** Calls returned. */
    public abstract long calls();

    /** Rows dropped because their call had been seen before. */
    public abstract long duplicates();

    /** Rows that are not calls. */
    public abstract long rejected();

    /** Calls that the server returned but the walk filtered out. */
    public abstract long filteredHere();

    /** Failed attempts that were followed by a successful one. */
    public abstract int retries();

    /** Time spent waiting between attempts. */
    public abstract Duration waited();

    /** Whether the list ran newest first throughout, by {@link Call#createdAt()}. */
    public abstract boolean ordered();

    /** Whether rows shifted while the list was read. */
    public abstract boolean drifted();

    /** How many fields of calls could not be read, by the name that {@link Call#problems()} has for them. */
    public abstract Map<String, Long> unreadableFields();

    /** How the walk ended; absent while it is running. */
    public abstract Optional<EndReason> endReason();

    /** How much of the list was returned; for a resumed walk, the worst value of this walk and all earlier ones. */
    public abstract Completeness completeness();

    /** How a walk ended. */
    public enum EndReason {
        /** The provider signalled the end of the list. */
        END_OF_LIST,
        /** {@link CallListing#limit} was reached. */
        LIMIT,
        /** {@link CallListing#deadline} was reached. */
        DEADLINE,
        /** The iterator, the stream or the lister was closed. */
        CLOSED,
        /** A {@link CallListException} was thrown; the walk can continue. */
        FAILED
    }

    /** How much of the list was returned. */
    public enum Completeness {
        /**
         * Every matching call that was in the list from the first to the last request was returned; with LIMIT, every
         * one up to the last call.
         */
        COMPLETE,
        /**
         * Rows may be missing between two pages, a page had null in place of its list, or a field that a filter needs
         * could not be read.
         */
        UNKNOWN,
        /** A row was rejected, or the walk has not reached the end. */
        INCOMPLETE
    }
}
