package dev.callist;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/**
 * What a walk did. Counters cover the pages that the walk has reached so far. The report is final once {@link
 * #endReason()} is present, unless the walk failed and continues. Immutable.
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

    /**
     * Calls that have the id of an earlier call but cannot be that call, such as the second leg of a transfer:
     * creation, direction, a party, the parent, or the duration of a call that is not live is another one. They are
     * handed over.
     */
    @Value.Default
    public long sharedIds() {
        return 0;
    }

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

    /**
     * How many rows the pages had that this walk went down to, because the provider failed on larger ones; the fewest
     * of all lists of a merged walk. Absent if no page was too large.
     */
    public abstract OptionalInt reducedPageSize();

    /**
     * How many rows the list has, as the last page that gave a total said; the sum if each list of a merged walk has
     * one. Absent if the provider gives none. It counts what the server's filters leave, may be out of date, and proves
     * nothing: {@link #calls()} may be fewer or more.
     */
    public abstract OptionalLong listTotal();

    /** How the walk ended; absent while it is running. */
    public abstract Optional<EndReason> endReason();

    /**
     * Why calls may be missing, or are; for a resumed walk, also what all earlier walks found. Empty if nothing was
     * found.
     */
    public abstract Set<Doubt> doubts();

    /** How much of the list was returned, as far as this walk and all earlier ones that it continues know. */
    public final Completeness completeness() {
        boolean hasReachedEnd = endReason()
                .filter(reason -> reason == EndReason.END_OF_LIST || reason == EndReason.LIMIT)
                .isPresent();
        return doubts().stream()
                .map(Doubt::completeness)
                .reduce(
                        hasReachedEnd ? Completeness.COMPLETE : Completeness.INCOMPLETE,
                        (one, other) -> one.compareTo(other) > 0 ? one : other);
    }

    /**
     * This report, if it says COMPLETE.
     *
     * @throws CallListException of the kind NOT_COMPLETE otherwise; its detail has the {@link Doubt#phrase()} of each
     *     doubt
     */
    public final ListingReport requireComplete() {
        if (completeness() == Completeness.COMPLETE) {
            return this;
        }
        String reasons = doubts().stream().sorted().map(Doubt::phrase).collect(Collectors.joining("; "));
        String end = endReason().map(EndReason::name).orElse("not ended yet");
        throw CallListException.of(CallListException.Kind.NOT_COMPLETE, "list")
                .detail(completeness() + ": " + (reasons.isEmpty() ? end : reasons))
                .build()
                .asException();
    }

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
        /** Calls may be missing; {@link #doubts()} says why. */
        UNKNOWN,
        /** A row was rejected, a lister was skipped, or the walk has not reached the end. */
        INCOMPLETE
    }

    /** A reason why a list is not known to be complete. */
    public enum Doubt {
        /** Rows may have been missed where two pages should overlap. */
        BETWEEN_PAGES(Completeness.UNKNOWN, "rows may be missing between two pages"),
        /** None of the calls before the resume point was found again. */
        POSITION_LOST(Completeness.UNKNOWN, "the position of the resume point was not found again"),
        /** The provider says that the list has more rows than it returned. */
        BELOW_TOTAL(Completeness.UNKNOWN, "the provider counts more rows than it returned"),
        /**
         * A filter could not judge a call that no other filter ruled out: the field is absent or unreadable, its word
         * for direction or status is not known, or its party is not a number where a number is requested.
         */
        UNCLEAR_FILTER(Completeness.UNKNOWN, "a filter met a value that it could not judge"),
        /**
         * A cursor expired, and the list was read again from the time of its last call, because not all calls before
         * are remembered. A call without a time, or one that the provider lists elsewhere, may be missing.
         */
        READ_FROM_TIME(Completeness.UNKNOWN, "the list was read again from a time because a cursor expired"),
        /**
         * A row has the id of an earlier call but cannot be that call; it was handed over, see {@link #sharedIds()}.
         */
        SHARED_ID(Completeness.UNKNOWN, "different calls have the same id"),
        /** The response had null in place of its list of rows. */
        NO_LIST(Completeness.UNKNOWN, "a page had null in place of its list"),
        /** The provider named the next page by its number only, and rows may have shifted meanwhile. */
        UNSTABLE_PAGE(Completeness.UNKNOWN, "a next page was known by its number only"),
        /** A row was not a call. */
        REJECTED_ROW(Completeness.INCOMPLETE, "a row was not a call"),
        /** A lister of a merged list failed and was skipped. */
        LISTER_SKIPPED(Completeness.INCOMPLETE, "a lister failed and was skipped");

        private final Completeness completeness;
        private final String phrase;

        Doubt(Completeness completeness, String phrase) {
            this.completeness = completeness;
            this.phrase = phrase;
        }

        /** How complete a list with this doubt is at best. */
        public Completeness completeness() {
            return completeness;
        }

        /** The reason in a few English words, such as "a row was not a call". */
        public String phrase() {
            return phrase;
        }
    }
}
