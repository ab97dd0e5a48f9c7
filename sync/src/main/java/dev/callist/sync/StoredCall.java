package dev.callist.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A call in a store. Its methods say how it changes when a run finds it, or does not; every store follows them.
 * Immutable.
 *
 * @param row its columns
 * @param firstSeen the run that stored it
 * @param lastSeen the latest run that wrote it, or found it unchanged more than a day after the one before
 * @param changedAt the run that stored its present content
 * @param missingSince the run that no longer found it; absent if it is there
 */
public record StoredCall(
        CallRow row, Instant firstSeen, Instant lastSeen, Instant changedAt, Optional<Instant> missingSince) {
    /** A call that is found unchanged is written at most once in this time. */
    private static final Duration SEEN_AGAIN = Duration.ofDays(1);

    /** A call that a run found for the first time. */
    public static StoredCall first(CallRow row, Instant runAt) {
        return new StoredCall(row, runAt, runAt, runAt, Optional.empty());
    }

    /**
     * This call after a run found it. It is equal to this one if nothing has to be written: the content is the same,
     * and the call was neither missing nor last seen more than a day ago.
     */
    public StoredCall foundAgain(CallRow found, Instant runAt) {
        if (!found.differences(row).isEmpty()) {
            return new StoredCall(withRaw(found), firstSeen, runAt, runAt, Optional.empty());
        }
        boolean isDue = lastSeen.isBefore(runAt.minus(SEEN_AGAIN));
        return missingSince.isEmpty() && !isDue
                ? this
                : new StoredCall(row, firstSeen, runAt, changedAt, Optional.empty());
    }

    /** This call after a run did not find it. */
    public StoredCall missing(Instant runAt) {
        return new StoredCall(row, firstSeen, lastSeen, changedAt, Optional.of(runAt));
    }

    /**
     * Whether the provider may still change the call: its status is not final and it has no end, or it has no price
     * although others have one. A missing call is not open.
     *
     * @param isPriced whether other calls of the source have a price
     */
    public boolean isOpen(boolean isPriced) {
        if (missingSince.isPresent()) {
            return false;
        }
        return !row.isOver() || (isPriced && row.get(CallColumn.PRICE_AMOUNT) == null);
    }

    private CallRow withRaw(CallRow found) {
        Object raw = row.get(CallColumn.RAW);
        if (raw == null || found.get(CallColumn.RAW) != null) {
            return found;
        }
        Map<CallColumn, Object> values = new HashMap<>(found.values());
        values.put(CallColumn.RAW, raw);
        return CallRow.of(values);
    }
}
