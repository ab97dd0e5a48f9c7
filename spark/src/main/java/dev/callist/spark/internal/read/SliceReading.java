package dev.callist.spark.internal.read;

import dev.callist.spark.internal.account.AccountAccess;
import dev.callist.spark.internal.query.CallFilters;
import dev.callist.spark.internal.query.CallRead;
import dev.callist.spark.internal.query.ReadOptions.OnIncomplete;
import dev.callist.sync.CallColumn;
import java.io.Serializable;
import java.util.List;
import java.util.OptionalInt;

/**
 * What all tasks of a scan have in common, as it travels to executors.
 *
 * @param access opens accounts
 * @param filters that all calls match
 * @param columns to write
 * @param failure what an INCOMPLETE list leads to
 * @param pageSize calls per request; 0 for the lister's default
 * @param limit the most calls of a slice; -1 for all
 */
record SliceReading(
        AccountAccess access,
        CallFilters filters,
        List<CallColumn> columns,
        OnIncomplete failure,
        int pageSize,
        int limit)
        implements Serializable {
    static SliceReading of(CallRead read) {
        return new SliceReading(
                read.options().access(),
                read.filters(),
                List.copyOf(read.columns()),
                read.options().failure(),
                read.options().limits().pageSize().orElse(0),
                read.limit().orElse(-1));
    }

    OptionalInt pageRows() {
        return pageSize == 0 ? OptionalInt.empty() : OptionalInt.of(pageSize);
    }
}
