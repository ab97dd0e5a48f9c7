package dev.callist.spark.internal.slice;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a few requests found out about the list of an account.
 *
 * @param calls about how many calls match; exact if there is one page, or if the provider gave the total
 * @param isExact whether that is their number
 * @param pageSize calls per request
 * @param earliest about when the first call was created; null if the list is not to be cut
 * @param latest when the last call was created; null if the list is not to be cut
 */
public record AccountDensity(
        long calls,
        boolean isExact,
        int pageSize,
        @Nullable Instant earliest,
        @Nullable Instant latest) implements Serializable {
    /** A list that is not to be cut: it is short, or time does not divide it. */
    static AccountDensity notToBeCut(long calls, boolean isExact, int pageSize) {
        return new AccountDensity(calls, isExact, pageSize, null, null);
    }
}
