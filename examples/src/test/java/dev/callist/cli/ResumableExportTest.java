package dev.callist.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callist.CallJson;
import dev.callist.cli.console.Cancellation;
import dev.callist.cli.providers.ProviderList;
import dev.callist.testkit.BirdSandbox;
import dev.callist.testkit.Fault;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResumableExportTest {
    @TempDir
    Path folder;

    private final BirdSandbox sandbox = BirdSandbox.start(2345);
    private Path output;
    private Path state;

    @BeforeEach
    void nameFiles() {
        output = folder.resolve("calls.jsonl");
        state = folder.resolve("calls.state");
    }

    @AfterEach
    void stopServer() {
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jsonl", "csv"})
    void continuesAfterFailuresAsIfThereHadBeenNone(String format) throws IOException {
        sandbox.on(8, Fault.status(500)).on(17, Fault.status(502));
        CommandRun first = export("--format", format, "--max-attempts", "1");
        assertThat(first.code()).isEqualTo(1);
        assertThat(first.err())
                .contains("SERVER_ERROR")
                .endsWith("; 700 calls saved; run the same command again to continue\n");
        assertThat(export("--format", format, "--max-attempts", "1").code()).isEqualTo(1);
        CommandRun third = export("--format", format, "--max-attempts", "1");
        assertThat(third.err()).startsWith("callist: 845 calls after 1,500 in earlier runs, ");
        assertThat(third.code()).isZero();
        assertThat(Files.readString(output)).isEqualTo(whole("--format", format));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 999, 1000, 1001, 2344})
    void continuesAfterACrashAtAnyCall(int call) throws IOException {
        ProviderList crashing =
                new ProviderList(List.of(CrashingProvider.afterCalls(ProviderList.ALL.named("bird"), call)));
        assertThatThrownBy(() -> CommandRun.of(crashing, CommandRun.BIRD_KEY, new Cancellation(), false, args()))
                .isInstanceOf(CrashingProvider.Crash.class);
        assertThat(export().code()).isZero();
        assertThat(Files.readString(output)).isEqualTo(whole());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 300, 70_000})
    void cutsOffBytesThatWereWrittenAfterTheLastState(int bytes) throws IOException {
        sandbox.on(8, Fault.status(500));
        export("--max-attempts", "1");
        Files.writeString(output, "x".repeat(bytes), StandardOpenOption.APPEND);
        assertThat(export().code()).isZero();
        assertThat(Files.readString(output)).isEqualTo(whole());
    }

    @Test
    void addsNothingIfItIsFinished() throws IOException {
        export();
        String written = Files.readString(output);
        int requests = sandbox.requestCount();
        CommandRun again = export();
        assertThat(again.code()).isZero();
        assertThat(again.err()).contains("is finished: 2,345 calls, COMPLETE; nothing was added");
        assertThat(Files.readString(output)).isEqualTo(written);
        assertThat(sandbox.requestCount()).isEqualTo(requests);
        assertThat(state().get("finished").asBoolean()).isTrue();
    }

    @Test
    void countsTheLimitOverAllRuns() throws IOException {
        sandbox.on(2, Fault.status(500));
        export("--limit", "150", "--max-attempts", "1");
        assertThat(export("--limit", "150").err())
                .contains("stopped at --limit; run the same command with a larger one, or without it, to continue");
        assertThat(Files.readAllLines(output)).hasSize(150);
        assertThat(export("--limit", "150").err())
                .contains("nothing was added (give a larger --limit, or none, to continue)");
        export("--limit", "230");
        assertThat(Files.readString(output)).isEqualTo(whole("--limit", "230"));
    }

    @Test
    void rejectsTheStateOfAnotherQueryAndKeepsTheOutput() throws IOException {
        stopHalfWay();
        String written = Files.readString(output);
        int requests = sandbox.requestCount();
        assertRejected(export("--status", "completed"), "another provider, account, base URL or query");
        assertRejected(export("--format", "csv"), "an export in the format jsonl");
        assertThat(Files.readString(output)).isEqualTo(written);
        assertThat(sandbox.requestCount()).isEqualTo(requests);
    }

    @Test
    void rejectsAnotherOutput() throws IOException {
        stopHalfWay();
        Path first = output;
        output = folder.resolve("other.jsonl");
        assertRejected(export(), "shorter");
        assertThat(output).doesNotExist();
        Files.copy(first, output);
        assertRejected(export(), "belongs to the output calls.jsonl");
    }

    @Test
    void rejectsAnOutputThatWasCutOrChanged() throws IOException {
        stopHalfWay();
        String written = Files.readString(output);
        Files.writeString(output, written.substring(1));
        assertRejected(export(), "shorter");
        Files.writeString(output, "?" + written.substring(1));
        assertRejected(export(), "has changed since");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "{}", "null", "17", "{\"version\":1}", "{\"version\":2}"})
    void rejectsAFileThatIsNotAStateFile(String text) throws IOException {
        Files.writeString(state, text);
        assertRejected(export(), "calls.state");
        assertThat(output).doesNotExist();
    }

    @Test
    void rejectsAnOutputThatAnotherExportIsWriting() throws IOException {
        stopHalfWay();
        try (RandomAccessFile other = new RandomAccessFile(output.toFile(), "rw");
                FileLock lock = other.getChannel().lock()) {
            assertThat(lock.isValid()).isTrue();
            assertRejected(export(), "another export is writing");
        }
        assertThat(export().code()).isZero();
    }

    @Test
    void doesNotTouchAFileOfTheUser() throws IOException {
        Files.writeString(output, "mine\n");
        CommandRun run = export();
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("INVALID_CONFIG", "already exists");
        assertThat(Files.readString(output)).isEqualTo("mine\n");
        assertThat(state).doesNotExist();
    }

    @Test
    void remembersThatAnEarlierRunRejectedARow() throws IOException {
        sandbox.on(1, Fault.body("{\"results\":[{\"id\":\"a\"},17],\"nextPageToken\":\"t\"}", "application/json"))
                .on(2, Fault.status(500));
        export("--max-attempts", "1");
        sandbox.on(3, Fault.body("{\"results\":[{\"id\":\"b\"}]}", "application/json"));
        CommandRun second = export();
        assertThat(second.err()).contains("INCOMPLETE");
        assertThat(second.code()).isEqualTo(3);
        assertThat(export().code()).isEqualTo(3);
    }

    @Test
    void needsAnOutput() {
        CommandRun run = CommandRun.on(sandbox, "export", "--resume", state.toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--resume needs --output");
        assertThat(sandbox.requestCount()).isZero();
    }

    private void stopHalfWay() {
        sandbox.on(8, Fault.status(500));
        assertThat(export("--max-attempts", "1").code()).isEqualTo(1);
    }

    private static void assertRejected(CommandRun run, String reason) {
        assertThat(run.err()).startsWith("callist: INVALID_RESUME_POINT: ").contains(reason);
        assertThat(run.code()).isEqualTo(1);
    }

    private CommandRun export(String... more) {
        return CommandRun.of(CommandRun.BIRD_KEY, args(more));
    }

    private String[] args(String... more) {
        Stream<String> files =
                Stream.of("--page-size", "100", "--output", output.toString(), "--resume", state.toString());
        return CommandRun.args(
                sandbox, "export", Stream.concat(files, Stream.of(more)).toArray(String[]::new));
    }

    private String whole(String... more) {
        return CommandRun.on(sandbox, "export", more).out();
    }

    private JsonNode state() throws IOException {
        return CallJson.mapper().readTree(state.toFile());
    }
}
