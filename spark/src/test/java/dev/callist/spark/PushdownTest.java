package dev.callist.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallDirection;
import dev.callist.CallStatus;
import dev.callist.ClientOptions;
import dev.callist.testkit.Sandbox;
import dev.callist.testkit.SandboxCall;
import dev.callist.testkit.SandboxRequest;
import dev.callist.testkit.SignalWireSandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PushdownTest {
    private static final int CALLS = 3_000;
    private static final String CALLS_PATH = "/workspaces/w1/channels/calls?";

    @TempDir
    Path folder;

    private Sandbox server;
    private Dataset<Row> calls;

    @BeforeEach
    void start() {
        server = Sandbox.start(new ManyAccountsProtocol(name -> CALLS));
        AccountViews accounts = new AccountViews();
        IntStream.range(0, 6).forEach(number -> accounts.bird("a" + number, "w" + number, server.url()));
        calls = accounts.calls();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private List<String> requests() {
        return server.requests().stream().map(SandboxRequest::target).toList();
    }

    private static List<String> ids(Predicate<SandboxCall> wanted) {
        return IntStream.range(0, CALLS)
                .mapToObj(SandboxCall::at)
                .filter(wanted)
                .map(call -> call.id().toString())
                .toList();
    }

    private static List<String> ids(Dataset<Row> calls) {
        return calls.select("id").collectAsList().stream()
                .map(row -> row.getString(0))
                .toList();
    }

    @Test
    void sendsOneRequestForAFilteredQueryWithALimit() {
        List<Row> rows = calls.where(
                        "account = 'w1' AND direction = 'INBOUND'"
                                + " AND created_at >= timestamp '2026-02-20 00:00:00' AND created_at < timestamp '2026-02-28 00:00:00'")
                .select("id", "direction", "created_at")
                .limit(7)
                .collectAsList();
        assertThat(rows).hasSize(7).allMatch(row -> row.getString(1).equals("INBOUND"));
        assertThat(requests()).hasSize(1);
        assertThat(requests().get(0))
                .startsWith(CALLS_PATH)
                .contains("limit=7&")
                .contains("direction=incoming")
                .contains("startAt=2026-02-19T23%3A59%3A59.999Z")
                .contains("endAt=2026-02-28T00%3A00%3A00.000Z");
    }

    @Test
    void readsPagesOfTheUsualSizeIfALimitIsLarger() {
        assertThat(calls.where("account = 'w1'").limit(1_500).count()).isEqualTo(1_500);
        assertThat(requests()).hasSize(2).allMatch(request -> request.contains("limit=1000"));
    }

    @Test
    void readsSmallPagesForALimitOnlyIfTheServerDoesAllTheFiltering() {
        try (SignalWireSandbox signalwire = SignalWireSandbox.start(1_000)) {
            Dataset<Row> one = new AccountViews().sandbox("one", signalwire).calls();
            assertThat(one.where("direction = 'INBOUND'").limit(3).collectAsList())
                    .hasSize(3);
            assertThat(one.limit(3).collectAsList()).hasSize(3);
            assertThat(signalwire.requests().stream().map(SandboxRequest::target))
                    .satisfiesExactly(
                            filteredHere -> assertThat(filteredHere).contains("PageSize=1000"),
                            whole -> assertThat(whole).contains("PageSize=3"));
        }
    }

    @Test
    void returnsNoNewerCallsForALimitIfTheEndIsGiven() {
        Instant end = SandboxCall.at(2_500).createdAt();
        Dataset<Row> ended = new AccountViews()
                .bird("a1", "w1", server.url())
                .reader()
                .option("endingAt", end.toString())
                .load();
        List<Row> rows = ended.select("created_at").limit(10).collectAsList();
        assertThat(rows)
                .hasSize(10)
                .allMatch(row -> row.getTimestamp(0).toInstant().isBefore(end));
        assertThat(requests()).hasSize(3).allMatch(request -> request.contains("limit=1000"));
        assertThat(ended.limit(CALLS).count()).isEqualTo(CALLS - 2_500 - 1);
        assertThat(ended.where("created_at >= timestamp '2020-01-01'").limit(10).count())
                .isEqualTo(10);
        assertThat(requests().get(requests().size() - 1)).contains("limit=10&").contains("endAt=");
    }

    @Test
    void sendsNoRequestForAccountsThatAFilterExcludes() {
        assertThat(calls.where("account IN ('w2', 'w4', 'other')").count()).isEqualTo(2 * CALLS);
        assertThat(server.requests().stream().map(ManyAccountsProtocol::workspace))
                .containsOnly("w2", "w4");
        int before = server.requestCount();
        assertThat(calls.where("provider = 'search'").count()).isZero();
        assertThat(calls.where("created_at >= timestamp '2026-02-02' AND created_at < timestamp '2026-02-01'")
                        .count())
                .isZero();
        assertThat(server.requestCount()).isEqualTo(before);
    }

    @Test
    void findsTheSameCallsAsTheFilterOfSpark() {
        Instant from = Instant.parse("2026-02-27T10:11:12.345Z");
        Instant before = Instant.parse("2026-02-28T23:59:59.999Z");
        Dataset<Row> one = calls.where("account = 'w1'");
        assertThat(ids(one.where("created_at > timestamp '2026-02-27 10:11:12.345'"
                        + " AND timestamp '2026-02-28 23:59:59.999' >= created_at")))
                .containsExactlyInAnyOrderElementsOf(ids(call ->
                        call.createdAt().isAfter(from) && !call.createdAt().isAfter(before)));
        assertThat(ids(one.where("status IN ('BUSY', 'NO_ANSWER', 'NOT_A_WORD')")))
                .containsExactlyInAnyOrderElementsOf(
                        ids(call -> call.status() == CallStatus.BUSY || call.status() == CallStatus.NO_ANSWER));
        assertThat(ids(one.where("duration >= 60 AND duration < 300")))
                .containsExactlyInAnyOrderElementsOf(ids(call -> call.duration()
                        .filter(time -> time.toSeconds() >= 60 && time.compareTo(Duration.ofMinutes(5)) < 0)
                        .isPresent()));
        assertThat(ids(one.where("created_at IS NULL"))).isEmpty();
    }

    @Test
    void comparesPartiesAgainInSpark() {
        List<Row> all = calls.where("account = 'w1'").select("id", "from_e164").collectAsList();
        String number = all.stream()
                .map(row -> row.getString(1))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        assertThat(ids(calls.where("account = 'w1' AND from_e164 = '" + number + "'")))
                .containsExactlyInAnyOrderElementsOf(all.stream()
                        .filter(row -> number.equals(row.getString(1)))
                        .map(row -> row.getString(0))
                        .toList());
        assertThat(ids(calls.where("account = 'w1'").where("from_address = 'nobody'")))
                .isEmpty();
    }

    @Test
    void saysInThePlanWhatWasPushed() {
        String plan = calls.where("account = 'w1' AND direction = 'INBOUND' AND parent_id IS NOT NULL")
                .queryExecution()
                .executedPlan()
                .toString();
        assertThat(plan)
                .contains("callist 1 accounts, filters [DIRECTION]")
                .contains("isnotnull(parent_id")
                .doesNotContain("(direction#");
    }

    @Test
    void skipsAccountsThatAJoinRulesOut() {
        String plans = folder.resolve("plans").toString();
        LocalSpark.session()
                .sql("SELECT 'w3' AS account, 'gold' AS plan UNION ALL SELECT 'w5', 'tin'")
                .write()
                .parquet(plans);
        LocalSpark.session().read().parquet(plans).createOrReplaceTempView("plans");
        calls.createOrReplaceTempView("calls");
        long rows = LocalSpark.session()
                .sql("SELECT /*+ BROADCAST(plans) */ * FROM calls JOIN plans ON calls.account = plans.account"
                        + " WHERE plans.plan = 'gold'")
                .count();
        assertThat(rows).isEqualTo(CALLS);
        assertThat(server.requests().stream().map(ManyAccountsProtocol::workspace))
                .containsOnly("w3");
    }

    @Test
    void readsTheProvidersJsonOnlyIfItIsSelected() {
        Row with = calls.where("account = 'w1'").select("id", "raw").limit(1).first();
        assertThat(with.getString(1)).startsWith("{").contains(with.getString(0));
        assertThat(calls.select("id").queryExecution().executedPlan().toString())
                .doesNotContain("raw");
        Dataset<Row> own = new AccountViews()
                .add(
                        "own",
                        OwnProviderFactory.PROVIDER,
                        Map.of("extension", "201", "calls", "250"),
                        "env:CALLIST_TEST_KEY")
                .reader()
                .option("slices", "none")
                .load();
        OwnProviderFactory.OPENED.clear();
        own.select("id", "raw").collectAsList();
        own.select("id").collectAsList();
        own.where("direction = 'INBOUND'").count();
        assertThat(OwnProviderFactory.OPENED)
                .extracting(ClientOptions::keepRawJson)
                .containsExactly(true, false, false);
    }

    @Test
    void filtersHereWhatAServerCannotFilter() {
        try (SignalWireSandbox signalwire = SignalWireSandbox.start(1_000)) {
            Dataset<Row> one = new AccountViews().sandbox("one", signalwire).calls();
            long inbound = IntStream.range(0, 1_000)
                    .mapToObj(SandboxCall::at)
                    .filter(call -> call.direction() == CallDirection.INBOUND)
                    .count();
            assertThat(one.where("direction = 'INBOUND'").count()).isEqualTo(inbound);
            assertThat(signalwire.requests()).hasSize(1);
            assertThat(signalwire.requests().get(0).target()).doesNotContain("irection");
        }
    }
}
