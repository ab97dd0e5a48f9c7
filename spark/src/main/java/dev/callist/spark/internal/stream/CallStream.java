package dev.callist.spark.internal.stream;

import dev.callist.spark.internal.account.SparkAccount;
import dev.callist.spark.internal.query.CallFilters;
import dev.callist.spark.internal.query.CallRead;
import dev.callist.spark.internal.query.ReadOptions.Period;
import dev.callist.spark.internal.query.TimeStep;
import dev.callist.spark.internal.read.CallReaderFactory;
import dev.callist.spark.internal.read.SliceResult;
import dev.callist.spark.internal.slice.CallSlice;
import dev.callist.spark.internal.slice.SlicePlanner;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.streaming.MicroBatchStream;
import org.apache.spark.sql.connector.read.streaming.Offset;
import org.apache.spark.sql.connector.read.streaming.ReadLimit;
import org.apache.spark.sql.connector.read.streaming.SupportsTriggerAvailableNow;
import org.apache.spark.util.CollectionAccumulator;
import org.jspecify.annotations.Nullable;

/**
 * Calls as they are listed, again and again: each batch reads from what may have changed since the batch before up to
 * its frozen end. A batch is determined by its two offsets, so that one that is run again reads the same window. Unless
 * the trigger is AvailableNow, batches end at multiples of {@code minTimePerTrigger}, so there is a pause between them.
 * Used by one thread at a time.
 */
public final class CallStream implements MicroBatchStream, SupportsTriggerAvailableNow {
    private final CallRead read;
    private final Period period;
    private final Supplier<Instant> clock;
    private final SlicePlanner planner;
    private final OpenCalls openCalls = new OpenCalls();
    private final CollectionAccumulator<SliceResult> results = new CollectionAccumulator<>();

    /** The end of a run with the trigger AvailableNow; null for one that goes on. */
    private @Nullable Instant lastEnd;

    CallStream(CallRead read, SparkContext spark, Supplier<Instant> clock) {
        this.read = read;
        this.period = read.options().period();
        this.clock = clock;
        this.planner = new SlicePlanner(read.options(), spark.defaultParallelism());
        spark.register(results, "callist slices");
    }

    /** A stream of what a read selects. */
    public static CallStream of(CallRead read, SparkContext spark) {
        return new CallStream(read, spark, Instant::now);
    }

    @Override
    public Offset initialOffset() {
        return StreamOffset.START;
    }

    @Override
    public Offset deserializeOffset(String json) {
        return StreamOffset.parse(json);
    }

    @Override
    public void prepareForTriggerAvailableNow() {
        lastEnd = period.end(clock.get()).truncatedTo(ChronoUnit.MICROS);
    }

    /** The end of the next batch: that of the run or of the list if there is one, or else the last whole step. */
    private Instant nextEnd() {
        if (lastEnd != null) {
            return lastEnd;
        }
        Instant now = clock.get();
        Instant end = period.end(now);
        return end.isBefore(now) ? end.truncatedTo(ChronoUnit.MICROS) : period.lastStep(now);
    }

    @Override
    public ReadLimit getDefaultReadLimit() {
        return period.maxStep().<ReadLimit>map(step -> step).orElseGet(ReadLimit::allAvailable);
    }

    @Override
    public Offset latestOffset() {
        return latestOffset(StreamOffset.START, ReadLimit.allAvailable());
    }

    /** Moves each account on, by at most the limit. */
    @Override
    public Offset latestOffset(Offset start, ReadLimit limit) {
        StreamOffset before = (StreamOffset) start;
        Instant end = nextEnd();
        List<SliceResult> found = List.copyOf(results.value());
        Map<String, AccountProgress> accounts = new HashMap<>();
        boolean hasMoved = false;
        for (SparkAccount account : read.accounts()) {
            Optional<AccountProgress> last = before.of(account.name());
            if (last.isPresent() && !last.get().watermark().isBefore(end)) {
                accounts.put(account.name(), last.get());
                continue;
            }
            hasMoved = true;
            Instant watermark = next(last.map(AccountProgress::watermark).or(period::startingAt), end, limit);
            accounts.put(
                    account.name(),
                    new AccountProgress(watermark, end, openCalls.oldest(account.name(), found, watermark)));
        }
        return hasMoved ? new StreamOffset(accounts) : before;
    }

    private static Instant next(Optional<Instant> from, Instant end, ReadLimit limit) {
        if (from.isPresent() && limit instanceof TimeStep step) {
            Instant next = from.get().plus(step.length());
            return next.isBefore(end) ? next : end;
        }
        return end;
    }

    @Override
    public InputPartition[] planInputPartitions(Offset start, Offset end) {
        StreamOffset before = (StreamOffset) start;
        StreamOffset after = (StreamOffset) end;
        List<CallSlice> slices = new ArrayList<>();
        for (SparkAccount account : read.accounts()) {
            Optional<AccountProgress> target = after.of(account.name());
            Optional<AccountProgress> last = before.of(account.name());
            if (target.isPresent() && !target.equals(last)) {
                CallFilters window = read.filters().since(from(last, target.get()));
                slices.addAll(planner.slices(account, window, target.get().watermark(), Optional.empty()));
            }
        }
        results.reset();
        openCalls.planned(slices);
        return slices.toArray(InputPartition[]::new);
    }

    /**
     * From where an account is read. What was read when it was older than the lookback is not read again, which matters
     * while a stream catches up in steps.
     */
    private Optional<Instant> from(Optional<AccountProgress> last, AccountProgress target) {
        if (last.isEmpty()) {
            return period.startingAt();
        }
        Instant watermark = last.get().watermark();
        Instant again = period.lookback()
                .start(
                        last.get().frozenEnd(),
                        openFor -> Optional.of(target.oldestOpen()
                                .filter(open -> !open.isBefore(openFor))
                                .orElse(openFor)));
        Instant from = again.isBefore(watermark) ? again : watermark;
        return Optional.of(period.startingAt().filter(from::isBefore).orElse(from));
    }

    @Override
    public PartitionReaderFactory createReaderFactory() {
        return CallReaderFactory.watching(read, results);
    }

    @Override
    public void commit(Offset end) {
        // Spark's checkpoint is all that a stream needs.
    }

    @Override
    public void stop() {
        // Nothing is open on the driver.
    }
}
