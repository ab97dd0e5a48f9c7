package dev.callist;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One page as the server gave it: it may hold calls that {@link CallLister#plan} filters here, or that an earlier page
 * held.
 *
 * @param calls the calls in the server's order
 * @param next where the next page starts; absent on the last one
 * @param total how many rows the server says the list has; a hint, it may be wrong or change
 * @param rejected rows that are no calls
 * @param retries failed attempts before this page arrived
 * @param waited time spent waiting between those attempts
 * @param drifted whether rows were seen to have shifted since the page before
 * @param anchorLost whether the page could not be joined to the page before, so that rows may be missing between them
 * @param servedAt the server's time when it answered
 */
public record CallPage(
        List<Call> calls,
        Optional<Cursor> next,
        OptionalLong total,
        List<RejectedRow> rejected,
        int retries,
        Duration waited,
        boolean drifted,
        boolean anchorLost,
        Optional<Instant> servedAt) {
    /** Copies the lists. */
    public CallPage {
        calls = List.copyOf(calls);
        rejected = List.copyOf(rejected);
        Objects.requireNonNull(next, "next");
        Objects.requireNonNull(total, "total");
        Objects.requireNonNull(waited, "waited");
        Objects.requireNonNull(servedAt, "servedAt");
    }

    /** A page that arrived at once and whole. */
    public static CallPage of(List<Call> calls, Optional<Cursor> next) {
        return new CallPage(
                calls, next, OptionalLong.empty(), List.of(), 0, Duration.ZERO, false, false, Optional.empty());
    }

    /** The same page with other calls and another place after it. */
    public CallPage with(List<Call> others, Optional<Cursor> place) {
        return new CallPage(others, place, total, rejected, retries, waited, drifted, anchorLost, servedAt);
    }

    /** How many calls and rejected rows there are, and whether a page follows. */
    @Override
    public String toString() {
        return "CallPage[" + calls.size() + " calls, " + rejected.size() + " rejected, "
                + (next.isPresent() ? "more follow" : "last") + "]";
    }
}
