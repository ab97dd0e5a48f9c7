package dev.callist.spark.internal.scan;

import dev.callist.spark.internal.query.CallRead;
import dev.callist.spark.internal.query.CallSchema;
import dev.callist.spark.internal.query.FilterPushdown;
import dev.callist.spark.internal.query.ReadOptions;
import java.util.OptionalInt;
import org.apache.spark.sql.connector.expressions.filter.Predicate;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.SupportsPushDownLimit;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.connector.read.SupportsPushDownV2Filters;
import org.apache.spark.sql.types.StructType;

/** Collects what a query needs of the table. Not thread-safe. */
final class CallScanBuilder
        implements SupportsPushDownV2Filters, SupportsPushDownLimit, SupportsPushDownRequiredColumns {
    private final ReadOptions options;
    private final FilterPushdown pushdown;
    private StructType columns = CallSchema.ALL;
    private OptionalInt limit = OptionalInt.empty();

    CallScanBuilder(ReadOptions options) {
        this.options = options;
        this.pushdown = new FilterPushdown(options.accounts().read());
    }

    @Override
    public Predicate[] pushPredicates(Predicate[] predicates) {
        return pushdown.push(predicates).toArray(Predicate[]::new);
    }

    @Override
    public Predicate[] pushedPredicates() {
        return pushdown.pushed().toArray(Predicate[]::new);
    }

    @Override
    public boolean pushLimit(int calls) {
        limit = OptionalInt.of(calls);
        return true;
    }

    /** Each slice has its own limit, so Spark applies it once more. */
    @Override
    public boolean isPartiallyPushed() {
        return true;
    }

    @Override
    public void pruneColumns(StructType required) {
        columns = required;
    }

    @Override
    public Scan build() {
        return new CallScan(
                new CallRead(options, CallSchema.columns(columns), pushdown.filters(), pushdown.accounts(), limit));
    }
}
