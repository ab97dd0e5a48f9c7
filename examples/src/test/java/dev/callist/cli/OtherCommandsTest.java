package dev.callist.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.Call;
import dev.callist.CallJson;
import dev.callist.cli.console.Cancellation;
import dev.callist.cli.providers.ProviderList;
import dev.callist.testkit.BirdSandbox;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtherCommandsTest {
    @Test
    void explainsAQueryWithoutCredentialOrRequest() {
        CommandRun run = CommandRun.of(
                Map.of(), "explain", "--provider", "bird", "--status", "no-answer", "--min-duration", "30");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("by server    statuses", "here         minDuration", "limit=1000");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void getsOneCallAsJson() throws IOException {
        try (BirdSandbox sandbox = BirdSandbox.start(10)) {
            CommandRun run = CommandRun.on(sandbox, "get", sandbox.id(3));
            assertThat(run.code()).isZero();
            assertThat(CallJson.mapper().readValue(run.out(), Call.class).id()).isEqualTo(sandbox.id(3));
            assertThat(run.lines()).hasSizeGreaterThan(10);
        }
    }

    @Test
    void reportsThatACallDoesNotExist() {
        try (BirdSandbox sandbox = BirdSandbox.start(10)) {
            CommandRun run = CommandRun.on(sandbox, "get", "00000000-0000-4000-8000-000000000000");
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.err()).startsWith("callist: NOT_FOUND: ");
        }
    }

    @Test
    void runsASandboxUntilItIsCancelled() {
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();
        CommandRun run = CommandRun.of(ProviderList.ALL, Map.of(), cancelled, false, "sandbox", "--calls", "12");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("12 calls at http://")
                .contains("BIRD_ACCESS_KEY=" + BirdSandbox.ACCESS_KEY + " java -jar ")
                .contains(" export --provider bird --base-url http://");
    }

    @Test
    void runsASandboxWhoseCallsChange() {
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();
        CommandRun run = CommandRun.of(
                ProviderList.ALL,
                Map.of(),
                cancelled,
                false,
                "sandbox",
                "--provider",
                "signalwire",
                "--live",
                "--interval",
                "1h",
                "--seed",
                "7");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .containsPattern(
                        "serves 1[5-9]\\d calls, which change; one arrives about every 3600 seconds, at http://")
                .containsPattern(
                        "SIGNALWIRE_API_TOKEN=\\S+ .*java -jar \\S+ sync --provider signalwire --base-url http://.*"
                                + " --store calls.db --every 1m");
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "export", "explain", "get", "check", "sync", "verify", "sandbox"})
    void printsHelpWithExitCodes(String command) {
        CommandRun run = CommandRun.of(Map.of(), command, "--help");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Usage: callist " + command, "--provider", "Exit codes:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "export|give --provider or --connection",
                "export --provider nobody|'nobody' is not one of bird",
                "list --status gone|is not one of scheduled, queued, ringing",
                "list --direction in|is not one of inbound, outbound, unknown",
                "list --created-from soon|write 2026-03-01",
                "list --min-duration long|write 30 or 30s",
                "list --limit many|'many' is not a whole number",
                "list --page-size 1.5|'1.5' is not a whole number",
                "list --page-size 0|--page-size must be at least 1",
                "list --limit -1|limit must not be negative",
                "export --provider bird --format xml|'xml' is not one of jsonl, csv, parquet",
                "sandbox --port 70000|--port must be 0 to 65535",
                "sandbox --live --calls 10|--calls does not work with --live; use --interval",
                "sandbox --seed 7|--interval and --seed need --live",
                "sandbox --live --interval 500h|--interval must be 1s to 24h",
                "lst|list"
            })
    void saysWhichValuesAreAllowed(String command, String message) {
        CommandRun run = CommandRun.of(Map.of(), command.split(" ", -1));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(message).contains("callist: ").doesNotContain("\tat ");
    }

    @Test
    void printsHelpAsAUsageErrorIfNoCommandIsGiven() {
        CommandRun run = CommandRun.of(Map.of());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("Commands:", "list", "export", "explain", "get", "check", "sync", "verify", "sandbox");
    }
}
