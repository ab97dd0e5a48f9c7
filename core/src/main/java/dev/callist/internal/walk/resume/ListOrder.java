package dev.callist.internal.walk.resume;

import java.time.Instant;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * What has been seen of the order of a list by creation time. Rows without a time do not count.
 *
 * @param holds whether no row was newer than the row before it
 * @param falls whether some row was older than the row before it
 * @param last when the last row was created
 * @param hasUndated whether some row had no time
 */
public record ListOrder(boolean holds, boolean falls, Optional<Instant> last, boolean hasUndated) {
    /** Nothing seen yet. */
    public static final ListOrder START = new ListOrder(true, false, Optional.empty());

    /** The order of rows that all have a time. */
    public ListOrder(boolean holds, boolean falls, Optional<Instant> last) {
        this(holds, falls, last, false);
    }

    /** The order after some more rows. */
    public ListOrder after(int rows, IntFunction<Optional<Instant>> createdAt) {
        boolean stillHolds = holds;
        boolean hasFallen = falls;
        boolean isUndated = hasUndated;
        Instant previous = last.orElse(null);
        for (int row = 0; row < rows; row++) {
            Instant at = createdAt.apply(row).orElse(null);
            isUndated |= at == null;
            if (at != null) {
                int rise = previous == null ? 0 : at.compareTo(previous);
                stillHolds &= rise <= 0;
                hasFallen |= rise < 0;
                previous = at;
            }
        }
        return new ListOrder(stillHolds, hasFallen, Optional.ofNullable(previous), isUndated);
    }
}
