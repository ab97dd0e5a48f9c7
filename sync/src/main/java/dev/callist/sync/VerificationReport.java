package dev.callist.sync;

import dev.callist.ListingReport;
import dev.callist.ListingReport.Completeness;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a {@link CallVerification} found. Immutable.
 *
 * @param range what was compared
 * @param days the local days that have calls, the earliest first; calls without a time last
 * @param listing how the listing went
 */
public record VerificationReport(TimeRange range, List<Day> days, ListingReport listing) {
    /** Copies the list. */
    public VerificationReport {
        days = List.copyOf(days);
    }

    /** The counts of all days. */
    public Day total() {
        return days.stream().reduce(Day.NONE, Day::plus);
    }

    /** Whether no difference was found. */
    public boolean isEqual() {
        return total().differences() == 0;
    }

    /** Whether the copy is known to be equal: no difference was found, and the listing is COMPLETE. */
    public boolean isProved() {
        return isEqual() && listing.completeness() == Completeness.COMPLETE;
    }

    /**
     * The counts of a local day.
     *
     * @param date the day; absent for calls without a time, and for a total
     * @param inCopy calls in the copy
     * @param inList calls in the list
     * @param onlyInCopy calls in the copy only
     * @param onlyInList calls in the list only
     * @param different calls in both, with different content
     */
    public record Day(
            Optional<LocalDate> date, long inCopy, long inList, long onlyInCopy, long onlyInList, long different) {
        /** No calls. */
        public static final Day NONE = new Day(Optional.empty(), 0, 0, 0, 0, 0);

        /** How many calls differ or are on one side only. */
        public long differences() {
            return onlyInCopy + onlyInList + different;
        }

        /** The sum of both, with the date of this one. */
        public Day plus(Day more) {
            return new Day(
                    date,
                    inCopy + more.inCopy,
                    inList + more.inList,
                    onlyInCopy + more.onlyInCopy,
                    onlyInList + more.onlyInList,
                    different + more.different);
        }
    }
}
