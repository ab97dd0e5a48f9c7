package dev.callist.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.testkit.BirdSandbox;
import dev.callist.testkit.Sandbox;
import dev.callist.testkit.SearchSandbox;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Spark learns about a scan before it reads, and what it makes of it. */
class PlanTest {
    private static final int ACCOUNTS = 5;

    /** Without it, Spark does not use what sources report. */
    private static final String USES_PARTITIONING = "spark.sql.sources.v2.bucketing.enabled";

    private final SparkSession spark = LocalSpark.session();
    private Sandbox server;

    @BeforeEach
    void start() {
        server = Sandbox.start(new ManyAccountsProtocol(name -> 10 + Integer.parseInt(name.substring(1))));
        spark.conf().set(USES_PARTITIONING, true);
    }

    @AfterEach
    void stop() {
        spark.conf().unset(USES_PARTITIONING);
        server.close();
    }

    private Dataset<Row> calls() {
        AccountViews accounts = new AccountViews();
        IntStream.range(0, ACCOUNTS).forEach(number -> accounts.bird("a" + number, "w" + number, server.url()));
        return accounts.calls();
    }

    private static String plan(Dataset<Row> query) {
        return query.queryExecution().executedPlan().toString();
    }

    private static Stream<String> texts(List<Row> rows) {
        return rows.stream().map(row -> row.mkString(" "));
    }

    @Test
    void groupsByAccountWithoutAShuffle() {
        Dataset<Row> counts = calls().groupBy("provider", "account").count();
        List<Row> rows = counts.collectAsList();
        assertThat(texts(rows))
                .containsExactlyInAnyOrder("bird w0 10", "bird w1 11", "bird w2 12", "bird w3 13", "bird w4 14");
        assertThat(plan(counts)).contains("BatchScan").doesNotContain("Exchange");
        assertThat(server.requestCount()).isEqualTo(ACCOUNTS);
    }

    @Test
    void joinsByAccountWithoutAShuffle() {
        calls().createOrReplaceTempView("calls");
        Dataset<Row> joined = spark.sql("SELECT /*+ MERGE(ended) */ ended.account, calls, ended FROM"
                + " (SELECT provider, account, count(*) AS calls FROM calls GROUP BY provider, account) AS every JOIN"
                + " (SELECT provider, account, count(ended_at) AS ended FROM calls GROUP BY provider, account) AS ended"
                + " ON every.provider = ended.provider AND every.account = ended.account");
        assertThat(joined.collectAsList())
                .hasSize(ACCOUNTS)
                .allMatch(row ->
                        row.getLong(1) == 10 + Integer.parseInt(row.getString(0).substring(1)))
                .allMatch(row -> row.getLong(2) > 0 && row.getLong(2) <= row.getLong(1));
        assertThat(plan(joined)).contains("SortMergeJoin").doesNotContain("Exchange");
    }

    @Test
    void readsTheSlicesOfAnAccountInTasksOfTheirOwn() {
        try (BirdSandbox bird = BirdSandbox.start(3_000)) {
            Dataset<Row> calls = new AccountViews()
                    .sandbox("north", bird)
                    .reader()
                    .option("pageSize", "100")
                    .load();
            assertThat(calls.rdd().getNumPartitions()).isBetween(2, 8);
            Dataset<Row> counts = calls.groupBy("provider", "account").count();
            assertThat(texts(counts.collectAsList())).containsExactly("bird " + BirdSandbox.WORKSPACE_ID + " 3000");
        }
    }

    @Test
    void knowsHowManyRowsAListHasIfTheProviderCountsThem() {
        try (SearchSandbox search = SearchSandbox.start(3_456)) {
            Dataset<Row> calls = new AccountViews().sandbox("north", search).calls();
            assertThat(rowCount(calls)).isEqualTo(3_456);
            assertThat(rowCount(
                            calls.where("created_at < timestamp '2020-01-01'").select("id")))
                    .isZero();
        }
    }

    @Test
    void doesNotGuessHowManyRowsAListHas() {
        try (BirdSandbox bird = BirdSandbox.start(3_456)) {
            Dataset<Row> calls = new AccountViews().sandbox("north", bird).calls();
            assertThat(calls.queryExecution().optimizedPlan().stats().rowCount().isEmpty())
                    .isTrue();
        }
    }

    private static long rowCount(Dataset<Row> query) {
        return query.queryExecution().optimizedPlan().stats().rowCount().get().longValue();
    }
}
