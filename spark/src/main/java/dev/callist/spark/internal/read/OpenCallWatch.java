package dev.callist.spark.internal.read;

import dev.callist.sync.CallColumn;
import dev.callist.sync.CallRow;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Notes the oldest calls of a slice that may still change. Not thread-safe. */
final class OpenCallWatch {
    /** The columns that it needs. */
    static final Set<CallColumn> COLUMNS =
            EnumSet.of(CallColumn.STATUS, CallColumn.ENDED_AT, CallColumn.CREATED_AT, CallColumn.PRICE_AMOUNT);

    private @Nullable Instant oldestNotOver;
    private @Nullable Instant oldestUnpriced;
    private boolean hasPrices;

    void note(CallRow call) {
        Instant createdAt = (Instant) call.get(CallColumn.CREATED_AT);
        if (createdAt == null) {
            return;
        }
        if (!call.isOver()) {
            oldestNotOver = earlier(oldestNotOver, createdAt);
        }
        if (call.get(CallColumn.PRICE_AMOUNT) == null) {
            oldestUnpriced = earlier(oldestUnpriced, createdAt);
        } else {
            hasPrices = true;
        }
    }

    private static Instant earlier(@Nullable Instant one, Instant other) {
        return one == null || other.isBefore(one) ? other : one;
    }

    SliceResult result(String account, String slice, Optional<String> doubt) {
        return new SliceResult(account, slice, doubt.orElse(null), oldestNotOver, oldestUnpriced, hasPrices);
    }
}
