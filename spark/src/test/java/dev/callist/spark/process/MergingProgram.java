package dev.callist.spark.process;

import java.time.Instant;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.Trigger;

/** Streams calls into a Delta table, with a MERGE for each batch. */
final class MergingProgram {
    private MergingProgram() {}

    /** Takes a file of accounts, the folder of the table and the checkpoint, and the start and the end as instants. */
    public static void main(String[] args) throws Exception {
        SparkSession spark = SparkSession.builder()
                .master("local[2]")
                .appName("callist merge")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.shuffle.partitions", "1")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.codegen.wholeStage", "false")
                .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
                .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
                .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
                .config("spark.databricks.delta.snapshotPartitions", "1")
                .getOrCreate();
        run(spark, args[0], args[1], Instant.parse(args[2]), Instant.parse(args[3]));
        spark.stop();
    }

    /** Continues from the checkpoint, and ends when all calls that were created before the end have been merged. */
    static void run(SparkSession spark, String accounts, String folder, Instant start, Instant end) throws Exception {
        spark.read().json(accounts).createOrReplaceTempView("accounts");
        spark.readStream()
                .format("callist")
                .option("accounts", "accounts")
                .option("startingAt", start.toString())
                .option("endingAt", end.toString())
                .option("maxTimePerTrigger", "P3D")
                .load()
                .select("provider", "account", "id", "created_at", "status", "raw")
                .writeStream()
                .option("checkpointLocation", folder + "/checkpoint")
                .trigger(Trigger.AvailableNow())
                .foreachBatch((VoidFunction2<Dataset<Row>, Long>) (batch, number) -> merge(batch, table(folder)))
                .start()
                .awaitTermination();
    }

    /** The table as SQL names it. */
    static String table(String folder) {
        return "delta.`" + folder + "/calls`";
    }

    private static void merge(Dataset<Row> batch, String table) {
        SparkSession spark = batch.sparkSession();
        batch.limit(0).createOrReplaceTempView("no_calls");
        spark.sql("CREATE TABLE IF NOT EXISTS " + table + " USING delta AS SELECT * FROM no_calls");
        batch.createOrReplaceTempView("batch");
        spark.sql("MERGE INTO " + table + " AS calls USING batch"
                + " ON calls.provider = batch.provider AND calls.account = batch.account AND calls.id = batch.id"
                + " WHEN MATCHED THEN UPDATE SET * WHEN NOT MATCHED THEN INSERT *");
    }
}
