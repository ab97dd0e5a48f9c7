package dev.callist.testkit.history;

import dev.callist.ListingReport.Completeness;
import dev.callist.testkit.history.History.Mood;
import dev.callist.testkit.history.History.Order;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How many histories ended in which way, why, and what may have made the others doubtful. Thread-safe. */
final class HistoryCounts {
    private static final int MAX_CAUSES = 25;

    private final Map<String, Integer> all = new HashMap<>();
    private final Map<String, Integer> doubtful = new HashMap<>();
    private final Map<String, Integer> reasons = new TreeMap<>();
    private int histories;
    private int complete;
    private int plain;

    /** Counts a result of reading these lists. */
    synchronized void add(List<History> lists, HistoryResult result, boolean isPlain) {
        histories++;
        plain += isPlain ? 1 : 0;
        complete += result.isComplete() ? 1 : 0;
        boolean isUnknown = result.isFinished() && result.report().completeness() == Completeness.UNKNOWN;
        if (isUnknown) {
            result.report().doubts().forEach(doubt -> reasons.merge(doubt.name(), 1, Integer::sum));
        }
        for (String cause : causes(lists)) {
            all.merge(cause, 1, Integer::sum);
            doubtful.merge(cause, isUnknown ? 1 : 0, Integer::sum);
        }
    }

    /** What happened in these lists, each by itself: a history counts for each of its moods. */
    private static Set<String> causes(List<History> lists) {
        Set<String> causes = new TreeSet<>();
        for (History history : lists) {
            history.moods().stream()
                    .filter(mood -> mood != Mood.OTHER_ORDER)
                    .map(Mood::name)
                    .forEach(causes::add);
            causes.add("total " + history.habits().total());
            if (history.order() != Order.NEWEST_FIRST) {
                causes.add("order " + history.order());
            }
        }
        causes.add("all");
        return causes;
    }

    synchronized int histories() {
        return histories;
    }

    synchronized int percentComplete() {
        return complete * 100 / Math.max(1, histories);
    }

    /** How many histories had to end COMPLETE. */
    synchronized int plain() {
        return plain;
    }

    /** The counts, and the share of UNKNOWN among the histories in which something happened. */
    @Override
    public synchronized String toString() {
        List<String> causes = new ArrayList<>(all.keySet());
        causes.sort(Comparator.comparing(doubtful::get).reversed());
        return complete + " of " + histories + " histories COMPLETE, " + plain + " of which had to be; UNKNOWN: "
                + causes.stream()
                        .limit(MAX_CAUSES)
                        .map(cause -> cause + " " + doubtful.get(cause) + " of " + all.get(cause))
                        .collect(Collectors.joining(", "))
                + "; reasons: " + reasons;
    }
}
