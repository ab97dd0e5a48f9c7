package dev.callist.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.testkit.SandboxCall;
import dev.callist.testkit.SearchSandbox;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.SparkConf;
import org.apache.spark.serializer.JavaSerializer;
import org.apache.spark.serializer.SerializerInstance;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.execution.datasources.v2.BatchScanExec;
import org.junit.jupiter.api.Test;
import scala.reflect.ClassTag;

/** Spark runs a task again if it fails, or if it is slow. */
class RepeatedTaskTest {
    private static final int CALLS = 3_000;

    private final SerializerInstance wire = new JavaSerializer(new SparkConf(false)).newInstance();

    @Test
    void returnsTheSameRowsAlthoughCallsArrive() throws IOException {
        Instant end =
                SandboxCall.at(0).createdAt().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        try (SearchSandbox search = SearchSandbox.start(CALLS)) {
            Dataset<Row> calls = new AccountViews()
                    .sandbox("north", search)
                    .reader()
                    .option("pageSize", "100")
                    .option("endingAt", end.toString())
                    .load()
                    .select("id", "created_at", "status", "duration", "raw");
            Scan scan = ((BatchScanExec)
                            calls.queryExecution().sparkPlan().collectLeaves().head())
                    .scan();
            Batch batch = scan.toBatch();
            InputPartition[] tasks = batch.planInputPartitions();
            assertThat(tasks).hasSizeGreaterThan(1);
            PartitionReaderFactory factory = batch.createReaderFactory();
            List<String> all = new ArrayList<>();
            for (InputPartition task : tasks) {
                List<String> rows = rows(scan, factory, task);
                search.arriveOn(search.requestCount() + 2, 7);
                assertThat(rows(scan, copy(factory), copy(task))).isEqualTo(rows);
                all.addAll(rows);
            }
            assertThat(all.stream().map(row -> row.substring(0, row.indexOf(' '))))
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, CALLS).mapToObj(search::id).toList());
        }
    }

    /** As an executor receives it. */
    private <T> T copy(T sent) {
        ClassTag<T> type = ClassTag.apply(Object.class);
        return wire.deserialize(wire.serialize(sent, type), type);
    }

    private static List<String> rows(Scan scan, PartitionReaderFactory factory, InputPartition task)
            throws IOException {
        List<String> rows = new ArrayList<>();
        try (PartitionReader<InternalRow> reader = factory.createReader(task)) {
            while (reader.next()) {
                rows.add(reader.get().toSeq(scan.readSchema()).mkString(" "));
            }
        }
        return rows.stream().sorted().toList();
    }
}
