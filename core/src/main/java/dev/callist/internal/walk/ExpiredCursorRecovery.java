package dev.callist.internal.walk;

import dev.callist.CallQuery;
import dev.callist.QueryFilter;
import dev.callist.QueryPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Finds the position of a walk again by time when its cursor has expired, if the server selects by time. Not thread-safe. */
final class ExpiredCursorRecovery {
    /** How much newer than the last call the list may begin, for servers that count whole seconds. */
    private static final Duration OVERLAP = Duration.ofSeconds(1);

    private final boolean selectsByTime;
    private Optional<Instant> lastAtRestart = Optional.empty();
    private Optional<Instant> listEnd;

    /**
     * Recovery for one walk.
     *
     * @param listEnd where the list ends, if an earlier walk has read it again from a time
     */
    ExpiredCursorRecovery(QueryPlan plan, Optional<Instant> listEnd) {
        this.listEnd = listEnd;
        this.selectsByTime = plan.servable().contains(QueryFilter.CREATED_BEFORE);
    }

    /**
     * Where the list should end, so that it can be read from its start again.
     *
     * @param last when the last call was created
     * @param isOrdered whether the list has run newest first
     * @return absent when that is not possible: the server does not select by time, newer calls may still follow, or the
     *     walk has made no progress since the last time
     */
    Optional<Instant> restartAt(Optional<Instant> last, boolean isOrdered) {
        if (!selectsByTime || !isOrdered || last.isEmpty() || last.equals(lastAtRestart)) {
            return Optional.empty();
        }
        lastAtRestart = last;
        listEnd = last.map(at -> at.plus(OVERLAP));
        return listEnd;
    }

    /** Where the list ends, exclusive, if it was read again from a time. */
    Optional<Instant> listEnd() {
        return listEnd;
    }

    /** The query for the pages of the list. */
    CallQuery applied(CallQuery query) {
        return listEnd.filter(end -> query.createdBefore()
                        .filter(before -> !end.isBefore(before))
                        .isEmpty())
                .map(end -> query.toBuilder().createdBefore(end).build())
                .orElse(query);
    }
}
