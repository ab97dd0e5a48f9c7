package dev.callist.spark.internal.read;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a task found out about a slice that it read to the end.
 *
 * @param account the account's name
 * @param slice the slice as text
 * @param doubt why it is not known to be complete; null if it is
 * @param oldestNotOver when the oldest call was created that has not come to its end; null if there is none
 * @param oldestUnpriced when the oldest call was created that has no price; null if there is none
 * @param hasPrices whether a call has a price
 */
public record SliceResult(
        String account,
        String slice,
        @Nullable String doubt,
        @Nullable Instant oldestNotOver,
        @Nullable Instant oldestUnpriced,
        boolean hasPrices)
        implements Serializable {}
