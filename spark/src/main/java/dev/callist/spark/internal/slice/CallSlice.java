package dev.callist.spark.internal.slice;

import dev.callist.spark.internal.account.SparkAccount;
import java.time.Instant;
import java.util.Optional;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.connector.read.HasPartitionKey;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * What one task reads: an account, or a window of its calls. The slices of an account do not overlap, and together they
 * are the list up to the frozen end.
 *
 * @param account whose calls
 * @param from the earliest creation time, inclusive; null for the start of the list
 * @param before the end of the creation times, exclusive, which is part of the query; null for none
 * @param frozenEnd calls that were created at this time or later are dropped by the task, and are not part of the
 *     query; null for none
 * @param requestsPerSecond the share of this slice in the account's limit; infinite for no limit
 */
public record CallSlice(
        SparkAccount account,
        @Nullable Instant from,
        @Nullable Instant before,
        @Nullable Instant frozenEnd,
        double requestsPerSecond)
        implements HasPartitionKey {
    /** The window's start. */
    public Optional<Instant> start() {
        return Optional.ofNullable(from);
    }

    /** The window's end. */
    public Optional<Instant> end() {
        return Optional.ofNullable(before);
    }

    /** This slice without a frozen end. */
    public CallSlice withoutFrozenEnd() {
        return new CallSlice(account, from, before, null, requestsPerSecond);
    }

    /** Provider and account as the rows have them. */
    @Override
    public InternalRow partitionKey() {
        return new GenericInternalRow(new Object[] {
            UTF8String.fromString(account.provider()),
            UTF8String.fromString(account.rowAccount().orElse(account.name()))
        });
    }

    /** The account's name and the window, such as {@code north 2026-01-01T00:00:00Z/..}. */
    @Override
    public String toString() {
        return account.name() + " " + start().map(Instant::toString).orElse("..") + "/"
                + end().or(() -> Optional.ofNullable(frozenEnd))
                        .map(Instant::toString)
                        .orElse("..");
    }
}
