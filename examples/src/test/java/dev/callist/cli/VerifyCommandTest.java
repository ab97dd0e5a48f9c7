package dev.callist.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.Call;
import dev.callist.CallDirection;
import dev.callist.CallLister;
import dev.callist.CallStatus;
import dev.callist.ClientOptions;
import dev.callist.ProviderFilters;
import dev.callist.cli.console.Cancellation;
import dev.callist.cli.providers.ProviderList;
import dev.callist.cli.providers.SandboxAccount;
import dev.callist.provider.ProviderFactory;
import dev.callist.provider.ProviderSettings;
import dev.callist.testkit.BirdSandbox;
import dev.callist.testkit.InMemoryCalls;
import dev.callist.testkit.SearchSandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyCommandTest {
    @TempDir
    Path folder;

    private String store = "";
    private CopiedCalls copy = CopiedCalls.sqlite("");

    @BeforeEach
    void nameStore() {
        store = folder.resolve("calls.db").toString();
        copy = CopiedCalls.sqlite(store);
    }

    @Test
    void findsTheSandboxesEqualToTheirCopy() {
        CommandRun.of(Map.of(), "sync", "--store", store);
        CommandRun run = CommandRun.of(Map.of(), "verify", "--store", store);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.lines())
                .contains("bird", "plivo-dialer", "search", "signalwire", "twilio")
                .filteredOn(line -> line.matches("all +2,000 +2,000 +0 +0 +0"))
                .hasSize(5);
        assertThat(run.err()).contains("callist: bird: the copy is equal, created before 2026-03-01T12:00:00.000001Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bird", "signalwire", "signalwire-logs", "plivo-dialer", "search", "twilio"})
    void namesEachDifferenceWithItsColumns(String provider) throws Exception {
        try (SandboxAccount sandbox = SandboxAccount.start(provider, 500, 0)) {
            on(sandbox, provider, "sync", "--store", store);
            String missing = sandbox.server().id(3);
            String changed = sandbox.server().id(7);
            String marked = sandbox.server().id(11);
            copy.change("DELETE FROM calls WHERE id = '" + missing + "'");
            copy.change("UPDATE calls SET status = 'UNKNOWN', duration = 987654 WHERE id = '" + changed + "'");
            copy.change("UPDATE calls SET missing_since = last_seen WHERE id = '" + marked + "'");
            copy.change(copyOf(sandbox.server().id(20), "extra-id"));

            CommandRun run = on(sandbox, provider, "verify", "--store", store);
            assertThat(run.code()).isEqualTo(3);
            assertThat(run.lines())
                    .anyMatch(line -> line.matches("all +499 +500 +1 +2 +1"))
                    .anyMatch(line -> line.matches(provider + " +" + missing + " .*only in list *"))
                    .anyMatch(line -> line.matches(provider + " +" + marked + " .*only in list *"))
                    .anyMatch(line -> line.matches(provider + " +extra-id .*only in copy *"))
                    .anyMatch(line -> line.matches(provider + " +" + changed + " .*different +.*duration.*"))
                    .anyMatch(line -> line.matches(provider + " +" + changed + " .*different +.*status.*"));
            assertThat(run.err()).contains("callist: 4 calls differ, created before ");
        }
    }

    @Test
    void writesAllDifferencesIntoAFile() throws Exception {
        try (SandboxAccount sandbox = SandboxAccount.start("bird", 500, 0)) {
            on(sandbox, "bird", "sync", "--store", store);
            copy.change("DELETE FROM calls WHERE id IN (SELECT id FROM calls ORDER BY id LIMIT 30)");
            Path ids = folder.resolve("ids.tsv");
            CommandRun run = on(sandbox, "bird", "verify", "--store", store, "--ids", ids.toString());
            assertThat(run.code()).isEqualTo(3);
            assertThat(run.lines())
                    .filteredOn(line -> line.contains("only in list"))
                    .hasSize(20);
            assertThat(run.err()).endsWith("callist: the first 20 of 30 differences; " + ids + " has all\n");
            List<String> lines = Files.readAllLines(ids);
            assertThat(lines).hasSize(31).startsWith("provider\tid\tday\tfound\tcolumns");
            assertThat(lines.stream().skip(1))
                    .allMatch(line -> line.matches("bird\t\\S+\t2026-\\d\\d-\\d\\d\tonly in list\t"));

            CommandRun again = on(sandbox, "bird", "verify", "--store", store, "--ids", ids.toString());
            assertThat(again.code()).isEqualTo(2);
            assertThat(again.err()).contains(ids + " already exists; use --overwrite");
            CommandRun replaced =
                    on(sandbox, "bird", "verify", "--store", store, "--ids", ids.toString(), "--overwrite");
            assertThat(replaced.code()).isEqualTo(3);
            assertThat(Files.readAllLines(ids)).containsExactlyInAnyOrderElementsOf(lines);
            CommandRun ofStore = on(sandbox, "bird", "verify", "--store", store, "--ids", store);
            assertThat(ofStore.code()).isEqualTo(2);
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files).noneMatch(file -> file.toString().endsWith(".part"));
            }
        }
    }

    @Test
    void comparesOnlyTheWindow() throws Exception {
        try (SandboxAccount sandbox = SandboxAccount.start("bird", 2_000, 0)) {
            on(sandbox, "bird", "sync", "--store", store);
            copy.change("DELETE FROM calls WHERE created_at < '2026-02-28'");
            CommandRun later = on(sandbox, "bird", "verify", "--store", store, "--created-from", "2026-02-28");
            assertThat(later.code()).as(later.out()).isZero();
            assertThat(later.err())
                    .endsWith("the copy is equal,"
                            + " created from 2026-02-28T00:00:00Z to before 2026-03-01T12:00:00.000001Z\n");
            CommandRun earlier = on(sandbox, "bird", "verify", "--store", store, "--created-before", "2026-02-28");
            assertThat(earlier.code()).isEqualTo(3);
            CommandRun outside = on(sandbox, "bird", "verify", "--store", store, "--created-from", "2026-03-02");
            assertThat(outside.code()).isEqualTo(2);
            assertThat(outside.err())
                    .contains(" has calls from the start to 2026-03-01T12:00:00Z; give another --created-from");
        }
    }

    @Test
    void saysThatASourceHasNoCopy() {
        try (BirdSandbox bird = BirdSandbox.start(20);
                SearchSandbox search = SearchSandbox.start(20)) {
            Map<String, String> both = Map.of(
                    "BIRD_ACCESS_KEY", BirdSandbox.ACCESS_KEY,
                    "BIRD_WORKSPACE_ID", BirdSandbox.WORKSPACE_ID,
                    "BIRD_BASE_URL", bird.url().toString(),
                    "SEARCH_API_KEY", SearchSandbox.API_KEY,
                    "SEARCH_BASE_URL", search.url().toString());
            CommandRun.of(both, "sync", "--provider", "search", "--store", store);
            CommandRun run = CommandRun.of(both, "verify", "--store", store);
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err())
                    .contains("callist: INVALID_CONFIG: bird: the store has no copy of bird ")
                    .contains("; run 'callist sync' with the same options first\n")
                    .contains("callist: search: the copy is equal");
        }
    }

    @Test
    void refusesToCompareSandboxesWithRealAccounts() {
        try (SandboxAccount sandbox = SandboxAccount.start("bird", 10, 0)) {
            on(sandbox, "bird", "sync", "--store", store);
            CommandRun run = CommandRun.of(Map.of(), "verify", "--store", store);
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).contains("the store has copies of real accounts; set their credentials");
        }
    }

    @Test
    void comparesAnExportedFile() throws Exception {
        Path file = folder.resolve("calls.jsonl");
        try (SandboxAccount sandbox = SandboxAccount.start("bird", 300, 0)) {
            on(sandbox, "bird", "export", "--output", file.toString());
            CommandRun equal = on(sandbox, "bird", "verify", "--file", file.toString());
            assertThat(equal.code()).as(equal.out() + equal.err()).isZero();
            assertThat(equal.err()).isEqualTo("callist: the copy is equal\n");

            List<String> lines = Files.readAllLines(file);
            Files.write(file, lines.subList(5, lines.size()));
            CommandRun different = on(sandbox, "bird", "verify", "--file", file.toString());
            assertThat(different.code()).isEqualTo(3);
            assertThat(different.out())
                    .containsPattern("all +295 +300 +0 +5 +0")
                    .contains(sandbox.server().id(0));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {"not json", "{\"provider\":5", "{}", "null", "[1,2]", "id,provider"})
    void saysWhichLineOfAFileIsNotACall(String line) throws Exception {
        Path file = folder.resolve("calls.jsonl");
        try (SandboxAccount sandbox = SandboxAccount.start("bird", 3, 0)) {
            on(sandbox, "bird", "export", "--output", file.toString());
            Files.writeString(file, Files.readString(file) + line + "\n");
            CommandRun run = on(sandbox, "bird", "verify", "--file", file.toString());
            assertThat(run.code()).as(run.err()).isEqualTo(2);
            assertThat(run.err())
                    .matches("callist: INVALID_CONFIG: line [345] of " + file
                            + " is not a call; write the file with 'callist export --format jsonl'\n");
        }
    }

    @Test
    void saysThatAFileDoesNotExist() {
        try (SandboxAccount sandbox = SandboxAccount.start("bird", 3, 0)) {
            CommandRun run = on(
                    sandbox, "bird", "verify", "--file", folder.resolve("none").toString());
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.err()).startsWith("callist: FILE: ").contains("none");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "America/New_York, 2026-03-08T04:59:59Z, 2026-03-08T05:00:00Z, 2026-03-09T03:59:59Z, 2026-03-09T04:00:00Z,"
                + " 2026-03-07, 2026-03-08, 2026-03-09",
        "Europe/Lisbon, 2026-10-24T22:59:59Z, 2026-10-24T23:00:00Z, 2026-10-25T23:59:59Z, 2026-10-26T00:00:00Z,"
                + " 2026-10-24, 2026-10-25, 2026-10-26"
    })
    void countsLocalDaysOverAChangeOfTheClocks(
            String zone,
            Instant before,
            Instant first,
            Instant last,
            Instant after,
            String day1,
            String day2,
            String day3) {
        List<Call> calls = List.of(call("d", after), call("c", last), call("b", first), call("a", before));
        InMemoryProvider provider = new InMemoryProvider(calls);
        CommandRun copied = run(provider, "sync", "--store", store);
        assertThat(copied.code()).as(copied.err()).isZero();
        provider.calls = List.of(calls.get(0), calls.get(1), calls.get(3));
        CommandRun verified = run(provider, "verify", "--store", store, "--zone", zone);
        assertThat(verified.code()).as(verified.err()).isEqualTo(3);
        assertThat(verified.lines())
                .anyMatch(line -> line.matches(day1 + " +1 +1 +0 +0 +0"))
                .anyMatch(line -> line.matches(day2 + " +2 +1 +1 +0 +0"))
                .anyMatch(line -> line.matches(day3 + " +1 +1 +0 +0 +0"))
                .anyMatch(line -> line.matches("memory +b +" + day2 + " +only in copy *"));
    }

    private static Call call(String id, Instant createdAt) {
        return Call.builder()
                .provider("memory")
                .id(id)
                .direction(CallDirection.INBOUND)
                .status(CallStatus.COMPLETED)
                .createdAt(createdAt)
                .build();
    }

    private static CommandRun run(ProviderFactory provider, String... args) {
        return CommandRun.of(
                new ProviderList(List.of(provider)), Map.of("MEMORY_KEY", "k"), new Cancellation(), false, args);
    }

    private static CommandRun on(SandboxAccount sandbox, String provider, String command, String... more) {
        return CommandRun.on(ProviderList.ALL.named(provider), sandbox.account(), command, more);
    }

    /** Copies a row under another id. */
    private String copyOf(String id, String newId) throws Exception {
        String columns = String.join(
                ", ", copy.query("SELECT name FROM pragma_table_info('calls') WHERE name <> 'id' ORDER BY cid"));
        return "INSERT INTO calls (id, " + columns + ") SELECT '" + newId + "', " + columns + " FROM calls WHERE id = '"
                + id + "'";
    }

    /** A provider whose calls a test chooses. */
    private static final class InMemoryProvider implements ProviderFactory {
        private List<Call> calls;

        InMemoryProvider(List<Call> calls) {
            this.calls = calls;
        }

        @Override
        public String provider() {
            return "memory";
        }

        @Override
        public List<Setting> settings() {
            return List.of(Setting.secret("key", "MEMORY_KEY", "a key"));
        }

        @Override
        public CallLister create(ProviderSettings settings, ClientOptions options) {
            return InMemoryCalls.of("memory", calls);
        }

        @Override
        public List<String> parameters() {
            return List.of();
        }

        @Override
        public ProviderFilters filters(Map<String, List<String>> parameters) {
            throw new UnsupportedOperationException("no filters");
        }
    }
}
