package dev.callist.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.cli.console.Cancellation;
import dev.callist.cli.providers.ProviderList;
import dev.callist.cli.providers.SandboxAccount;
import dev.callist.sync.CallStore;
import dev.callist.sync.JdbcCallStore;
import dev.callist.sync.SourceSession;
import dev.callist.testkit.BirdSandbox;
import dev.callist.testkit.SearchSandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyncCommandTest {
    private static final String PASSWORD = "pw-canary";

    @TempDir
    Path folder;

    @Test
    void copiesTheSandboxesIfThereAreNoCredentials() throws Exception {
        CommandRun run = CommandRun.of(Map.of(), "sync", "--store", store());
        assertThat(run.code()).isZero();
        assertThat(run.lines()).hasSize(6);
        assertThat(run.out())
                .containsPattern("PROVIDER +NEW +CHANGED +UNCHANGED +MISSING +IN DOUBT +REQUESTS +WATERMARK")
                .containsPattern("bird +2,000 +0 +0 +0 +0 +\\d+  none → 2026-03-01T12:00:00Z");
        assertThat(run.err())
                .startsWith("callist: no credentials in the environment (BIRD_ACCESS_KEY, ")
                .contains("callist: search: reading recent calls\n");
        assertThat(
                        copy().query(
                                        "SELECT provider FROM calls GROUP BY provider HAVING count(*) = 2000 ORDER BY provider"))
                .containsExactly("bird", "plivo-dialer", "search", "signalwire", "twilio");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bird", "signalwire", "signalwire-logs", "plivo-dialer", "search", "twilio"})
    void copiesAnAccountAndWritesNothingTheSecondTime(String provider) throws Exception {
        try (SandboxAccount sandbox = SandboxAccount.start(provider, 3_000, 0)) {
            CommandRun first = on(sandbox, provider, "sync", "--store", store());
            assertThat(first.code()).as(first.err()).isZero();
            assertThat(first.out()).containsPattern(provider + " +3,000 +0 +0 +0 +0 ");
            List<String> written = copy().content();
            List<String> changedAt = copy().query("SELECT id || changed_at || last_seen FROM calls ORDER BY id");
            int requests = sandbox.server().requestCount();

            CommandRun second = on(sandbox, provider, "sync", "--store", store(), "--no-audit");
            assertThat(second.code()).as(second.err()).isZero();
            assertThat(second.out()).containsPattern(provider + " +0 +0 +[\\d,]+ +0 +0 ");
            assertThat(copy().content()).hasSize(3_000).isEqualTo(written);
            assertThat(copy().query("SELECT id || changed_at || last_seen FROM calls ORDER BY id"))
                    .isEqualTo(changedAt);
            assertThat(sandbox.server().requestCount() - requests).isBetween(1, requests);
            assertThat(copy().query("SELECT outcome FROM callist_runs")).containsExactly("COMPLETE", "COMPLETE");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bird", "signalwire", "signalwire-logs", "plivo-dialer", "search", "twilio"})
    void keepsTheProvidersOwnJsonOfEachCall(String provider) throws Exception {
        try (SandboxAccount sandbox = SandboxAccount.start(provider, 20, 0)) {
            on(sandbox, provider, "sync", "--store", store());
            List<String> ids = copy().query("SELECT id FROM calls ORDER BY id");
            List<String> raw = copy().query("SELECT raw FROM calls ORDER BY id");
            assertThat(raw).hasSize(20).doesNotContainNull();
            for (int i = 0; i < ids.size(); i++) {
                assertThat(raw.get(i)).startsWith("{").endsWith("}").contains(ids.get(i));
            }
            CommandRun verified = on(sandbox, provider, "verify", "--store", store());
            assertThat(verified.code()).as(verified.err()).isIn(0, 3);
            assertThat(verified.err()).contains("the copy is equal");
        }
    }

    @Test
    void leavesTheProvidersOwnJsonOutAndKeepsWhatIsThere() throws Exception {
        try (SandboxAccount sandbox = SandboxAccount.start("bird", 20, 0)) {
            CommandRun first = on(sandbox, "bird", "sync", "--store", store(), "--no-raw");
            assertThat(first.code()).as(first.err()).isZero();
            assertThat(copy().query("SELECT raw FROM calls")).hasSize(20).containsOnlyNulls();

            CommandRun added = on(sandbox, "bird", "sync", "--store", store());
            assertThat(added.out()).containsPattern("bird +0 +20 +0 ");
            List<String> raw = copy().query("SELECT raw FROM calls ORDER BY id");
            assertThat(raw).doesNotContainNull();

            CommandRun without = on(sandbox, "bird", "sync", "--store", store(), "--no-raw");
            assertThat(without.out()).containsPattern("bird +0 +0 +20 ");
            assertThat(copy().query("SELECT raw FROM calls ORDER BY id")).isEqualTo(raw);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bird", "signalwire", "signalwire-logs", "plivo-dialer", "search", "twilio"})
    void writesOneRowWhenNothingIsNew(String provider) throws Exception {
        try (SandboxAccount sandbox = SandboxAccount.start(provider, 300, 0)) {
            on(sandbox, provider, "sync", "--store", store());
            copy().change("CREATE TABLE written (change TEXT)");
            for (String table : List.of("calls", "callist_sources", "callist_runs", "callist_schema")) {
                for (String change : List.of("INSERT", "UPDATE", "DELETE")) {
                    copy().change("CREATE TRIGGER of_" + table + change + " AFTER " + change + " ON " + table
                            + " BEGIN INSERT INTO written VALUES ('" + change + " " + table + "'); END");
                }
            }
            CommandRun second = on(sandbox, provider, "sync", "--store", store());
            assertThat(second.out()).containsPattern(provider + " +0 +0 +[\\d,]+ +0 +0 ");
            assertThat(copy().query("SELECT change FROM written")).containsExactly("INSERT callist_runs");
        }
    }

    @Test
    void sendsOnlyTheRequestsOfTheLookbackWhenNothingIsNew() {
        try (SandboxAccount sandbox = SandboxAccount.start("bird", 6_000, 0)) {
            on(sandbox, "bird", "sync", "--store", store(), "--page-size", "100");
            int first = sandbox.server().requestCount();
            on(
                    sandbox,
                    "bird",
                    "sync",
                    "--store",
                    store(),
                    "--page-size",
                    "100",
                    "--lookback",
                    "1h",
                    "--open-for",
                    "1h",
                    "--no-audit");
            assertThat(first).isGreaterThan(59);
            assertThat(sandbox.server().requestCount() - first).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bird", "signalwire", "signalwire-logs", "plivo-dialer", "search", "twilio"})
    void namesTheMissingVariableOfAnAccount(String provider) {
        String variable = provider.replace("-logs", "").toUpperCase(Locale.ROOT).replace('-', '_') + "_";
        CommandRun run =
                CommandRun.of(Map.of("BIRD_WORKSPACE_ID", "w"), "sync", "--provider", provider, "--store", store());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("callist: INVALID_CONFIG: " + variable).contains(" is missing; set it as ");
        assertThat(Path.of(store())).doesNotExist();
    }

    @Test
    void doesNotMixSandboxesWithRealAccounts() throws Exception {
        try (SandboxAccount sandbox = SandboxAccount.start("bird", 10, 0)) {
            String real = folder.resolve("real.db").toString();
            on(sandbox, "bird", "sync", "--store", real);
            CommandRun madeUp = CommandRun.of(Map.of(), "sync", "--store", real);
            assertThat(madeUp.code()).isEqualTo(2);
            assertThat(madeUp.err())
                    .endsWith("callist: INVALID_CONFIG: the store has copies of real accounts;"
                            + " set their credentials, or give another --store\n");
            assertThat(CopiedCalls.sqlite(real).query("SELECT count(*) FROM calls"))
                    .containsExactly("10");

            CommandRun.of(Map.of(), "sync", "--store", store());
            CommandRun ofAccount = on(sandbox, "bird", "sync", "--store", store());
            assertThat(ofAccount.code()).isEqualTo(2);
            assertThat(ofAccount.err())
                    .isEqualTo("callist: INVALID_CONFIG: the store has the made-up calls of the built-in sandboxes;"
                            + " give another --store\n");
            assertThat(copy().query("SELECT count(*) FROM calls")).containsExactly("10000");
        }
    }

    @Test
    void copiesTheOtherSourcesIfOneFails() throws Exception {
        try (BirdSandbox bird = BirdSandbox.start(50);
                SearchSandbox search = SearchSandbox.start(50)) {
            CommandRun run = CommandRun.of(
                    Map.of(
                            "BIRD_ACCESS_KEY",
                            "wrong-key-canary",
                            "BIRD_WORKSPACE_ID",
                            BirdSandbox.WORKSPACE_ID,
                            "BIRD_BASE_URL",
                            bird.url().toString(),
                            "SEARCH_API_KEY",
                            SearchSandbox.API_KEY,
                            "SEARCH_BASE_URL",
                            search.url().toString()),
                    "sync",
                    "--store",
                    store());
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.err())
                    .contains("callist: AUTHENTICATION: bird: ")
                    .doesNotContain("canary")
                    .doesNotContain("\tat ");
            assertThat(run.out()).containsPattern("search +50 ").doesNotContain("bird");
            assertThat(copy().query("SELECT DISTINCT provider FROM calls")).containsExactly("search");
        }
    }

    @Test
    @Timeout(60)
    void runsAgainAndAgainUntilItIsCancelled() throws Exception {
        try (SandboxAccount sandbox = SandboxAccount.start("bird", 10, 0)) {
            Cancellation cancellation = new Cancellation();
            CompletableFuture<CommandRun> command =
                    begin(sandbox, cancellation, "sync", "--store", store(), "--every", "1s");
            boolean hasEnded = false;
            while (sandbox.server().requestCount() < 2 && !hasEnded) {
                hasEnded = endsWithinAMillisecond(command);
            }
            cancellation.cancel();
            CommandRun run = command.get(30, TimeUnit.SECONDS);
            assertThat(run.code()).isIn(0, 3);
            assertThat(run.out()).containsPattern("bird +10 ");
            assertThat(copy().query("SELECT outcome FROM callist_runs").size()).isGreaterThanOrEqualTo(2);
        }
    }

    private static boolean endsWithinAMillisecond(CompletableFuture<CommandRun> command) throws Exception {
        try {
            return command.get(1, TimeUnit.MILLISECONDS) != null;
        } catch (TimeoutException e) {
            return false;
        }
    }

    @Test
    void stopsARunThatIsCancelled() {
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();
        CommandRun run = CommandRun.of(
                ProviderList.ALL, Map.of(), cancelled, false, "sync", "--store", store(), "--every", "1h");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).endsWith("callist: stopped; the next run continues here\n");
    }

    @Test
    void refusesASecondRunOfTheSameSource() {
        try (SandboxAccount sandbox = SandboxAccount.start("bird", 10, 0)) {
            on(sandbox, "bird", "sync", "--store", store());
            try (CallStore store = JdbcCallStore.open(store());
                    SourceSession session = store.open(store.sources().get(0), Duration.ZERO)) {
                assertThat(session.state().watermark()).isPresent();
                CommandRun run = on(sandbox, "bird", "sync", "--store", store(), "--quiet");
                assertThat(run.code()).isEqualTo(1);
                assertThat(run.err())
                        .startsWith("callist: LOCKED: bird ")
                        .endsWith("is being written by another run; try again when it has ended\n");
            }
        }
    }

    @Test
    void refusesOtherFiltersUnlessTheyAreAllowed() {
        try (SandboxAccount sandbox = SandboxAccount.start("bird", 10, 0)) {
            on(sandbox, "bird", "sync", "--store", store());
            CommandRun other = on(sandbox, "bird", "sync", "--store", store(), "--direction", "inbound");
            assertThat(other.code()).isEqualTo(1);
            assertThat(other.err()).startsWith("callist: QUERY_CHANGED: ").endsWith(" (--several-queries)\n");
            CommandRun allowed =
                    on(sandbox, "bird", "sync", "--store", store(), "--direction", "inbound", "--several-queries");
            assertThat(allowed.code()).as(allowed.err()).isZero();
        }
    }

    @Test
    void saysWhatIsWrongWithAStore() throws Exception {
        Path text =
                Files.writeString(folder.resolve("text.txt"), "this is not a database, but a text of some length\n");
        CommandRun.of(Map.of(), "sync", "--store", store());
        copy().change("INSERT INTO callist_schema (version) VALUES (99)");

        assertStoreFails(1, "NOT_A_STORE", "is not a SQLite database, or is damaged", text.toString());
        assertStoreFails(1, "NOT_A_STORE", "is a folder; name a file", folder.toString());
        assertStoreFails(
                1,
                "READ_ONLY",
                "create the folder",
                folder.resolve("none/calls.db").toString());
        assertStoreFails(1, "NEWER_SCHEMA", "use that version", store());
        assertStoreFails(1, "UNAVAILABLE", "check the address", "jdbc:postgresql://127.0.0.1:1/calls?user=callist");
        assertStoreFails(2, "INVALID_CONFIG", "set PGPASSWORD", "jdbc:postgresql://u:" + PASSWORD + "@127.0.0.1:1/x");
        assertStoreFails(
                2, "INVALID_CONFIG", "set PGPASSWORD", "jdbc:postgresql://127.0.0.1:1/x?user=u&password=" + PASSWORD);
        assertStoreFails(2, "INVALID_CONFIG", "the path of a SQLite file", "postgres://u:" + PASSWORD + "@127.0.0.1/x");
        assertThat(Files.readString(text)).startsWith("this is not a database");
    }

    private static void assertStoreFails(int code, String kind, String remedy, String store) {
        CommandRun run = CommandRun.of(
                Map.of("PGPASSWORD", PASSWORD, "BIRD_ACCESS_KEY", "key", "BIRD_WORKSPACE_ID", "w"),
                "sync",
                "--store",
                store);
        assertThat(run.code()).as(run.err()).isEqualTo(code);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("callist: " + kind + ": ")
                .contains(remedy)
                .doesNotContain(PASSWORD);
        assertThat(run.err().lines()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "sync|--store is missing; give --store calls.db",
                "sync --store x.db --every 100ms|is not a duration",
                "sync --store x.db --every 0|--every must be at least 1s",
                "sync --store x.db --lookback long|is not a duration",
                "sync --store x.db --backfill 2026-01-01 --created-from 2026-02-01|give either --backfill or --created-from",
                "sync --store x.db --provider nobody|'nobody' is not one of bird",
                "sync --store x.db --account a|--account works with one account only",
                "verify|give either --store or --file",
                "verify --store x.db --file calls.jsonl|give either --store or --file",
                "verify --store x.db|x.db does not exist; correct --store, or run 'callist sync' first",
                "verify --file x.jsonl --zone Mars/Base|'Mars/Base' is not a zone; write Europe/Lisbon",
            })
    void saysWhichOptionsAreWrong(String command, String message) {
        CommandRun run =
                CommandRun.of(Map.of(), command.replace("x.db", store()).split(" ", -1));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(message.replace("x.db", store())).doesNotContain("\tat ");
        assertThat(Path.of(store())).doesNotExist();
    }

    @Test
    void refusesFiltersOnWhatChanges() {
        CommandRun run = CommandRun.of(Map.of(), "sync", "--store", store(), "--status", "completed");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .endsWith("callist: INVALID_CONFIG: a copy cannot be filtered by --status; filter the copy instead\n");
        CommandRun several = CommandRun.of(
                Map.of(),
                "sync",
                "--store",
                store(),
                "--tag",
                "vip",
                "--min-duration",
                "1m",
                "--created-before",
                "2026-01-01");
        assertThat(several.code()).isEqualTo(2);
        assertThat(several.err()).contains("--tag").contains("--min-duration").contains("--created-before");
        CommandRun verified = CommandRun.of(
                Map.of(),
                "verify",
                "--store",
                existingStore(),
                "--status",
                "completed",
                "--created-before",
                "2026-01-01");
        assertThat(verified.code()).isEqualTo(2);
        assertThat(verified.err()).endsWith(" a copy cannot be filtered by --status; filter the copy instead\n");
    }

    private String existingStore() {
        JdbcCallStore.open(store()).close();
        return store();
    }

    @Test
    @Timeout(60)
    void stopsWaitingForAnotherRunAtOnceWhenItIsCancelled() throws Exception {
        try (SandboxAccount sandbox = SandboxAccount.start("bird", 10, 0)) {
            on(sandbox, "bird", "sync", "--store", store());
            try (CallStore store = JdbcCallStore.open(store());
                    SourceSession session = store.open(store.sources().get(0), Duration.ZERO)) {
                assertThat(session.state().watermark()).isPresent();
                Cancellation cancellation = new Cancellation();
                CompletableFuture<CommandRun> command =
                        begin(sandbox, cancellation, "sync", "--store", store(), "--wait", "10m");
                assertThat(endsWithinAMillisecond(command)).isFalse();
                cancellation.cancel();
                CommandRun run = command.get(30, TimeUnit.SECONDS);
                assertThat(run.code()).isEqualTo(3);
                assertThat(run.err()).isEqualTo("callist: stopped; the next run continues here\n");
            }
        }
    }

    @Test
    void printsNoNumberAndNoSecret() throws Exception {
        try (SandboxAccount sandbox = SandboxAccount.start("bird", 500, 0)) {
            CommandRun copied = on(sandbox, "bird", "sync", "--store", store());
            copy().change("UPDATE calls SET from_address = '+15550100', to_e164 = '+15550101' WHERE rowid < 9");
            CommandRun verified = on(sandbox, "bird", "verify", "--store", store());
            List<String> numbers = copy().query(
                            "SELECT from_address FROM calls UNION SELECT to_address FROM calls UNION SELECT from_e164 FROM calls");
            assertThat(numbers).hasSizeGreaterThan(100);
            String texts = copied.out() + copied.err() + verified.out() + verified.err();
            assertThat(verified.code()).isEqualTo(3);
            numbers.stream()
                    .filter(number -> number != null && number.matches(".*\\d{7}.*"))
                    .forEach(number -> assertThat(texts).doesNotContain(number));
            sandbox.account().environment().values().forEach(secret -> assertThat(texts)
                    .doesNotContain(secret));
        }
    }

    private String store() {
        return folder.resolve("calls.db").toString();
    }

    private CopiedCalls copy() {
        return CopiedCalls.sqlite(store());
    }

    private static CommandRun on(SandboxAccount sandbox, String provider, String command, String... more) {
        return CommandRun.on(ProviderList.ALL.named(provider), sandbox.account(), command, more);
    }

    /** Begins {@code callist sync} of Bird in the background. */
    private static CompletableFuture<CommandRun> begin(
            SandboxAccount sandbox, Cancellation cancellation, String command, String... more) {
        return CompletableFuture.supplyAsync(() -> CommandRun.of(
                ProviderList.ALL,
                sandbox.account().environment(),
                cancellation,
                false,
                args(sandbox, "bird", command, more)));
    }

    private static String[] args(SandboxAccount sandbox, String provider, String command, String... more) {
        List<String> args = new ArrayList<>(List.of(command, "--provider", provider));
        args.addAll(sandbox.account().arguments());
        args.addAll(List.of(more));
        return args.toArray(String[]::new);
    }
}
