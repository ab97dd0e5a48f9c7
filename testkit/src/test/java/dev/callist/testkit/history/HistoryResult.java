package dev.callist.testkit.history;

import dev.callist.ListingReport;
import dev.callist.ListingReport.Completeness;
import java.util.List;
import java.util.function.Predicate;

/**
 * The result of reading a history's list.
 *
 * @param handedOver the calls handed over, in order
 * @param ended how the reading ended
 * @param report the report of the last walk
 * @param stretches how often the reader began or resumed, each time with another lister
 * @param concurrency how many requests the reader might have under way at once
 * @param complaints what must not have happened
 */
record HistoryResult(
        List<Integer> handedOver,
        Ended ended,
        ListingReport report,
        int stretches,
        int concurrency,
        List<String> complaints) {
    /** How a part of the reading ended. */
    enum Ended {
        AT_THE_END,
        AT_THE_LIMIT,
        STOPPED_EARLY,
        FOR_GOOD
    }

    /** Whether the list was read as far as it was to be. */
    boolean isFinished() {
        return ended == Ended.AT_THE_END || ended == Ended.AT_THE_LIMIT;
    }

    /** Whether it was to be read up to a number of calls only. */
    boolean isLimited() {
        return ended == Ended.AT_THE_LIMIT;
    }

    /** Whether the last report says that nothing is missing. */
    boolean isComplete() {
        return isFinished() && report.completeness() == Completeness.COMPLETE;
    }

    /** Whether the reader has resumed with another lister. */
    boolean hasGoneOn() {
        return stretches > 1;
    }

    /** The part of the result that is of one of several lists. */
    HistoryResult only(Predicate<Integer> own) {
        return new HistoryResult(
                handedOver.stream().filter(own).toList(), ended, report, stretches, concurrency, complaints);
    }
}
