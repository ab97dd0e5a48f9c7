package dev.callist.spark;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import dev.callist.CallLister;
import dev.callist.CallListers;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import dev.callist.testkit.BirdSandbox;
import dev.callist.testkit.Fault;
import dev.callist.testkit.Sandbox;
import java.lang.management.ManagementFactory;
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
 * Reads many accounts and writes Parquet. To read a million calls of a thousand accounts, and to print how long that
 * takes, set {@code -Dcallist.sparkAccounts=1000 -Dcallist.sparkCalls=1000 -Dcallist.sparkTimes=true}, and perhaps
 * {@code -Dcallist.sparkDelay=50} milliseconds before each answer, {@code -Dcallist.sparkCores=1}, or {@code
 * -Dcallist.sparkEven=true} for accounts of the same size.
 */
class ManyAccountsTest {
    private static final int ACCOUNTS = Integer.getInteger("callist.sparkAccounts", 100);
    private static final int MEAN = Integer.getInteger("callist.sparkCalls", 100);
    private static final boolean PRINTS_TIMES = Boolean.getBoolean("callist.sparkTimes");
    private static final int DELAY = Integer.getInteger("callist.sparkDelay", 0);
    private static final boolean IS_EVEN = Boolean.getBoolean("callist.sparkEven");
    private static final int PAGE = 1000;

    private final SparkSession spark = LocalSpark.session();

    private static int calls(String workspace) {
        int number = Integer.parseInt(workspace.substring(1));
        return IS_EVEN ? MEAN : MEAN / 2 + (number * 7919) % (MEAN + 1);
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
        System.out.printf("%,d calls of %,d accounts, %,d requests (fewest %,d)%n", rows, ACCOUNTS, requests, fewest);
        for (int round = 1; round <= 3; round++) {
            Cost withSpark =
                    Cost.of(() -> calls.write().format("noop").mode("overwrite").save());
            Cost plain = Cost.of(() -> assertThat(plainIterators(server)).isEqualTo(rows));
            Cost empty = Cost.of(() -> spark.range(0, ACCOUNTS, 1, ACCOUNTS)
                    .write()
                    .format("noop")
                    .mode("overwrite")
                    .save());
            System.out.printf(
                    "round %d: Spark %s, plain iterator %s (%.2f, of the processors' time %.2f), %,d empty tasks %s%n",
                    round,
                    withSpark,
                    plain,
                    withSpark.seconds() / plain.seconds(),
                    withSpark.processorSeconds() / plain.processorSeconds(),
                    ACCOUNTS,
                    empty);
        }
    }

    /** What something takes; on a busy machine, only the time of the processors says much. */
    private record Cost(double seconds, double processorSeconds) {
        static Cost of(Runnable action) {
            long start = System.nanoTime();
            long startOfProcessors = processorNanos();
            action.run();
            return new Cost((System.nanoTime() - start) / 1e9, (processorNanos() - startOfProcessors) / 1e9);
        }

        private static long processorNanos() {
            return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
        }

        @Override
        public String toString() {
            return String.format("%.1f s (processors %.1f s)", seconds, processorSeconds);
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
