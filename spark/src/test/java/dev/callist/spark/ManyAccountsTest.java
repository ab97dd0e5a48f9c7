package dev.callist.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallLister;
import dev.callist.CallListers;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import dev.callist.testkit.BirdSandbox;
import dev.callist.testkit.Fault;
import dev.callist.testkit.Sandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/**
 * Reads many accounts and writes Parquet. To read a million calls of a thousand accounts, and to print how long that takes, set {@code
 * -Dcallist.sparkAccounts=1000 -Dcallist.sparkCalls=1000 -Dcallist.sparkTimes=true}, and perhaps
 * {@code -Dcallist.sparkDelay=50} milliseconds before each answer.
 */
class ManyAccountsTest {
    private static final int ACCOUNTS = Integer.getInteger("callist.sparkAccounts", 100);
    private static final int MEAN = Integer.getInteger("callist.sparkCalls", 100);
    private static final boolean PRINTS_TIMES = Boolean.getBoolean("callist.sparkTimes");
    private static final int DELAY = Integer.getInteger("callist.sparkDelay", 0);
    private static final int PAGE = 1000;

    private final SparkSession spark = LocalSpark.session();

    private static int calls(String workspace) {
        int number = Integer.parseInt(workspace.substring(1));
        return MEAN / 2 + (number * 7919) % (MEAN + 1);
    }

    @Test
    void readsEachCallOnceWithTheFewestRequests() {
        try (Sandbox server = Sandbox.start(new ManyAccountsProtocol(ManyAccountsTest::calls))) {
            AccountViews accounts = new AccountViews();
            IntStream.range(0, ACCOUNTS).forEach(number -> accounts.bird("a" + number, "w" + number, server.url()));
            Dataset<Row> calls = accounts.calls();
            String parquet = Path.of(System.getProperty("callist.parquet", "target/many-accounts.parquet"))
                    .toAbsolutePath()
                    .toString();
            int before = server.requestCount();
            calls.write().mode("overwrite").parquet(parquet);
            int requests = server.requestCount() - before;

            Dataset<Row> table = spark.read().parquet(parquet);
            long expected = IntStream.range(0, ACCOUNTS)
                    .mapToLong(number -> calls("w" + number))
                    .sum();
            assertThat(table.count()).isEqualTo(expected);
            assertThat(table.groupBy("provider", "account", "id")
                            .count()
                            .where("count > 1")
                            .count())
                    .isZero();
            List<String> ids = IntStream.range(0, 2 * MEAN).mapToObj(server::id).toList();
            Dataset<Row> truth = spark.createDataset(ids, Encoders.STRING()).toDF("id");
            assertThat(table.join(truth, "id").count()).isEqualTo(expected);
            assertThat(table.groupBy("account").count().collectAsList())
                    .allMatch(row -> row.getLong(1) == calls(row.getString(0)));

            int fewest = IntStream.range(0, ACCOUNTS)
                    .map(number -> calls("w" + number) / PAGE + 1)
                    .sum();
            assertThat(requests).isEqualTo(fewest);
            if (PRINTS_TIMES) {
                server.always(DELAY == 0 ? Fault.none() : Fault.delayed(Duration.ofMillis(DELAY)));
                printTimes(calls, server, expected, requests, fewest);
            }
        }
    }

    private void printTimes(Dataset<Row> calls, Sandbox server, long rows, int requests, int fewest) {
        for (int round = 1; round <= 3; round++) {
            long start = System.nanoTime();
            calls.write().format("noop").mode("overwrite").save();
            long withSpark = System.nanoTime() - start;
            start = System.nanoTime();
            long listed = plainIterators(server);
            long plain = System.nanoTime() - start;
            start = System.nanoTime();
            spark.range(0, ACCOUNTS, 1, ACCOUNTS)
                    .write()
                    .format("noop")
                    .mode("overwrite")
                    .save();
            long empty = System.nanoTime() - start;
            assertThat(listed).isEqualTo(rows);
            System.out.printf(
                    "round %d: %,d calls of %,d accounts, %,d requests (fewest %,d); Spark %s, plain iterator %s (%.2f),"
                            + " %,d empty tasks %s%n",
                    round,
                    rows,
                    ACCOUNTS,
                    requests,
                    fewest,
                    Duration.ofNanos(withSpark),
                    Duration.ofNanos(plain),
                    (double) withSpark / plain,
                    ACCOUNTS,
                    Duration.ofNanos(empty));
        }
    }

    private static long plainIterators(Sandbox server) {
        long listed = 0;
        for (int number = 0; number < ACCOUNTS; number++) {
            Map<String, String> settings = Map.of(
                    "workspaceId",
                    "w" + number,
                    "accessKey",
                    BirdSandbox.ACCESS_KEY,
                    "baseUrl",
                    server.url().toString());
            try (CallLister lister = CallListers.of("bird", settings, ClientOptions.defaults())) {
                listed += lister.list(CallQuery.all()).stream().count();
            }
        }
        return listed;
    }
}
