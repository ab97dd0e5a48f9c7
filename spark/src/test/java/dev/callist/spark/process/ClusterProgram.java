package dev.callist.spark.process;

import org.apache.spark.sql.SparkSession;

/** Reads the same calls again and again on a cluster of two executors, and writes them as Parquet. */
final class ClusterProgram {
    private ClusterProgram() {}

    /** Accounts, folder for Parquet, how many times, and the class path and the JVM options of executors. */
    public static void main(String[] args) {
        SparkSession spark = SparkSession.builder()
                .master("local-cluster[2,1,480]")
                .appName("callist cluster")
                .config("spark.ui.enabled", "false")
                .config("spark.executor.memory", "480m")
                .config("spark.executor.extraJavaOptions", args[4])
                .config("spark.sql.codegen.wholeStage", "false")
                .config("spark.executor.extraClassPath", args[3])
                .config("spark.deploy.maxExecutorRetries", "-1")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.executorEnv.CALLIST_TEST_KEY", System.getenv("CALLIST_TEST_KEY"))
                .config("spark.sql.session.timeZone", "UTC")
                .getOrCreate();
        spark.read().json(args[0]).createOrReplaceTempView("accounts");
        for (int round = 0; round < Integer.parseInt(args[2]); round++) {
            spark.read()
                    .format("callist")
                    .option("accounts", "accounts")
                    .load()
                    .select("account", "id", "created_at")
                    .write()
                    .mode("overwrite")
                    .parquet(args[1] + "/round-" + round);
        }
        spark.stop();
    }
}
