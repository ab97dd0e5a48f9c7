package dev.callist;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Finds an expired place of a walk again by its time, where the server selects by time. Not thread-safe. */
final class Restart {
    /** How much newer than the last call the list may begin, for servers that count whole seconds. */
    private static final Duration OVERLAP = Duration.ofSeconds(1);

    private final CallLister lister;
    private final CallQuery query;
    private final Freeze freeze;
    private final Sieve sieve;
    private Optional<Instant> before = Optional.empty();

    Restart(CallLister lister, CallQuery query, Freeze freeze, Sieve sieve) {
        this.lister = lister;
        this.query = query;
        this.freeze = freeze;
        this.sieve = sieve;
    }

    /**
     * Lets the list end at its last call from now on, so that it can be read from its start.
     *
     * @return false when that cannot be done: the server does not select by time, newer calls may still be to come, or the
     *     list has come no further since it was done before
     */
    boolean begins() {
        Optional<Instant> last = sieve.lastCreatedAt();
        if (last.isEmpty() || last.equals(before) || !sieve.isOrdered()) {
            return false;
        }
        Instant end = last.get().plus(OVERLAP);
        if (!endsAtServer(Freeze.ended(query, end))) {
            return false;
        }
        before = last;
        freeze.moveTo(end);
        sieve.startAnew(end);
        return true;
    }

    /** Whether the server selects by the end of the window; a lister may refuse a query that has one. */
    private boolean endsAtServer(CallQuery ended) {
        try {
            return lister.plan(ended).server().contains(QueryFilter.CREATED_BEFORE);
        } catch (CallListException e) {
            return false;
        }
    }
}
