package dev.callist.sync;

import dev.callist.CallStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** How a stored call changes when a run finds it, or does not. */
final class StoredCalls {
    /** A call that is found unchanged is written at most once in this time. */
    static final Duration SEEN_AGAIN = Duration.ofDays(1);

    private StoredCalls() {}

    /** A stored call that a run found with this content. */
    static StoredCall seenAgain(StoredCall stored, CallRow row, Instant runAt) {
        if (!row.differences(stored.row()).isEmpty()) {
            return new StoredCall(withRaw(row, stored.row()), stored.firstSeen(), runAt, runAt, Optional.empty());
        }
        boolean isDue = stored.lastSeen().isBefore(runAt.minus(SEEN_AGAIN));
        if (stored.missingSince().isEmpty() && !isDue) {
            return stored;
        }
        return new StoredCall(stored.row(), stored.firstSeen(), runAt, stored.changedAt(), Optional.empty());
    }

    /** A stored call that a run did not find. */
    static StoredCall missing(StoredCall stored, Instant runAt) {
        return new StoredCall(
                stored.row(), stored.firstSeen(), stored.lastSeen(), stored.changedAt(), Optional.of(runAt));
    }

    /** What became of one call. */
    static WriteCounts counts(Optional<StoredCall> before, StoredCall now) {
        if (before.isEmpty()) {
            return new WriteCounts(1, 0, 0, 0, 0);
        }
        boolean isChanged = !now.row().equals(before.get().row());
        boolean isBack = before.get().missingSince().isPresent();
        return new WriteCounts(0, isChanged ? 1 : 0, isChanged ? 0 : 1, 0, isBack ? 1 : 0);
    }

    /** Whether the provider may still change a call. */
    static boolean isOpen(StoredCall call, boolean isPriced) {
        if (call.missingSince().isPresent()) {
            return false;
        }
        CallStatus status = CallStatus.valueOf(Objects.toString(call.row().get(CallColumn.STATUS), "UNKNOWN"));
        boolean isOver = status.isFinal() || call.row().get(CallColumn.ENDED_AT) != null;
        return !isOver || (isPriced && call.row().get(CallColumn.PRICE_AMOUNT) == null);
    }

    private static CallRow withRaw(CallRow row, CallRow stored) {
        Object raw = stored.get(CallColumn.RAW);
        if (raw == null || row.get(CallColumn.RAW) != null) {
            return row;
        }
        Map<CallColumn, Object> values = new HashMap<>(row.values());
        values.put(CallColumn.RAW, raw);
        return CallRow.of(values);
    }
}
