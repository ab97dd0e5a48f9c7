package dev.callist.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.Call;
import dev.callist.CallJson;
import dev.callist.CallListException;
import dev.callist.cli.console.Cancellation;
import dev.callist.cli.console.Console;
import dev.callist.cli.console.OutputStyle;
import dev.callist.cli.console.ProgressDisplay;
import dev.callist.cli.providers.OpenListers;
import dev.callist.cli.providers.ProviderList;
import dev.callist.cli.providers.SandboxAccount;
import dev.callist.provider.ProviderFactory;
import dev.callist.testkit.ChangingCalls;
import dev.callist.testkit.Fault;
import dev.callist.testkit.SandboxCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands behave alike with every provider. */
class EveryProviderTest {
    @ParameterizedTest
    @CsvSource({
        "bird, 24, 24",
        "signalwire, 24, 24",
        "signalwire-logs, 24, 24",
        "plivo-dialer, 24, 30",
        "search, 24, 30",
        "twilio, 24, 24"
    })
    void exportsEveryCallInOrderWithAboutOneRequestPerPage(String name, int minRequests, int maxRequests)
            throws IOException {
        ProviderFactory provider = ProviderList.ALL.named(name);
        try (SandboxAccount sandbox = SandboxAccount.start(provider.provider(), 2345, 0)) {
            CommandRun run = CommandRun.on(provider, sandbox.account(), "export", "--page-size", "100");
            assertThat(run.err()).contains("callist: 2,345 calls, ", "COMPLETE, ");
            assertThat(run.code()).isZero();
            assertThat(ids(run.lines())).isEqualTo(idsOf(sandbox, 2345));
            assertThat(sandbox.server().requestCount()).isBetween(minRequests, maxRequests);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bird", "signalwire", "signalwire-logs", "plivo-dialer", "search", "twilio"})
    void exportsTheCallsThatALiveSandboxHasNow(String name) throws IOException {
        ChangingCalls calls = ChangingCalls.of(3, Instant.now().minus(Duration.ofDays(2)), Duration.ofMinutes(20));
        try (SandboxAccount sandbox = SandboxAccount.startLive(name, calls, 0)) {
            Set<String> before = idsOf(sandbox, calls.at(Instant.now()));
            CommandRun run = CommandRun.on(ProviderList.ALL.named(name), sandbox.account(), "export");
            Set<String> after = idsOf(sandbox, calls.at(Instant.now()));
            assertThat(run.code()).isZero();
            List<String> exported = ids(run.lines());
            assertThat(exported)
                    .hasSizeGreaterThan(100)
                    .allMatch(id -> before.contains(id) || after.contains(id))
                    .containsAll(before.stream().filter(after::contains).toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bird", "signalwire", "signalwire-logs", "plivo-dialer", "search", "twilio"})
    void continuesAnExportThatFailed(String name, @TempDir Path folder) throws IOException {
        ProviderFactory provider = ProviderList.ALL.named(name);
        Path file = folder.resolve("calls.jsonl");
        String[] more = {
            "--page-size", "50", "--max-attempts", "1", "--output", file.toString(), "--resume", folder + "/state"
        };
        try (SandboxAccount sandbox = SandboxAccount.start(provider.provider(), 600, 0)) {
            sandbox.server().on(5, Fault.status(500)).on(9, Fault.cutInBody());
            assertThat(CommandRun.on(provider, sandbox.account(), "export", more)
                            .err())
                    .startsWith("callist: SERVER_ERROR: ");
            assertThat(CommandRun.on(provider, sandbox.account(), "export", more)
                            .err())
                    .startsWith("callist: NETWORK: ");
            assertThat(CommandRun.on(provider, sandbox.account(), "export", more)
                            .code())
                    .isZero();
            assertThat(ids(Files.readAllLines(file))).isEqualTo(idsOf(sandbox, 600));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "bird, BIRD_ACCESS_KEY",
        "signalwire, SIGNALWIRE_API_TOKEN",
        "signalwire-logs, SIGNALWIRE_API_TOKEN",
        "plivo-dialer, PLIVO_DIALER_ACCESS_TOKEN",
        "search, SEARCH_API_KEY",
        "twilio, TWILIO_AUTH_TOKEN"
    })
    void reportsAWrongKeyInOneLineWithoutTheKey(String name, String variable) {
        ProviderFactory provider = ProviderList.ALL.named(name);
        try (SandboxAccount sandbox = SandboxAccount.start(provider.provider(), 10, 0)) {
            Map<String, String> environment = new HashMap<>(sandbox.account().environment());
            environment.put(variable, "not-the-key-at-all");
            CommandRun run = CommandRun.on(provider, sandbox.account().withEnvironment(environment), "export");
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.out()).isEmpty();
            assertThat(run.err().lines()).singleElement().asString().startsWith("callist: AUTHENTICATION: status 401");
            assertThat(run.err()).doesNotContain("not-the-key", "\tat ");
            assertThat(sandbox.server().requestCount()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bird|createdFrom, createdBefore, direction, statuses|minDuration|startAt=",
                "signalwire|statuses|createdFrom, createdBefore, direction, minDuration|Status=completed",
                "signalwire-logs|createdFrom, createdBefore|direction, statuses, minDuration|created_after=2026-02-27",
                "plivo-dialer|createdFrom, createdBefore, direction|statuses, minDuration|callType=all_inbound",
                "search|createdFrom, createdBefore, direction, minDuration|statuses|min_duration"
            })
    void explainsWhichFiltersTheServerApplies(String name, String server, String here, String request) {
        CommandRun run = CommandRun.of(
                Map.of(),
                "explain --provider %s --created-from 2026-03-01T00:00:00Z --created-before 2026-03-02T00:00:00Z --direction inbound"
                        .formatted(name)
                        .concat(" --status completed --min-duration 30")
                        .split(" ", -1));
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("provider     " + name + "\n", request)
                .contains("by server    " + server + "\n", "here         " + here + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bird", "signalwire", "signalwire-logs", "plivo-dialer", "search", "twilio"})
    void printsCommandsToTryOnTheSandbox(String name) {
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();
        CommandRun run = CommandRun.of(
                ProviderList.ALL, Map.of(), cancelled, false, "sandbox", "--provider", name, "--calls", "12");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("The " + name + " sandbox serves 12 calls at http://")
                .contains(" export --provider " + name + " --base-url http://");
        assertThat(ProviderList.ALL.named(name).settings())
                .filteredOn(setting -> setting.isSecret() && !setting.example().isEmpty())
                .isNotEmpty()
                .allSatisfy(secret -> assertThat(run.out()).contains(secret.variable() + "="));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bird", "signalwire", "signalwire-logs"})
    void getsOneCall(String name) throws IOException {
        ProviderFactory provider = ProviderList.ALL.named(name);
        try (SandboxAccount sandbox = SandboxAccount.start(provider.provider(), 10, 0)) {
            String id = sandbox.server().id(3);
            CommandRun run = CommandRun.on(provider, sandbox.account(), "get", id);
            assertThat(run.err()).isEmpty();
            assertThat(CallJson.mapper().readValue(run.out(), Call.class).id()).isEqualTo(id);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"plivo-dialer", "search"})
    void saysThatAnApiHasNoRequestForASingleCall(String name) {
        ProviderFactory provider = ProviderList.ALL.named(name);
        try (SandboxAccount sandbox = SandboxAccount.start(provider.provider(), 10, 0)) {
            CommandRun run = CommandRun.on(
                    provider, sandbox.account(), "get", sandbox.server().id(3));
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err().lines())
                    .singleElement()
                    .asString()
                    .isEqualTo("callist: INVALID_CONFIG: this API cannot fetch a single call; list the calls instead");
            assertThat(sandbox.server().requestCount()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bird||BIRD_ACCESS_KEY is missing; set it as an environment variable",
                "signalwire|SIGNALWIRE_API_TOKEN|SIGNALWIRE_PROJECT_ID is missing; set it as an environment variable, or give --set projectId=VALUE",
                "signalwire|SIGNALWIRE_PROJECT_ID|SIGNALWIRE_API_TOKEN is missing; set it as an environment variable",
                "signalwire|SIGNALWIRE_PROJECT_ID SIGNALWIRE_API_TOKEN|SIGNALWIRE_SPACE is missing; set it as an environment variable, or give a base URL",
                "plivo-dialer||PLIVO_DIALER_ACCESS_TOKEN is missing; set it as an environment variable",
                "plivo-dialer|PLIVO_DIALER_ACCESS_TOKEN|PLIVO_DIALER_BASE_URL is missing; set it as an environment variable, or give --base-url",
                "search||SEARCH_API_KEY is missing; set it as an environment variable"
            })
    void saysWhatIsMissing(String name, String variables, String message) {
        Map<String, String> environment = new HashMap<>();
        if (variables != null) {
            List.of(variables.split(" ", -1)).forEach(variable -> environment.put(variable, "made-up"));
        }
        List<String> args = new ArrayList<>(List.of("export", "--provider", name));
        if (name.equals("bird")) {
            args.addAll(List.of("--workspace", "w"));
        }
        CommandRun run = CommandRun.of(environment, args.toArray(String[]::new));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("callist: INVALID_CONFIG: " + message + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bird", "signalwire", "signalwire-logs", "plivo-dialer", "search", "twilio"})
    void cannotMergeAnAccountWithItselfUnderAnotherKey(String name) {
        ProviderFactory provider = ProviderList.ALL.named(name);
        try (SandboxAccount sandbox = SandboxAccount.start(name, 10, 0)) {
            Map<String, String> environment = new HashMap<>(sandbox.account().environment());
            provider.settings().stream()
                    .filter(ProviderFactory.Setting::isSecret)
                    .forEach(secret -> environment.put(secret.variable(), "another-key"));
            try (OpenListers listers = new OpenListers();
                    ProgressDisplay progress =
                            ProgressDisplay.create(Console.ofThisProcess(), new OutputStyle(true, true))) {
                listers.open(provider, sandbox.account());
                listers.open(provider, sandbox.account().withEnvironment(environment));
                assertThat(catchThrowableOfType(CallListException.class, () -> listers.merged(false, progress)))
                        .hasMessageContaining("INVALID_CONFIG: two listers of " + name + " cannot be told apart");
            }
        }
    }

    @Test
    void continuesAnExportOnlyForTheSameOrganization(@TempDir Path folder) {
        ProviderFactory provider = ProviderList.ALL.named("search");
        try (SandboxAccount sandbox = SandboxAccount.start("search", 10, 0)) {
            Path file = folder.resolve("calls.jsonl");
            Path state = folder.resolve("state");
            Map<String, String> environment = new HashMap<>(sandbox.account().environment());
            for (String organization : List.of("Acme", "Globex")) {
                environment.put("SEARCH_ORGANIZATION", organization);
                String limit = organization.equals("Acme") ? "5" : "9";
                String[] more = {"--output", file.toString(), "--resume", state.toString(), "--limit", limit};
                CommandRun run =
                        CommandRun.on(provider, sandbox.account().withEnvironment(environment), "export", more);
                assertThat(run.code()).as(run.err()).isEqualTo(organization.equals("Acme") ? 0 : 1);
            }
            assertThat(file).content().contains("\"account\":\"Acme\"").doesNotContain("Globex");
        }
    }

    @Test
    void helpNamesEveryProviderAndItsCredential() {
        String main = CommandRun.of(Map.of(), "--help").out();
        String export = CommandRun.of(Map.of(), "export", "--help").out();
        assertThat(ProviderList.ALL.all()).allSatisfy(provider -> {
            assertThat(export).containsPattern("Provider: [a-z,\\s-]*\\b" + provider.provider() + "[,.]");
            assertThat(provider.settings()).allSatisfy(setting -> assertThat(main)
                    .contains("  " + setting.variable() + " ", provider.provider() + ": " + setting.help()));
        });
    }

    private static List<String> ids(List<String> lines) throws IOException {
        List<String> ids = new ArrayList<>();
        for (String line : lines) {
            ids.add(CallJson.mapper().readValue(line, Call.class).id());
        }
        return ids;
    }

    private static Set<String> idsOf(SandboxAccount sandbox, List<SandboxCall> calls) {
        return calls.stream().map(call -> sandbox.server().id(call.index())).collect(Collectors.toSet());
    }

    private static List<String> idsOf(SandboxAccount sandbox, int calls) {
        return IntStream.range(0, calls).mapToObj(sandbox.server()::id).toList();
    }
}
