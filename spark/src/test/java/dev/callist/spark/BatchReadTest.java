package dev.callist.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callist.CallLister;
import dev.callist.CallListers;
import dev.callist.CallQuery;
import dev.callist.sync.CallColumn;
import dev.callist.sync.CallRow;
import dev.callist.testkit.BirdSandbox;
import dev.callist.testkit.PlivoDialerSandbox;
import dev.callist.testkit.Sandbox;
import dev.callist.testkit.SandboxCall;
import dev.callist.testkit.SearchSandbox;
import dev.callist.testkit.SignalWireSandbox;
import dev.callist.testkit.TwilioSandbox;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import okhttp3.Credentials;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class BatchReadTest {
    private static final int CALLS = 2_345;

    @Test
    void readsEachCallOfEachProviderOnce() {
        try (BirdSandbox bird = BirdSandbox.start(CALLS);
                SignalWireSandbox signalwire = SignalWireSandbox.start(CALLS);
                PlivoDialerSandbox dialer = PlivoDialerSandbox.start(CALLS);
                SearchSandbox search = SearchSandbox.start(CALLS);
                TwilioSandbox twilio = TwilioSandbox.start(CALLS)) {
            Dataset<Row> calls = new AccountViews()
                    .sandbox("one", bird)
                    .sandbox("two", signalwire)
                    .sandbox("three", dialer)
                    .sandbox("four", search)
                    .sandbox("five", twilio)
                    .calls();
            List<Row> rows = calls.select("provider", "id").collectAsList();
            assertThat(rows.stream()
                            .map(row -> row.getString(0) + " " + row.getString(1))
                            .sorted())
                    .containsExactlyElementsOf(Stream.of(
                                    truth("bird", bird),
                                    truth("signalwire", signalwire),
                                    truth("plivo-dialer", dialer),
                                    truth("search", search),
                                    truth("twilio", twilio))
                            .flatMap(ids -> ids)
                            .sorted()
                            .toList());
        }
    }

    private static Stream<String> truth(String provider, Sandbox server) {
        return IntStream.range(0, server.calls()).mapToObj(index -> provider + " " + server.id(index));
    }

    @Test
    void hasTheColumnsThatAStoreHas() {
        try (BirdSandbox bird = BirdSandbox.start(700)) {
            Dataset<Row> calls = new AccountViews().sandbox("one", bird).calls();
            assertThat(calls.schema().fieldNames())
                    .containsExactly(Stream.of(CallColumn.values())
                            .map(CallColumn::sqlName)
                            .toArray(String[]::new));
            Map<String, CallRow> expected = expected(bird);
            List<Row> rows = calls.collectAsList();
            assertThat(rows).hasSize(700);
            for (Row row : rows) {
                CallRow call = expected.get(row.<String>getAs("id"));
                for (CallColumn column : CallColumn.values()) {
                    assertThat(comparable(row.getAs(column.sqlName())))
                            .as(column.sqlName())
                            .isEqualTo(comparable(call.get(column)));
                }
            }
        }
    }

    private static List<String> ids(Dataset<Row> calls) {
        return calls.select("id").collectAsList().stream()
                .map(row -> row.getString(0))
                .sorted()
                .toList();
    }

    private static Map<String, CallRow> expected(BirdSandbox bird) {
        Map<String, CallRow> rows = new HashMap<>();
        try (CallLister lister = CallListers.of(
                "bird",
                Map.of(
                        "workspaceId",
                        BirdSandbox.WORKSPACE_ID,
                        "accessKey",
                        BirdSandbox.ACCESS_KEY,
                        "baseUrl",
                        bird.url().toString()))) {
            lister.list(CallQuery.all()).forEach(call -> rows.put(call.id(), CallRow.of(call, "one")));
        }
        return rows;
    }

    private static Object comparable(Object value) {
        if (value instanceof Timestamp at) {
            return at.toInstant();
        }
        return value instanceof BigDecimal number ? number.stripTrailingZeros() : value;
    }

    @Test
    void readsTwilioWithAnApiKey() {
        try (TwilioSandbox twilio = TwilioSandbox.start(30)) {
            Dataset<Row> calls = new AccountViews()
                    .add(
                            "north",
                            "twilio",
                            Map.of(
                                    "accountSid",
                                    TwilioSandbox.ACCOUNT_SID,
                                    "username",
                                    "SK5b0d9c3e7a414f269d18e30c6b87a2f4",
                                    "apiSecret",
                                    "env:CALLIST_TEST_TWILIO",
                                    "baseUrl",
                                    twilio.url().toString()),
                            null)
                    .calls();
            assertThatThrownBy(calls::count).hasMessageContaining("twilio: AUTHENTICATION");
            assertThat(twilio.requests())
                    .first()
                    .extracting(request -> request.header("Authorization").orElse(""))
                    .isEqualTo(Credentials.basic("SK5b0d9c3e7a414f269d18e30c6b87a2f4", TwilioSandbox.AUTH_TOKEN));
        }
    }

    @Test
    void cutsALargeAccountIntoWindowsThatDoNotOverlap() {
        try (BirdSandbox bird = BirdSandbox.start(30_000)) {
            Dataset<Row> calls = new AccountViews()
                    .sandbox("one", bird)
                    .reader()
                    .option("pageSize", "100")
                    .load()
                    .select("id", "created_at");
            assertThat(calls.rdd().getNumPartitions()).isEqualTo(8);
            int probes = bird.requestCount();
            assertThat(probes).isBetween(2, 16);
            assertThat(ids(calls))
                    .isEqualTo(IntStream.range(0, 30_000)
                            .mapToObj(bird::id)
                            .sorted()
                            .toList());
            assertThat(bird.requestCount()).isLessThan(2 * probes + 300 + 2 * 8);
        }
    }

    @Test
    void cutsTheDialersListIntoWholeDays() {
        try (PlivoDialerSandbox dialer = PlivoDialerSandbox.start(42_000)) {
            Dataset<Row> calls = new AccountViews()
                    .sandbox("one", dialer)
                    .reader()
                    .option("slices", "P1D")
                    .option("endingAt", "2026-03-02T00:00:00Z")
                    .load()
                    .where("created_at >= timestamp '2026-01-20 07:30:00'")
                    .select("id");
            assertThat(calls.rdd().getNumPartitions()).isEqualTo(2);
            assertThat(ids(calls))
                    .isEqualTo(IntStream.range(0, dialer.calls())
                            .filter(index -> !SandboxCall.at(index)
                                    .createdAt()
                                    .truncatedTo(ChronoUnit.SECONDS)
                                    .isBefore(Instant.parse("2026-01-20T07:30:00Z")))
                            .mapToObj(dialer::id)
                            .sorted()
                            .toList());
        }
    }

    @Test
    void doesNotCutAListThatCannotBeSelectedByTime() {
        try (SignalWireSandbox signalwire = SignalWireSandbox.start(3_000)) {
            Dataset<Row> calls = new AccountViews()
                    .sandbox("one", signalwire)
                    .reader()
                    .option("pageSize", "100")
                    .load()
                    .select("id");
            assertThat(calls.rdd().getNumPartitions()).isEqualTo(1);
            assertThat(calls.count()).isEqualTo(3_000);
            assertThat(signalwire.requestCount()).isEqualTo(30);
        }
    }

    @Test
    void readsOnePartitionOfEachAccountWithoutProbesIfThereAreManyAccounts() {
        try (Sandbox server = Sandbox.start(new ManyAccountsProtocol(name -> Integer.parseInt(name.substring(1))))) {
            AccountViews accounts = new AccountViews();
            IntStream.range(0, 20).forEach(number -> accounts.bird("a" + number, "w" + number, server.url()));
            Dataset<Row> calls = accounts.calls().select("account", "id");
            assertThat(calls.rdd().getNumPartitions()).isEqualTo(20);
            assertThat(server.requestCount()).isZero();
            assertThat(calls.distinct().count()).isEqualTo(190);
            assertThat(server.requestCount()).isEqualTo(20);
        }
    }
}
