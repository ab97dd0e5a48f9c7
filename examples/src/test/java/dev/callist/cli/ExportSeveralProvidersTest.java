package dev.callist.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callist.Call;
import dev.callist.CallJson;
import dev.callist.cli.console.Cancellation;
import dev.callist.cli.providers.ProviderList;
import dev.callist.cli.providers.SandboxAccount;
import dev.callist.provider.ProviderFactory;
import dev.callist.testkit.Fault;
import dev.callist.testkit.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code callist export} with more than one {@code --provider}. */
class ExportSeveralProvidersTest {
    private static final int CALLS = 300;

    @TempDir
    Path folder;

    private final List<ProviderFactory> four = new ArrayList<>();
    private final Map<String, SandboxAccount> sandboxes = new HashMap<>();
    private final Map<String, String> environment = new HashMap<>();

    ExportSeveralProvidersTest() {
        for (String name : List.of("bird", "plivo-dialer", "search", "signalwire")) {
            ProviderFactory provider = ProviderList.ALL.named(name);
            SandboxAccount sandbox = SandboxAccount.start(name, CALLS, 0);
            sandboxes.put(name, sandbox);
            environment.putAll(sandbox.account().environment());
            four.add(new SandboxedProvider(provider, sandbox));
        }
    }

    @AfterEach
    void close() {
        sandboxes.values().forEach(SandboxAccount::close);
    }

    @Test
    void printsTheCallsOfAllProvidersNewestFirst() throws IOException {
        CommandRun run = export("bird", "signalwire", "plivo-dialer", "search");
        assertThat(run.code()).isZero();
        assertThat(run.err()).startsWith("callist: 1,200 calls, ").contains("COMPLETE");
        List<Call> calls = calls(run.lines());
        assertThat(calls.stream().map(call -> call.createdAt().orElse(Instant.MIN)))
                .isSortedAccordingTo((one, two) -> two.compareTo(one));
        for (ProviderFactory provider : four) {
            assertThat(calls.stream()
                            .filter(call -> call.provider().equals(provider.provider()))
                            .map(Call::id))
                    .containsExactlyElementsOf(ids(provider.provider()));
        }
    }

    @Test
    void continuesAfterFailuresAsIfThereHadBeenNone() throws IOException {
        server("bird").on(3, Fault.status(500));
        server("search").on(5, Fault.cutInBody());
        List<String> failures = new ArrayList<>();
        CommandRun run = resumable();
        while (run.code() == 1 && failures.size() < 9) {
            failures.add(run.err().replaceFirst("(?s)^(\\S+ \\S+ \\S+): .*", "$1"));
            run = resumable();
        }
        assertThat(failures).containsExactlyInAnyOrder("callist: SERVER_ERROR: bird", "callist: NETWORK: search");
        assertThat(run.code()).isZero();
        assertThat(output()).isEqualTo(whole());
        assertThat(resumable().err()).contains("is finished: 1,200 calls, COMPLETE; nothing was added");
        assertThat(output()).isEqualTo(whole());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6, 11, 17})
    void continuesAfterACrash(int page) throws IOException {
        List<ProviderFactory> crashing = new ArrayList<>(four);
        crashing.set(0, CrashingProvider.afterPages(four.get(0), page % 5));
        crashing.set(3, CrashingProvider.afterPages(four.get(3), page % 7));
        assertThatThrownBy(() -> run(crashing, resumableArgs())).isInstanceOf(CrashingProvider.Crash.class);
        assertThat(resumable().code()).isZero();
        assertThat(output()).isEqualTo(whole());
    }

    @Test
    void skipsAFailedProviderAndTriesItAgainInTheNextRun() throws IOException {
        server("bird").on(3, Fault.status(503)).on(4, Fault.status(503));
        CommandRun first = resumable("--skip-failed");
        assertThat(first.code()).isEqualTo(3);
        assertThat(first.err())
                .startsWith("callist: skipped bird: SERVER_ERROR: status 503")
                .contains("callist: 1,000 calls, ", "INCOMPLETE");
        CommandRun second = resumable("--skip-failed");
        assertThat(second.code()).isEqualTo(3);
        assertThat(second.err())
                .startsWith("callist: skipped bird: SERVER_ERROR: status 503")
                .contains("callist: 0 calls after 1,000 in earlier runs, ", "INCOMPLETE");
        assertThat(server("bird").requestCount()).isEqualTo(4);
    }

    @Test
    void writesEveryCallOnceEvenIfAProviderWasSkipped() throws IOException {
        server("bird").on(3, Fault.status(503));
        assertThat(resumable("--skip-failed").code()).isEqualTo(3);
        CommandRun second = resumable("--skip-failed");
        assertThat(second.code()).isZero();
        assertThat(second.err())
                .startsWith("callist: 200 calls after 1,000 in earlier runs, ")
                .contains("COMPLETE");
        assertThat(output()).hasSize(1200).containsExactlyInAnyOrderElementsOf(whole());
        assertThat(resumable("--skip-failed").err()).contains("nothing was added");
    }

    @Test
    void countsTheLimitOverAllProvidersAndRuns() throws IOException {
        server("signalwire").on(2, Fault.status(500));
        assertThat(resumable("--limit", "500").code()).isEqualTo(1);
        assertThat(resumable("--limit", "500").code()).isZero();
        assertThat(output()).isEqualTo(whole().subList(0, 500));
    }

    @Test
    void rejectsTheStateOfOtherProviders() throws IOException {
        server("bird").on(2, Fault.status(500));
        resumable();
        List<String> written = output();
        List<String> others = new ArrayList<>(List.of("export", "--provider", "search", "--provider", "bird"));
        others.addAll(files());
        CommandRun run = run(four, others.toArray(String[]::new));
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).startsWith("callist: INVALID_RESUME_POINT: ");
        assertThat(output()).isEqualTo(written);
    }

    @Test
    void rejectsOneBaseUrlForSeveralProviders() {
        CommandRun run = run(
                four,
                "export",
                "--provider",
                "bird",
                "--provider",
                "search",
                "--base-url",
                server("bird").url().toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("callist: INVALID_CONFIG: --base-url works with one provider only");
        assertThat(server("bird").requestCount()).isZero();
    }

    @Test
    void rejectsAProviderThatIsNamedTwiceOrLacksSomething() {
        CommandRun twice = export("bird", "bird");
        assertThat(twice.code()).isEqualTo(2);
        assertThat(twice.err()).contains("INVALID_CONFIG: ", "two listers of bird cannot be told apart; remove one");
        CommandRun lacking = CommandRun.of(environment, "export", "--provider", "search", "--provider", "bird");
        assertThat(lacking.code()).isEqualTo(2);
        assertThat(lacking.err())
                .isEqualTo(
                        "callist: INVALID_CONFIG: bird: BIRD_WORKSPACE_ID is missing; set it as an environment variable, or give --workspace\n");
    }

    @Test
    void namesTheProviderOfARejectedRow() {
        server("bird").on(1, Fault.body("{\"results\":[17]}", "application/json"));
        CommandRun run = export("bird", "search");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).startsWith("callist: bird, page 1, row 0 was rejected: ");
    }

    private CommandRun export(String... providers) {
        List<String> args = new ArrayList<>(List.of("export", "--page-size", "50"));
        Stream.of(providers).forEach(name -> args.addAll(List.of("--provider", name)));
        return run(four, args.toArray(String[]::new));
    }

    private CommandRun resumable(String... more) {
        return run(four, resumableArgs(more));
    }

    private String[] resumableArgs(String... more) {
        List<String> args = new ArrayList<>(List.of("export", "--page-size", "50", "--max-attempts", "1"));
        four.forEach(provider -> args.addAll(List.of("--provider", provider.provider())));
        args.addAll(files());
        args.addAll(List.of(more));
        return args.toArray(String[]::new);
    }

    private List<String> files() {
        return List.of(
                "--output", folder.resolve("calls.jsonl").toString(),
                "--resume", folder.resolve("calls.state").toString());
    }

    private CommandRun run(List<ProviderFactory> providers, String... args) {
        return CommandRun.of(new ProviderList(providers), environment, new Cancellation(), false, args);
    }

    private List<String> output() throws IOException {
        return Files.readAllLines(folder.resolve("calls.jsonl"));
    }

    private List<String> whole() {
        return export("bird", "plivo-dialer", "search", "signalwire").lines();
    }

    private Sandbox server(String provider) {
        return Objects.requireNonNull(sandboxes.get(provider), provider).server();
    }

    private List<String> ids(String provider) {
        return Stream.iterate(0, i -> i < CALLS, i -> i + 1)
                .map(server(provider)::id)
                .toList();
    }

    private static List<Call> calls(List<String> lines) throws IOException {
        List<Call> calls = new ArrayList<>();
        for (String line : lines) {
            calls.add(CallJson.mapper().readValue(line, Call.class));
        }
        return calls;
    }
}
