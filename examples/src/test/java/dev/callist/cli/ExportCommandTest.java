package dev.callist.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import dev.callist.Call;
import dev.callist.CallJson;
import dev.callist.cli.export.JsonLinesFormat;
import dev.callist.testkit.BirdSandbox;
import dev.callist.testkit.Deviation;
import dev.callist.testkit.Fault;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExportCommandTest {
    @Test
    void printsEveryCallInOrderWithOneRequestPerPage() throws IOException {
        try (BirdSandbox sandbox = BirdSandbox.start(2345)) {
            CommandRun run = CommandRun.on(sandbox, "export", "--page-size", "100");
            assertThat(run.err()).startsWith("callist: 2,345 calls, 24 pages, 0 retries, COMPLETE, ");
            assertThat(run.code()).isZero();
            assertThat(ids(run)).isEqualTo(idsOf(sandbox, 2345));
            assertThat(sandbox.requestCount()).isEqualTo(24);
        }
    }

    @Test
    void requestsNoMorePagesThanTheLimitNeeds() throws IOException {
        try (BirdSandbox sandbox = BirdSandbox.start(2345)) {
            CommandRun run = CommandRun.on(sandbox, "export", "--limit", "120", "--page-size", "50");
            assertThat(run.code()).isZero();
            assertThat(ids(run)).isEqualTo(idsOf(sandbox, 120));
            assertThat(run.err())
                    .contains("limit reached, COMPLETE")
                    .contains("stopped at --limit; with --output and --resume, a later run can continue there");
            assertThat(sandbox.requestCount()).isEqualTo(3);
        }
    }

    @Test
    void namesThePageSizeThatTheServerFailedAbove() throws IOException {
        try (BirdSandbox sandbox = BirdSandbox.start(600)) {
            sandbox.deviating(Deviation.pagesFailAbove(300, 422));
            CommandRun run = CommandRun.on(sandbox, "export");
            assertThat(run.code()).isZero();
            assertThat(ids(run)).isEqualTo(idsOf(sandbox, 600));
            assertThat(run.err()).contains("2 retries, pages reduced to 250 rows because larger ones failed, COMPLETE");
            assertThat(sandbox.requests().stream()
                            .map(request -> request.queryParameter("limit").orElseThrow()))
                    .containsExactly("1000", "500", "250", "250", "250");
            assertThat(CommandRun.on(sandbox, "list", "--limit", "500").err())
                    .contains("pages reduced to 250 rows because larger ones failed");
        }
    }

    @Test
    void namesCallsThatShareAnId() {
        try (BirdSandbox sandbox = BirdSandbox.start(30)) {
            sandbox.deviating(Deviation.repeatedId());
            CommandRun run = CommandRun.on(sandbox, "export");
            assertThat(run.code()).isEqualTo(3);
            assertThat(run.out().lines()).hasSize(30);
            assertThat(run.err()).contains("1 call with the id of another, UNKNOWN (different calls have the same id)");
        }
    }

    @Test
    void requestsASmallPageIfTheServerDoesAllTheFiltering() {
        try (BirdSandbox sandbox = BirdSandbox.start(2345)) {
            CommandRun.on(sandbox, "export", "--limit", "7");
            CommandRun.on(sandbox, "export", "--limit", "7", "--min-duration", "1");
            assertThat(sandbox.requests().stream().map(request -> request.queryParameter("limit")))
                    .extracting(limit -> limit.orElse(""))
                    .containsExactly("7", "1000");
        }
    }

    @Test
    void reportsAWrongKeyInOneLineWithoutTheKey() {
        try (BirdSandbox sandbox = BirdSandbox.start(10)) {
            CommandRun run =
                    CommandRun.of(Map.of("BIRD_ACCESS_KEY", "not-the-key-at-all"), CommandRun.args(sandbox, "export"));
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.out()).isEmpty();
            assertThat(run.err().lines()).singleElement().asString().startsWith("callist: AUTHENTICATION: status 401");
            assertThat(run.err()).doesNotContain("not-the-key", "\tat ");
            assertThat(sandbox.requestCount()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"403, PERMISSION", "404, NOT_FOUND", "429, RATE_LIMITED", "500, SERVER_ERROR", "503, SERVER_ERROR"})
    void reportsTheKindOfEachStatus(int status, String kind) {
        assertThat(failing(Fault.status(status))).startsWith("callist: " + kind + ": status " + status);
    }

    @Test
    void saysThatARefusalNamesNoField() {
        assertThat(failing(Fault.status(409, "{}", "application/json")))
                .startsWith("callist: INVALID_REQUEST: status 409");
        assertThat(failing(Fault.status(422, "{\"details\":{\".startAt\":[\"x\"]}}", "application/json")))
                .startsWith("callist: INVALID_REQUEST: the provider complains about startAt, status 422");
    }

    @Test
    void reportsTheKindOfAnInvalidResponse() {
        assertThat(failing(Fault.body("<html>hello</html>", "text/html"))).startsWith("callist: BAD_RESPONSE: ");
        assertThat(failing(Fault.body("{}", "application/json"))).startsWith("callist: BAD_RESPONSE: ");
        assertThat(failing(Fault.cutInBody())).startsWith("callist: NETWORK: ");
        assertThat(failing(Fault.dropped())).startsWith("callist: NETWORK: ");
        assertThat(failing(Fault.redirect("http://127.0.0.1:1/"))).startsWith("callist: REDIRECTED: ");
    }

    @Test
    void reportsASilentServerAsTimeout() {
        try (BirdSandbox sandbox = BirdSandbox.start(10)) {
            sandbox.always(Fault.silent());
            CommandRun run = CommandRun.on(sandbox, "export", "--max-attempts", "1", "--call-timeout", "PT0.2S");
            assertThat(run.err()).startsWith("callist: TIMEOUT: ");
            assertThat(run.code()).isEqualTo(1);
        }
    }

    @Test
    void reportsAClosedPortAsNetworkFailure() {
        BirdSandbox sandbox = BirdSandbox.start(1);
        sandbox.close();
        CommandRun run = CommandRun.on(sandbox, "export", "--max-attempts", "1");
        assertThat(run.err()).startsWith("callist: NETWORK: ");
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void reportsAListThatDoesNotAdvanceAsStalled() {
        try (BirdSandbox sandbox = BirdSandbox.start(300)) {
            sandbox.repeatPlaceOn(2);
            CommandRun run = CommandRun.on(sandbox, "export", "--page-size", "100");
            assertThat(run.err()).startsWith("callist: PAGINATION_STALLED: ");
            assertThat(run.code()).isEqualTo(1);
        }
    }

    @Test
    void keepsTheCallsPrintedBeforeAFailureAndCountsThem() throws IOException {
        try (BirdSandbox sandbox = BirdSandbox.start(300)) {
            sandbox.on(3, Fault.status(500));
            CommandRun run = CommandRun.on(sandbox, "export", "--page-size", "100", "--max-attempts", "1");
            assertThat(ids(run)).isEqualTo(idsOf(sandbox, 200));
            assertThat(run.err()).contains("SERVER_ERROR", "page 3").endsWith("; 200 calls written\n");
        }
    }

    @Test
    void returnsExitCode3IfARowWasRejected() {
        try (BirdSandbox sandbox = BirdSandbox.start(1)) {
            sandbox.always(Fault.body("{\"results\":[{\"id\":\"a\"},17]}", "application/json"));
            CommandRun run = CommandRun.on(sandbox, "export", "--quiet");
            assertThat(run.lines()).hasSize(1);
            assertThat(run.err()).contains("page 1, row 1 was rejected: ", "1 rejected row, INCOMPLETE");
            assertThat(run.code()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"export", "list"})
    void countsTheFieldsThatCannotBeReadInOneLine(String command) {
        try (BirdSandbox sandbox = BirdSandbox.start(1)) {
            sandbox.always(Fault.body(
                    "{\"results\":[{\"id\":\"a\",\"createdAt\":\"soon\",\"duration\":\"8:10\"},"
                            + "{\"id\":\"b\",\"createdAt\":0}]}",
                    "application/json"));
            CommandRun run = CommandRun.on(sandbox, command);
            assertThat(run.err()).contains("callist: 3 fields could not be read (createdAt 2, duration 1)");
            assertThat(run.code()).isZero();
        }
    }

    @Test
    void writesCallsWithHalfAnEmojiInAName() {
        try (BirdSandbox sandbox = BirdSandbox.start(1)) {
            sandbox.always(Fault.body(
                    "{\"results\":[{\"id\":\"a\",\"tags\":[\"half \\ud83d\"]},{\"id\":\"b\"}]}", "application/json"));
            for (String format : List.of("csv", "jsonl")) {
                CommandRun run = CommandRun.on(sandbox, "export", "--format", format);
                assertThat(run.out()).contains("half \ufffd");
                assertThat(run.err()).contains("1 field could not be read (tags 1)", "2 calls");
                assertThat(run.code()).isZero();
            }
        }
    }

    @Test
    void printsNoReportIfItIsQuietAndComplete() {
        try (BirdSandbox sandbox = BirdSandbox.start(3)) {
            CommandRun run = CommandRun.on(sandbox, "export", "--quiet");
            assertThat(run.err()).isEmpty();
            assertThat(run.lines()).hasSize(3);
        }
    }

    @Test
    void printsOnlyCallsThatMatchTheFilters() throws IOException {
        try (BirdSandbox sandbox = BirdSandbox.start(500)) {
            CommandRun run = CommandRun.on(
                    sandbox, "export", "--status", "no-answer,BUSY", "--direction", "Inbound", "--max-duration", "1m");
            assertThat(calls(run)).isNotEmpty().allSatisfy(call -> {
                assertThat(call.get("status")).isIn("NO_ANSWER", "BUSY");
                assertThat(call.get("direction")).isEqualTo("INBOUND");
            });
            assertThat(run.code()).isZero();
        }
    }

    @Test
    void writesJsonThatCallsAreReadFrom() throws IOException {
        try (BirdSandbox sandbox = BirdSandbox.start(50)) {
            for (String line : CommandRun.on(sandbox, "export").lines()) {
                Call call = CallJson.mapper().readValue(line, Call.class);
                assertThat(new String(new JsonLinesFormat(Set.of()).row(call), StandardCharsets.UTF_8))
                        .isEqualTo(line + "\n")
                        .startsWith("{\"provider\":\"bird\",\"id\":\"");
            }
        }
    }

    @Test
    void addsDurationsAsNumbersOfSecondsOnRequest() throws IOException {
        try (BirdSandbox sandbox = BirdSandbox.start(50)) {
            List<String> lines = CommandRun.on(sandbox, "export", "--seconds").lines();

            assertThat(lines).hasSize(50);
            for (String line : lines) {
                JsonNode json = CallJson.mapper().readTree(line);
                Optional<Duration> duration =
                        CallJson.mapper().readValue(line, Call.class).duration();
                assertThat(json.has("durationSeconds")).isEqualTo(duration.isPresent());
                assertThat(json.path("durationSeconds").decimalValue())
                        .isEqualByComparingTo(BigDecimal.valueOf(
                                duration.orElse(Duration.ZERO).toMillis(), 3));
            }
        }
    }

    @Test
    void refusesToAddToCsvWhatItHasAlready() {
        try (BirdSandbox sandbox = BirdSandbox.start(1)) {
            CommandRun run = CommandRun.on(sandbox, "export", "--format", "csv", "--seconds");

            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).contains("--seconds needs --format jsonl; csv has seconds without it");
            assertThat(sandbox.requestCount()).isZero();
        }
    }

    private static String failing(Fault fault) {
        try (BirdSandbox sandbox = BirdSandbox.start(10)) {
            sandbox.always(fault);
            CommandRun run = CommandRun.on(sandbox, "export", "--max-attempts", "1");
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.out()).isEmpty();
            assertThat(run.err().lines()).hasSize(1);
            assertThat(sandbox.requestCount()).isEqualTo(1);
            return run.err();
        }
    }

    private static List<Map<String, Object>> calls(CommandRun run) throws IOException {
        List<Map<String, Object>> calls = new ArrayList<>();
        for (String line : run.lines()) {
            calls.add(CallJson.mapper().readValue(line, new TypeReference<>() {}));
        }
        return calls;
    }

    private static List<Object> ids(CommandRun run) throws IOException {
        return calls(run).stream().map(call -> call.get("id")).toList();
    }

    private static List<Object> idsOf(BirdSandbox sandbox, int calls) {
        return IntStream.range(0, calls)
                .mapToObj(index -> (Object) sandbox.id(index))
                .toList();
    }
}
