package dev.callist.spark.internal.scan;

import dev.callist.QueryFilter;
import dev.callist.spark.internal.account.SparkAccount;
import dev.callist.spark.internal.query.CallRead;
import dev.callist.spark.internal.query.CallSchema;
import dev.callist.spark.internal.query.FilterPushdown;
import dev.callist.spark.internal.read.CallMetrics;
import dev.callist.spark.internal.read.CallReaderFactory;
import dev.callist.spark.internal.slice.AccountDensity;
import dev.callist.spark.internal.slice.CallSlice;
import dev.callist.spark.internal.slice.DensityJob;
import dev.callist.spark.internal.slice.SlicePlanner;
import dev.callist.spark.internal.stream.CallStream;
import dev.callist.sync.CallColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.expressions.Expression;
import org.apache.spark.sql.connector.expressions.Expressions;
import org.apache.spark.sql.connector.expressions.NamedReference;
import org.apache.spark.sql.connector.expressions.filter.Predicate;
import org.apache.spark.sql.connector.metric.CustomMetric;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Statistics;
import org.apache.spark.sql.connector.read.SupportsReportPartitioning;
import org.apache.spark.sql.connector.read.SupportsReportStatistics;
import org.apache.spark.sql.connector.read.SupportsRuntimeV2Filtering;
import org.apache.spark.sql.connector.read.partitioning.KeyGroupedPartitioning;
import org.apache.spark.sql.connector.read.partitioning.Partitioning;
import org.apache.spark.sql.connector.read.partitioning.UnknownPartitioning;
import org.apache.spark.sql.connector.read.streaming.MicroBatchStream;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** A read of the table. Its slices are planned once, when Spark first needs them. Not thread-safe. */
final class CallScan
        implements Batch, SupportsRuntimeV2Filtering, SupportsReportPartitioning, SupportsReportStatistics {
    private static final String PROVIDER = CallColumn.PROVIDER.sqlName();
    private static final String ACCOUNT = CallColumn.ACCOUNT.sqlName();

    /** The bytes of a row in memory, about. */
    private static final long ROW_BYTES = 400;

    private static final long RAW_BYTES = 1500;

    private CallRead read;
    private @Nullable Map<String, AccountDensity> densities;
    private @Nullable List<CallSlice> slices;

    CallScan(CallRead read) {
        this.read = read;
    }

    @Override
    public StructType readSchema() {
        return CallSchema.of(read.columns());
    }

    @Override
    public Batch toBatch() {
        return this;
    }

    @Override
    public MicroBatchStream toMicroBatchStream(String checkpointLocation) {
        return CallStream.of(read, spark());
    }

    @Override
    public String description() {
        return "callist " + read.accounts().size() + " accounts, filters "
                + read.filters().names().stream().map(QueryFilter::name).toList()
                + (read.limit().isPresent() ? ", limit " + read.limit().getAsInt() : "");
    }

    @Override
    public InputPartition[] planInputPartitions() {
        return slices().toArray(InputPartition[]::new);
    }

    private List<CallSlice> slices() {
        if (slices == null) {
            SlicePlanner planner = planner();
            Map<String, AccountDensity> known = densities(planner);
            Instant end = read.options().period().end(Instant.now());
            List<CallSlice> planned = new ArrayList<>();
            for (SparkAccount account : read.accounts()) {
                planned.addAll(
                        planner.slices(account, read.filters(), end, Optional.ofNullable(known.get(account.name()))));
            }
            slices = mayReturnNewerCalls()
                    ? planned.stream().map(CallSlice::withoutFrozenEnd).toList()
                    : planned;
        }
        return slices;
    }

    /** Whether calls that arrive during the query may be returned: it has a limit, and no {@code endingAt}. */
    private boolean mayReturnNewerCalls() {
        return read.limit().isPresent() && read.options().period().endingAt().isEmpty();
    }

    private SlicePlanner planner() {
        return new SlicePlanner(read.options(), spark().defaultParallelism());
    }

    /** A query with a limit reads a few pages of each account, so it is not worth to cut lists for it. */
    private Map<String, AccountDensity> densities(SlicePlanner planner) {
        boolean isWanted =
                read.limit().isEmpty() && planner.wantsDensities(read.accounts().size());
        if (!isWanted || read.accounts().isEmpty()) {
            return Map.of();
        }
        if (densities == null) {
            densities = DensityJob.run(spark(), read);
        }
        return densities;
    }

    private static SparkContext spark() {
        return SparkSession.active().sparkContext();
    }

    @Override
    public PartitionReaderFactory createReaderFactory() {
        return CallReaderFactory.of(spark(), read);
    }

    @Override
    public CustomMetric[] supportedCustomMetrics() {
        return CallMetrics.all();
    }

    @Override
    public NamedReference[] filterAttributes() {
        return read.columns().stream()
                .filter(column -> column == CallColumn.PROVIDER || column == CallColumn.ACCOUNT)
                .map(column -> Expressions.column(column.sqlName()))
                .toArray(NamedReference[]::new);
    }

    /** Leaves out the accounts whose rows cannot join. */
    @Override
    public void filter(Predicate[] predicates) {
        FilterPushdown chosen = new FilterPushdown(read.accounts());
        chosen.push(predicates);
        Set<SparkAccount> remaining = Set.copyOf(chosen.accounts());
        slices = slices().stream()
                .filter(slice -> remaining.contains(slice.account()))
                .toList();
        read = read.of(chosen.accounts());
    }

    /** By account, unless one is cut: Spark would read all slices of an account in one task. */
    @Override
    public Partitioning outputPartitioning() {
        boolean isByAccount = read.columns().containsAll(List.of(CallColumn.PROVIDER, CallColumn.ACCOUNT))
                && slices().stream().map(CallSlice::account).distinct().count() == slices().size()
                && read.accounts().stream()
                        .allMatch(account -> account.rowAccount().isPresent());
        return isByAccount
                ? new KeyGroupedPartitioning(
                        new Expression[] {Expressions.identity(PROVIDER), Expressions.identity(ACCOUNT)},
                        slices().size())
                : new UnknownPartitioning(slices().size());
    }

    @Override
    public Statistics estimateStatistics() {
        return new CallStatistics(rows());
    }

    private OptionalLong rows() {
        if (read.accounts().isEmpty()) {
            return OptionalLong.of(0);
        }
        if (read.limit().isPresent()) {
            return OptionalLong.of(
                    (long) read.limit().getAsInt() * read.accounts().size());
        }
        Map<String, AccountDensity> known = densities(planner());
        boolean isKnown = known.size() == read.accounts().size()
                && known.values().stream().allMatch(AccountDensity::isExact);
        return isKnown
                ? OptionalLong.of(
                        known.values().stream().mapToLong(AccountDensity::calls).sum())
                : OptionalLong.empty();
    }

    /** What is known of the size. */
    private final class CallStatistics implements Statistics {
        private final OptionalLong rows;

        CallStatistics(OptionalLong rows) {
            this.rows = rows;
        }

        @Override
        public OptionalLong sizeInBytes() {
            long each = read.columns().contains(CallColumn.RAW) ? ROW_BYTES + RAW_BYTES : ROW_BYTES;
            return rows.isPresent() ? OptionalLong.of(rows.getAsLong() * each) : OptionalLong.empty();
        }

        @Override
        public OptionalLong numRows() {
            return rows;
        }
    }
}
