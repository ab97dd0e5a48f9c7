package dev.callist.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.Call;
import dev.callist.CallDirection;
import dev.callist.CallJson;
import dev.callist.CallParty;
import dev.callist.CallStatus;
import dev.callist.cli.console.Cancellation;
import dev.callist.cli.providers.ProviderList;
import dev.callist.cli.providers.SandboxAccount;
import dev.callist.provider.ProviderFactory;
import dev.callist.sync.PostgresServer;
import dev.callist.testkit.BirdSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportCommandTest {
    private static final ProviderFactory BIRD = ProviderList.ALL.named("bird");
    private static final Pattern FIGURE = Pattern.compile("<dd class=\"figure\">([^<]*)</dd>");

    @TempDir
    Path folder;

    private Path page = Path.of("");
    private String store = "";

    @BeforeEach
    void nameFiles() {
        page = folder.resolve("report.html");
        store = folder.resolve("calls.db").toString();
    }

    @Test
    void countsTheSandboxesWithoutCredentials() throws Exception {
        CommandRun run = report(Map.of());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("callist: no credentials in the environment (BIRD_ACCESS_KEY, ")
                .endsWith("callist: wrote " + page + ": 10,000 calls, days of " + ZoneId.systemDefault()
                        + ", COMPLETE\n");
        assertThat(Files.readString(page))
                .contains("These are made-up calls of the built-in sandboxes.")
                .contains("Source: the list of bird, plivo-dialer, search, signalwire, twilio.")
                .contains("Complete: every call");
        assertThat(figures()).startsWith("10,000");
        assertOnlyFiles("report.html");
    }

    @Test
    void countsTheSameInAListAStoreAndAFile() throws Exception {
        try (SandboxAccount sandbox = SandboxAccount.start("bird", 500, 0)) {
            CommandRun listed = CommandRun.on(
                    BIRD, sandbox.account(), "report", "--zone", "Europe/Lisbon", "--output", page.toString());
            assertThat(listed.code()).as(listed.err()).isZero();
            List<String> figures = figures();
            assertThat(figures).startsWith("500");
            assertThat(Files.readString(page)).doesNotContain("made-up");

            CommandRun.on(BIRD, sandbox.account(), "sync", "--store", store);
            CommandRun stored = report(Map.of(), "--store", store, "--zone", "Europe/Lisbon");
            assertThat(stored.code()).as(stored.err()).isZero();
            assertThat(stored.err()).endsWith(": 500 calls, days of Europe/Lisbon, COMPLETE\n");
            assertThat(figures()).isEqualTo(figures);
            assertThat(Files.readString(page)).contains("Source: the copy of bird, up to 2026-03-01T12:00:00Z.");

            Path exported = folder.resolve("calls.jsonl");
            CommandRun.on(BIRD, sandbox.account(), "export", "--output", exported.toString());
            CommandRun read = report(Map.of(), "--input", exported.toString(), "--zone", "Europe/Lisbon");
            assertThat(read.code()).isEqualTo(3);
            assertThat(read.err())
                    .endsWith(": 500 calls, days of Europe/Lisbon, UNKNOWN (a file does not say whether the list was"
                            + " complete; the exit code of 'callist export' did)\n");
            assertThat(figures()).isEqualTo(figures);
            assertThat(Files.readString(page)).contains("Source: the file calls.jsonl.", "Calls may be missing");
        }
    }

    @Test
    void countsAStoreInPostgresql() throws Exception {
        String address = PostgresServer.get().newStore();
        Map<String, String> password = Map.of("PGPASSWORD", PostgresServer.PASSWORD);
        CommandRun.of(password, "sync", "--store", address);
        CommandRun run = report(password, "--store", address, "--zone", "UTC");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(figures()).startsWith("10,000");
        assertThat(Files.readString(page))
                .contains("made-up calls")
                .doesNotContain("127.0.0.1", PostgresServer.PASSWORD);
    }

    @ParameterizedTest
    @CsvSource({
        "--created-from, 2026-03-01T06:00:00Z",
        "--created-before, 2026-03-01T06:00:00Z",
        "--direction, inbound",
        "--status, busy",
        "--min-duration, 60"
    })
    void filtersAStoreAsAList(String option, String value) throws Exception {
        try (SandboxAccount sandbox = SandboxAccount.start("bird", 600, 0)) {
            CommandRun.on(BIRD, sandbox.account(), "report", "--output", page.toString(), option, value);
            List<String> listed = figures();
            CommandRun.on(BIRD, sandbox.account(), "sync", "--store", store);
            CommandRun run = report(Map.of(), "--store", store, option, value);
            assertThat(run.code()).as(run.err()).isIn(0, 3);
            assertThat(figures()).isEqualTo(listed);
            assertThat(listed.get(0)).isNotEqualTo("600").isNotEqualTo("0");
        }
    }

    @Test
    void leavesOutCallsThatTheProviderNoLongerLists() throws Exception {
        copyBird();
        CopiedCalls.sqlite(store)
                .change("UPDATE calls SET missing_since = last_seen WHERE id IN (SELECT id FROM calls LIMIT 10)");
        assertThat(report(Map.of(), "--store", store).err()).contains(": 190 calls, ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "watermark = NULL, in_doubt = '[{}]' | | bird: the copy was not finished; run 'callist sync' again",
                "in_doubt = '[{\"before\":\"2026-02-01T00:00:00Z\"}]' | | bird: the copy is in doubt in ../2026-02-01T00:00:00Z",
                "covered_from = '2026-02-28T00:00:00.000000Z' | --created-from=2026-02-01 | bird: the copy begins at 2026-02-28",
                "covered_from = '2026-02-28T00:00:00Z' | --created-before=2026-02-01 | bird: the copy begins at 2026",
                "covered_from = '2026-02-28T00:00:00Z' | --created-before=2026-02-28 | bird: the copy begins at 2026",
                "watermark = watermark | --created-before=2026-03-02 | bird: the copy ends at 2026-03-01T12:00:00Z; run",
                "watermark = watermark | --created-from=2026-03-01T12:00:00Z | bird: the copy ends at 2026-03-01T12",
                "watermark = watermark | --created-from=2026-03-02 | bird: the copy ends at 2026-03-01T12:00:00Z; run",
            })
    void saysWhyACopyMayNotBeComplete(String change, String option, String reason) throws Exception {
        copyBird();
        CopiedCalls.sqlite(store).change("UPDATE callist_sources SET " + change + " WHERE provider = 'bird'");
        CommandRun run =
                option == null ? report(Map.of(), "--store", store) : report(Map.of(), "--store", store, option);
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains(reason);
        assertThat(Files.readString(page)).contains("<li>" + reason.replace("'", "&#39;"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--created-from=2026-02-01", "--created-before=2026-03-01T12:00:00Z"})
    void saysThatCallsOfACopyWithoutATimeMayBelongToTheWindow(String window) throws Exception {
        copyBird();
        CopiedCalls copy = CopiedCalls.sqlite(store);
        assertThat(report(Map.of(), "--store", store, window).code()).isZero();

        copy.change("UPDATE calls SET created_at = NULL WHERE id = (SELECT min(id) FROM calls)");
        CommandRun run = report(Map.of(), "--store", store, window);
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).endsWith(", UNKNOWN (a filter met a value that it could not judge)\n");

        copy.change("UPDATE calls SET missing_since = last_seen WHERE created_at IS NULL");
        assertThat(report(Map.of(), "--store", store, window).code()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "2026-02-01T00:00:00.000000Z"})
    void countsCallsOfACopyWithoutATimeIfThereIsNoWindow(String coveredFrom) throws Exception {
        copyBird();
        CopiedCalls copy = CopiedCalls.sqlite(store);
        copy.change("UPDATE callist_sources SET covered_from = '" + coveredFrom + "'");
        copy.change("UPDATE calls SET created_at = NULL WHERE id = (SELECT min(id) FROM calls)");
        CommandRun run = report(Map.of(), "--store", store);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains(": 200 calls, ");
    }

    @Test
    void showsNumbersOnlyIfAsked() throws Exception {
        Path exported = folder.resolve("calls.jsonl");
        Call call = Call.builder()
                .provider("bird")
                .id("call-1")
                .direction(CallDirection.INBOUND)
                .status(CallStatus.COMPLETED)
                .from(CallParty.of("+351910000018"))
                .createdAt(Instant.parse("2026-02-01T23:30:00Z"))
                .duration(Duration.ofSeconds(90))
                .build();
        Files.writeString(exported, CallJson.mapper().writeValueAsString(call) + "\n");
        report(Map.of(), "--input", exported.toString(), "--zone", "Asia/Tokyo", "--title", "February <1>");
        assertThat(Files.readString(page))
                .contains("+35191*****18", "2026-02-02", "February &lt;1&gt;")
                .doesNotContain("351910000018");
        CommandRun shown = report(Map.of(), "--input", exported.toString(), "--show-numbers");
        assertThat(Files.readString(page)).contains("+351910000018");
        assertThat(shown.err()).doesNotContain("351910000018");
        assertThat(report(Map.of(), "--input", exported.toString(), "--provider", "search")
                        .err())
                .contains(": 0 calls, days of ");
    }

    @Test
    void replacesAnEarlierReportAndNothingElse() throws Exception {
        copyBird();
        Files.writeString(page, "my notes");
        CommandRun refused = report(Map.of(), "--store", store);
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err())
                .contains("INVALID_CONFIG: " + page
                        + " already exists; use --overwrite to replace it, or choose another --output");
        assertThat(Files.readString(page)).isEqualTo("my notes");
        assertThat(report(Map.of(), "--store", store, "--overwrite").code()).isZero();
        assertThat(report(Map.of(), "--store", store).code()).isZero();
        assertThat(report(Map.of(), "--output", folder.toString()).err()).contains(folder + " is a folder");
        assertThat(report(Map.of(), "--output", folder + "/no/report.html").err())
                .contains("is not a folder");
        assertOnlyFiles("report.html", "calls.db", "calls.db.lock");
    }

    @Test
    void rejectsWhatContradictsItself() {
        assertThat(report(Map.of(), "--store", store, "--input", "calls.jsonl").err())
                .contains("give either --store or --input");
        assertThat(report(Map.of(), "--store", store).err()).contains(store + " does not exist; correct --store");
        assertThat(report(Map.of(), "--provider", "search").err()).contains("SEARCH_API_KEY");
        assertThat(report(Map.of(), "--zone", "Mars/Olympus").err()).contains("'Mars/Olympus' is not a zone");
        CommandRun missing =
                report(Map.of(), "--input", folder.resolve("no.jsonl").toString());
        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.err()).contains("no.jsonl");
        assertThat(page).doesNotExist();
    }

    @Test
    void namesTheLineOfAFileThatIsNotACall() throws Exception {
        Path exported = Files.writeString(folder.resolve("calls.jsonl"), "{\"provider\": \"+351910000018\"}\n");
        CommandRun run = report(Map.of(), "--input", exported.toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("line 1 of " + exported + " is not a call")
                .doesNotContain("351910000018");
        assertThat(page).doesNotExist();
    }

    @Test
    void rejectsFiltersThatOnlyAProviderKnows() {
        copyBird();
        CommandRun run = report(Map.of(), "--store", store, "--provider", "bird", "--where", "type=sip");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--where works with the lists of a provider only");
    }

    @Test
    void saysThatAStoreHasNoCopyOfAProvider() {
        copyBird();
        CommandRun run = report(Map.of(), "--store", store, "--provider", "search");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("the store has no copy of search; run 'callist sync' first");
    }

    /** A program that writes its arguments into a file. */
    private Path browserWritingTo(Path opened) throws IOException {
        Path browser = Files.writeString(folder.resolve("browser"), "#!/bin/sh\necho \"$*\" > " + opened + "\n");
        return Files.setPosixFilePermissions(browser, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void opensTheBrowser() throws Exception {
        copyBird();
        Path opened = folder.resolve("opened");
        Path browser = browserWritingTo(opened);
        CommandRun run = report(Map.of("BROWSER", browser.toString()), "--store", store, "--open");
        assertThat(run.code()).isZero();
        assertThat(Files.readString(opened)).isEqualTo(page.toUri() + "\n");
        assertThat(run.err()).doesNotContain("browser");
    }

    @Test
    void opensTheBrowserWithItsArguments() throws Exception {
        copyBird();
        Path opened = folder.resolve("opened");
        Path browser = browserWritingTo(opened);
        CommandRun run = report(Map.of("BROWSER", browser + " --private"), "--store", store, "--open");
        assertThat(run.code()).isZero();
        assertThat(Files.readString(opened)).isEqualTo("--private " + page.toUri() + "\n");
    }

    @Test
    void doesNotFailIfTheBrowserCannotBeOpened() {
        copyBird();
        CommandRun run = report(Map.of("BROWSER", folder.resolve("none").toString()), "--store", store, "--open");
        assertThat(run.code()).isZero();
        assertThat(run.err()).endsWith("callist: the browser could not be opened; open " + page + " yourself\n");
        assertThat(page).exists();
    }

    @Test
    void writesNothingIfAListFails() {
        try (BirdSandbox sandbox = BirdSandbox.start(500)) {
            CommandRun run = CommandRun.of(
                    Map.of("BIRD_ACCESS_KEY", "wrong"),
                    CommandRun.args(sandbox, "report", "--output", page.toString()));
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.err()).contains("AUTHENTICATION");
            assertThat(page).doesNotExist();
        }
    }

    @Test
    void writesNothingIfItIsStopped() {
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();
        CommandRun run =
                CommandRun.of(ProviderList.ALL, Map.of(), cancellation, false, "report", "--output", page.toString());
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).endsWith("callist: stopped; no report was written\n");
        assertThat(page).doesNotExist();
    }

    @Test
    void isQuietIfAsked() {
        copyBird();
        CommandRun run = report(Map.of(), "--store", store, "--quiet");
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
    }

    private CommandRun report(Map<String, String> environment, String... options) {
        List<String> args = new ArrayList<>(List.of("report"));
        if (!List.of(options).contains("--output")) {
            args.addAll(List.of("--output", page.toString()));
        }
        args.addAll(List.of(options));
        return CommandRun.of(environment, args.toArray(String[]::new));
    }

    /** Copies 200 calls into the store. */
    private void copyBird() {
        try (SandboxAccount sandbox = SandboxAccount.start("bird", 200, 0)) {
            CommandRun.on(BIRD, sandbox.account(), "sync", "--store", store);
        }
    }

    /** The figures of the tiles. */
    private List<String> figures() throws IOException {
        return FIGURE.matcher(Files.readString(page))
                .results()
                .map(figure -> figure.group(1))
                .toList();
    }

    private void assertOnlyFiles(String... names) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder(names);
        }
    }
}
