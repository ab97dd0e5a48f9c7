package dev.callist.spark.process;

import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.Trigger;

/** Streams calls into a Delta table, with a MERGE for each batch, and writes the table as Parquet at the end. */
final class MergingProgram {
    private MergingProgram() {}

    /** Accounts, folder of the table and the checkpoint, start, end, and the folder for Parquet. */
    public static void main(String[] args) throws Exception {
        String accounts = args[0];
        String folder = args[1];
        SparkSession spark = SparkSession.builder()
                .master("local[2]")
                .appName("callist merge")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.shuffle.partitions", "1")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.databricks.delta.snapshotPartitions", "1")
                .config("spark.sql.codegen.wholeStage", "false")
                .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
                .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
                .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
                .getOrCreate();
        spark.read().json(accounts).createOrReplaceTempView("accounts");
        String table = "delta.`" + folder + "/calls`";
        spark.readStream()
                .format("callist")
                .option("accounts", "accounts")
                .option("startingAt", args[2])
                .option("endingAt", args[3])
                .option("maxTimePerTrigger", "P2D")
                .load()
                .select("provider", "account", "id", "created_at", "status", "raw")
                .writeStream()
                .option("checkpointLocation", folder + "/checkpoint")
                .trigger(Trigger.AvailableNow())
                .foreachBatch((VoidFunction2<Dataset<Row>, Long>) (batch, number) -> merge(batch, table))
                .start()
                .awaitTermination();
        spark.sql("SELECT * FROM " + table).write().mode("overwrite").parquet(args[4]);
        spark.stop();
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
