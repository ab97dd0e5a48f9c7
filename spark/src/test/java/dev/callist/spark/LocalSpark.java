package dev.callist.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.SparkSession;

/** The Spark of this process, with Delta, and with two cores unless {@code -Dcallist.sparkCores} says otherwise. */
public final class LocalSpark {
    /** All events of Spark, from which its UI is drawn. */
    static final Path EVENTS = Path.of("target/events");

    /** What Spark and Callist log. */
    static final Path LOG = Path.of("target/spark-tests.log");

    private static final class Holder {
        static final SparkSession SESSION = SparkSession.builder()
                .master("local[" + Integer.getInteger("callist.sparkCores", 2) + "]")
                .appName("callist tests")
                .config("spark.ui.enabled", "false")
                .config("spark.eventLog.enabled", "true")
                .config("spark.eventLog.dir", folder(EVENTS))
                .config("spark.sql.shuffle.partitions", "1")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
                .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
                .config("spark.databricks.delta.snapshotPartitions", "1")
                .config("spark.sql.warehouse.dir", folder(Path.of("target/warehouse")))
                .getOrCreate();
    }

    private LocalSpark() {}

    private static String folder(Path path) {
        try {
            return Files.createDirectories(path).toUri().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static SparkSession session() {
        return Holder.SESSION;
    }

    /** Waits until listeners have had all events of the queries so far. */
    public static void drain() {
        try {
            session().sparkContext().listenerBus().waitUntilEmpty(60_000);
        } catch (TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
