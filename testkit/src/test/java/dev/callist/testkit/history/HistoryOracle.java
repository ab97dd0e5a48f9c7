package dev.callist.testkit.history;

import dev.callist.testkit.history.History.Mood;
import dev.callist.testkit.history.History.Order;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What must be true of a history, whatever happened in it. The exceptions:
 *
 * <ul>
 *   <li>A resumed reader knows only the last 16 calls, so a call that is in the list twice may be repeated. If it has to
 *       search for its position, because rows shift or a token has expired, and the order does not show it or the report
 *       says that the position was lost, earlier calls may be repeated.
 *   <li>In a counted list whose rows shift, a call that is in the list twice may be mistaken for the position, and so may a
 *       row in a list whose order shows only later; the rows in between are then missed.
 * </ul>
 */
final class HistoryOracle {
    private final History history;
    private final HistoryServer server;
    private final HistoryResult result;
    private final List<String> complaints;
    private final boolean countsRows;

    private HistoryOracle(History history, HistoryServer server, HistoryResult result) {
        this.history = history;
        this.server = server;
        this.result = result;
        this.countsRows = server.protocol().countsRows();
        this.complaints = new ArrayList<>(result.complaints());
    }

    /** The violations of a result; empty when there are none. An abandoned request may still be pending. */
    static List<String> complaints(History history, HistoryServer server, HistoryResult result) {
        HistoryOracle oracle = new HistoryOracle(history, server, result);
        synchronized (server) {
            oracle.repeated();
            oracle.lost();
            oracle.doubtful();
            oracle.unordered();
            oracle.unwanted();
            oracle.tooMany();
        }
        return oracle.complaints;
    }

    private void repeated() {
        Set<Integer> once = new HashSet<>();
        List<Integer> twice =
                result.handedOver().stream().filter(call -> !once.add(call)).toList();
        boolean isForgotten = result.hasGoneOn() && history.has(Mood.CALLS_TWICE);
        boolean isExcused = !result.isComplete() && (result.hasDrifted() || history.has(Mood.EXPIRY));
        complain(!twice.isEmpty() && !isForgotten && !isExcused, "repeated " + twice);
    }

    private void lost() {
        List<Integer> handedOver = result.handedOver();
        int end = !result.isLimited()
                ? Integer.MAX_VALUE
                : handedOver.isEmpty() ? 0 : server.list().placeOf(handedOver.get(handedOver.size() - 1));
        List<Integer> missing = server.list().standing().stream()
                .filter(call -> server.list().placeOf(call) < end && !handedOver.contains(call))
                .toList();
        complain(!missing.isEmpty() && result.isComplete(), "lost " + missing + " and said COMPLETE");
    }

    /** Whether rows shift. */
    private boolean moves() {
        return history.isMovedWithin() || history.has(Mood.ARRIVALS) || history.has(Mood.EMPTY_PAGES);
    }

    /** Whether the list runs newest first and hardly any two rows have the same second. */
    private boolean orderTells() {
        return history.order() == Order.NEWEST_FIRST && history.spacing() > 2 && !history.has(Mood.UNDATED_ROWS);
    }

    /** With arrivals at the top only, or no changes at all, no exception applies. */
    private void doubtful() {
        boolean hasFlaws = history.has(Mood.BROKEN_ROWS)
                || history.has(Mood.EXPIRY)
                || history.has(Mood.CALLS_TWICE)
                || (countsRows && history.total() == History.Total.WRONG);
        boolean isStable = !moves();
        boolean growsOnTop = !history.isMovedWithin()
                && history.order() == Order.NEWEST_FIRST
                && !history.has(Mood.UNDATED_ROWS)
                && !(countsRows && history.has(Mood.EMPTY_PAGES));
        complain(
                result.isFinished()
                        && !result.isComplete()
                        && !hasFlaws
                        && (isStable || growsOnTop)
                        && server.protocol().canOverlap(history.mostRows()),
                "did not say COMPLETE");
    }

    private void unordered() {
        boolean isUnclear =
                countsRows && moves() && !(orderTells() && server.protocol().canOverlap(history.mostRows()));
        if (history.isMovedWithin() || history.has(Mood.CALLS_TWICE) || history.has(Mood.EXPIRY) || isUnclear) {
            return;
        }
        List<Integer> places = result.handedOver().stream()
                .filter(call -> call <= history.calls())
                .map(server.list()::placeOf)
                .toList();
        complain(!places.equals(places.stream().sorted().toList()), "handed over in another order");
    }

    private void unwanted() {
        List<ListedCall> unwanted = history.has(Mood.UPDATES)
                ? List.of()
                : result.handedOver().stream()
                        .map(call -> server.list().rows().get(server.list().placeOf(call)))
                        .filter(row -> !row.isWantedBy(history.query()))
                        .toList();
        complain(!unwanted.isEmpty(), "handed over what was not asked for " + unwanted);
    }

    private void tooMany() {
        int bound = 60 + 12 * server.list().rows().size();
        complain(server.requests() > bound, server.requests() + " requests");
    }

    private void complain(boolean fault, String complaint) {
        if (fault) {
            complaints.add(complaint);
        }
    }
}
