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
    /** A list of unknown size that is not to be cut. */
    static AccountDensity unknown(int pageSize) {
        return new AccountDensity(0, false, pageSize, null, null);
    }

    /** A list that is not to be cut because it is short. */
    static AccountDensity ofOnePage(long calls, int pageSize) {
        return new AccountDensity(calls, true, pageSize, null, null);
    }
}
