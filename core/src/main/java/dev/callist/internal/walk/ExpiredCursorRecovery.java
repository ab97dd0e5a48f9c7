package dev.callist.internal.walk;

import dev.callist.CallQuery;
import dev.callist.QueryFilter;
import dev.callist.QueryPlan;
import dev.callist.internal.walk.resume.ListOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Finds the position of a walk again when its cursor has expired, if the server selects by time. Not thread-safe. */
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
        this.selectsByTime = plan.supportedFilters().contains(QueryFilter.CREATED_BEFORE);
    }

    /**
     * Prepares to read the list again: from its start if all rows passed are remembered, so that none comes twice;
     * otherwise from its last call on, if it was seen to run newest first.
     *
     * @param last when the last call was created
     * @return whether the list can be read again: the server selects by time, and the walk has made progress since the
     *     last time
     */
    boolean restarts(Optional<Instant> last, ListOrder order, boolean remembersAll) {
        boolean canRestart = remembersAll || order.isNewestFirst();
        if (!selectsByTime || !canRestart || last.isEmpty() || last.equals(lastAtRestart)) {
            return false;
        }
        lastAtRestart = last;
        listEnd = last.filter(at -> !remembersAll).map(at -> at.plus(OVERLAP));
        return true;
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
