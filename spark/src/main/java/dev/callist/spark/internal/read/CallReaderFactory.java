package dev.callist.spark.internal.read;

import dev.callist.spark.internal.query.CallRead;
import dev.callist.spark.internal.slice.CallSlice;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.util.CollectionAccumulator;

/** Opens the reader of a slice on an executor, and collects on the driver what the readers found out. */
public final class CallReaderFactory implements PartitionReaderFactory {
    private static final long serialVersionUID = 1L;

    private final SliceReading reading;
    private final boolean watchesOpenCalls;
    private final CollectionAccumulator<SliceResult> results;

    private CallReaderFactory(
            SliceReading reading, boolean watchesOpenCalls, CollectionAccumulator<SliceResult> results) {
        this.reading = reading;
        this.watchesOpenCalls = watchesOpenCalls;
        this.results = results;
    }

    /** Readers for one query. */
    public static CallReaderFactory of(SparkContext spark, CallRead read) {
        CollectionAccumulator<SliceResult> results = new CollectionAccumulator<>();
        spark.register(results, "callist slices in doubt");
        return new CallReaderFactory(SliceReading.of(read), false, results);
    }

    /** Readers that also note which calls may still change. */
    public static CallReaderFactory watching(CallRead read, CollectionAccumulator<SliceResult> results) {
        return new CallReaderFactory(SliceReading.of(read), true, results);
    }

    @Override
    public PartitionReader<InternalRow> createReader(InputPartition partition) {
        return new CallReader((CallSlice) partition, reading, watchesOpenCalls, results);
    }
}
