package dev.callist.testkit.history;

import java.util.List;

/**
 * The result of reading a history's list.
 *
 * @param handedOver the calls handed over, in order
 * @param isFinished whether the list was read as far as it was to be
 * @param isLimited whether it was to be read up to a number of calls only
 * @param isComplete whether nothing was said to be missing
 * @param hasGoneOn whether the reader has resumed with another lister
 * @param hasDrifted whether rows were seen to shift and the reader has resumed with another lister
 * @param complaints what must not have happened
 */
record HistoryResult(
        List<Integer> handedOver,
        boolean isFinished,
        boolean isLimited,
        boolean isComplete,
        boolean hasGoneOn,
        boolean hasDrifted,
        List<String> complaints) {}
