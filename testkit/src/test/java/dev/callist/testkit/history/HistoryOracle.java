package dev.callist.testkit.history;

import dev.callist.ListingReport.Doubt;
import dev.callist.testkit.history.History.Mood;
import dev.callist.testkit.history.History.Order;
import dev.callist.testkit.history.ServerHabits.Total;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What must be true of a history, whatever happened in it: if the last report says COMPLETE, every call that was in the
 * list and matched from the first request to the last one was handed over, and none twice. The exceptions are what no
 * reader can notice:
 *
 * <ul>
 *   <li>A call that moves up, perhaps because its time changes, may pass the reader; see {@link ChangingList#move}.
 *   <li>In a list that ran newest first as far as it was read, a call below an older one may be missed where the reader
 *       stopped at calls that were too old, or had to find its position by time, because a token had expired or the
 *       calls that it remembers had vanished.
 *   <li>A call whose time changes while windows of time are read at once may be in none of them when it is read.
 *   <li>In counted pages of two or three rows a row that moves may take the place of the row where the pages overlap:
 *       it has hardly any neighbours that could show it.
 *   <li>In a list without a right total, the second row of a call that is listed twice may come to be where the first
 *       one was: no total shows that the rows between have moved up.
 *   <li>A total that lags may equal the rows of a first page that was cut short: that is what a list of one page looks
 *       like.
 *   <li>A resumed reader remembers only its last calls. It may repeat a call that is in the list twice, or that has
 *       moved.
 * </ul>
 *
 * <p>Without a resume no call is handed over twice even if the report says UNKNOWN, unless its time has changed: it
 * then may be another call.
 */
final class HistoryOracle {
    private final History history;
    private final HistoryServer server;
    private final HistoryResult result;
    private final List<String> complaints = new ArrayList<>();
    private final boolean countsRows;

    private HistoryOracle(HistoryServer server, HistoryResult result) {
        this.history = server.history();
        this.server = server;
        this.result = result;
        this.countsRows = server.protocol().countsRows();
    }

    /** The violations of a result; empty when there are none. An abandoned request may still be pending. */
    static List<String> complaints(HistoryServer server, HistoryResult result) {
        HistoryOracle oracle = new HistoryOracle(server, result);
        synchronized (server) {
            oracle.repeated();
            oracle.lost();
            oracle.unordered();
            oracle.unwanted();
            oracle.tooMany();
        }
        return oracle.complaints;
    }

    /** Whether nothing happened that a reader may doubt, so that it must say COMPLETE. */
    static boolean mustBeComplete(HistoryServer server) {
        History history = server.history();
        return history.isPlain()
                && server.protocol().canOverlap(history.habits().mostRows());
    }

    private void repeated() {
        Set<Integer> once = new HashSet<>();
        List<Integer> twice = result.handedOver().stream()
                .filter(call -> !once.add(call))
                .filter(call -> !server.list().moved().contains(call) || !(result.hasGoneOn() || !result.isComplete()))
                .toList();
        boolean isForgotten = result.hasGoneOn() && history.has(Mood.CALLS_TWICE);
        boolean isDoubted = result.hasGoneOn() && !result.isComplete();
        complain(!twice.isEmpty() && !isForgotten && !isDoubted, "repeated " + twice);
    }

    private void lost() {
        List<Integer> handedOver = result.handedOver();
        int end = !result.isLimited()
                ? Integer.MAX_VALUE
                : handedOver.isEmpty() ? 0 : server.list().placeOf(handedOver.get(handedOver.size() - 1));
        boolean readsWindows = !countsRows && result.concurrency() > 1;
        List<Integer> missing = server.list().standing().stream()
                .filter(call -> server.list().lastPlaceOf(call) < end && !handedOver.contains(call))
                .filter(call -> !server.list().isOutOfOrder(call) || !mayBeHidden(call))
                .filter(call -> !readsWindows || !server.list().moved().contains(call))
                .filter(call -> !isPassedUnseen(call))
                .toList();
        complain(
                !missing.isEmpty() && result.isComplete() && !isOverlapFaked() && !isEndFaked(),
                "lost " + missing + " and said COMPLETE");
    }

    /**
     * Whether a call that moved down at random may have passed just this one, while another one moved from above both
     * to below, in a list without a right total: then the one that moved is where it is expected, and no row seems to
     * be missing.
     */
    private boolean isPassedUnseen(int call) {
        List<ListedCall> below = server.list().rows().stream()
                .skip(server.list().lastPlaceOf(call) + 1L)
                .filter(row -> !row.isGone())
                .limit(1)
                .toList();
        Set<Integer> moved = server.list().moved();
        return countsRows
                && history.has(Mood.MOVED_ROWS)
                && history.habits().total() != Total.RIGHT
                && moved.size() > 1
                && below.stream().anyMatch(row -> moved.contains(row.call()));
    }

    /** Whether a row that moved may have taken the place of another without neighbours that show it. */
    private boolean isOverlapFaked() {
        int rows = Math.min(
                history.query().pageSize().orElse(Integer.MAX_VALUE),
                history.habits().mostRows());
        boolean hasNoTotal = history.habits().total() != Total.RIGHT;
        return countsRows
                && ((history.has(Mood.MOVED_ROWS) && rows <= 3)
                        || (history.has(Mood.CALLS_TWICE) && history.has(Mood.DELETIONS) && hasNoTotal));
    }

    /** Whether an old total may have said that the only page read was the whole list. */
    private boolean isEndFaked() {
        return history.has(Mood.LAGGING_TOTAL)
                && result.handedOver().size() <= history.habits().mostRows();
    }

    /** Whether the reader may have relied on an order that it had seen to hold down to a call that is out of order. */
    private boolean mayBeHidden(int call) {
        boolean stopsEarly = !server.protocol().selectsByTime()
                && history.query().createdFrom().isPresent();
        boolean hadToSearch = countsRows
                ? history.isMovedWithin() || history.has(Mood.ARRIVALS)
                : history.has(Mood.EXPIRY) || history.has(Mood.EXPIRY_AT_RESUME);
        return (stopsEarly || hadToSearch) && (runsNewestFirst(server.shown()) || runsNewestFirst(timesAbove(call)));
    }

    /** The times of the calls above a call that were handed over, in their order. */
    private List<Instant> timesAbove(int call) {
        int place = server.list().lastPlaceOf(call);
        return result.handedOver().stream()
                .filter(above -> server.list().lastPlaceOf(above) < place)
                .map(above -> server.list().rows().get(server.list().lastPlaceOf(above)))
                .filter(ListedCall::isDated)
                .map(ListedCall::at)
                .toList();
    }

    /** Whether times run newest first, and are not all the same. */
    private static boolean runsNewestFirst(List<Instant> times) {
        for (int i = 1; i < times.size(); i++) {
            if (times.get(i).isAfter(times.get(i - 1))) {
                return false;
            }
        }
        return times.size() > 1 && times.get(times.size() - 1).isBefore(times.get(0));
    }

    /** Calls come in the order of the list, unless the walk says that it lost its place and that they do not. */
    private void unordered() {
        boolean mayTurnUpLate = history.has(Mood.EXPIRY) || history.has(Mood.EXPIRY_AT_RESUME);
        boolean orderTells =
                history.order() == Order.NEWEST_FIRST && history.spacing() > 2 && !history.has(Mood.UNDATED_ROWS);
        boolean isUnclear = countsRows
                && mayMove()
                && !(orderTells && server.protocol().canOverlap(history.habits().mostRows()));
        if (history.isMovedWithin() || history.has(Mood.CALLS_TWICE) || history.isOdd() || mayTurnUpLate || isUnclear) {
            return;
        }
        List<Integer> places = result.handedOver().stream()
                .filter(call -> call <= history.calls())
                .map(server.list()::placeOf)
                .toList();
        boolean isAdmitted = result.report().doubts().contains(Doubt.BETWEEN_PAGES)
                && !result.report().ordered();
        complain(!isAdmitted && !places.equals(places.stream().sorted().toList()), "handed over in another order");
    }

    private boolean mayMove() {
        return history.isMovedWithin()
                || history.has(Mood.ARRIVALS)
                || history.has(Mood.EMPTY_PAGES)
                || history.has(Mood.SHORT_PAGES);
    }

    private void unwanted() {
        boolean mayHaveMatched = history.has(Mood.UPDATES) || history.has(Mood.RETIMED_ROWS);
        List<ListedCall> unwanted = mayHaveMatched
                ? List.of()
                : result.handedOver().stream()
                        .map(call -> server.list().rows().get(server.list().placeOf(call)))
                        .filter(row -> !row.isWantedBy(history.query()))
                        .toList();
        complain(!unwanted.isEmpty(), "handed over what was not asked for " + unwanted);
    }

    private void tooMany() {
        int resumesOfSkipped = Math.max(0, result.stretches() - 1 - HistoryWalk.MAX_STOPS);
        int bound = 60 + 12 * server.list().rows().size() + 3 * resumesOfSkipped;
        boolean mayStall = HistoryWalk.hasTooFewSizes(server);
        complain(!mayStall && server.requests() > bound, server.requests() + " requests");
    }

    private void complain(boolean fault, String complaint) {
        if (fault) {
            complaints.add(complaint);
        }
    }
}
