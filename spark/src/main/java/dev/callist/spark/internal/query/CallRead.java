package dev.callist.spark.internal.query;

import dev.callist.spark.internal.account.SparkAccount;
import dev.callist.sync.CallColumn;
import java.util.List;
import java.util.OptionalInt;

/**
 * What a scan reads. Immutable.
 *
 * @param options of the query
 * @param columns in the order in which Spark wants them
 * @param filters that all calls match
 * @param accounts which
 * @param limit the most calls of each slice; absent for all
 */
public record CallRead(
        ReadOptions options,
        List<CallColumn> columns,
        CallFilters filters,
        List<SparkAccount> accounts,
        OptionalInt limit) {
    /** The same from fewer accounts. */
    public CallRead of(List<SparkAccount> fewer) {
        return new CallRead(options, columns, filters, fewer, limit);
    }
}
