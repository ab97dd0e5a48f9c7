package dev.callist.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.Call;
import dev.callist.CallJson;
import dev.callist.cli.providers.ProviderList;
import dev.callist.cli.providers.SandboxAccount;
import dev.callist.provider.ProviderFactory;
import dev.callist.testkit.BirdSandbox;
import dev.callist.testkit.SandboxRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --where}, {@code --party}, {@code --raw}, {@code --rate}, {@code --set} and {@code --auth-scheme}. */
class WhereOptionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bird|type=sip|type=sip",
                "bird|duration=7|duration=7",
                "bird|tag=VIP|tag=vip",
                "bird|startAt=2026-03-01|startAt=2026-03-01T00:00:00.000Z",
                "signalwire|StartTime>=2026-03-01|StartTime>=Sun, 01 Mar 2026 00:00:00 +0000",
                "signalwire|EndTime<=2026-03-01T10:00:00+01:00|EndTime<=Sun, 01 Mar 2026 09:00:00 +0000",
                "signalwire|EndTime=Sun, 01 Mar 2026 00:00:00 +0000|EndTime=Sun, 01 Mar 2026 00:00:00 +0000",
                "plivo-dialer|numberIds=1, 2,3|numberIds=1,2,3",
                "plivo-dialer|callType=abandoned|callType=abandoned",
                "plivo-dialer|dateFrom=2026-03-01|dateFrom=2026-03-01",
                "search|voicemail=true|voicemail=true",
                "search|min_duration=1500|min_duration=1500",
            })
    void sendsADocumentedParameterOfTheProvider(String provider, String where, String sent) {
        CommandRun run = explain(provider, "--where", where);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains(sent);
    }

    @Test
    void sendsEveryValueOfARepeatedParameter() {
        CommandRun run = explain("search", "--where", "mode=a", "--where", "mode=b", "--where", "language=pt");
        assertThat(run.out()).contains("mode=a,b", "language=pt");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bird|staus=completed|there is no parameter staus; did you mean status?",
                "bird|Direction=x|there is no parameter Direction; did you mean direction?",
                "signalwire|parent_call_sid=x|there is no parameter parent_call_sid; did you mean ParentCallSid?",
                "search|agentid=x|there is no parameter agentid; did you mean agent_id?",
                "plivo-dialer|qqqqqqqq=x|choose from dateFrom, dateTo, numberIds, ringGroupId",
                "bird|type|--where takes NAME=VALUE",
                "bird|type=|type must not have a blank value",
                "bird|duration=-1|duration must be 0 or more",
                "bird|duration=9999999999|duration must be a whole number up to 2147483647",
                "bird|startAt=soon|startAt must be a time, such as 2026-03-01",
                "search|min_duration=-5|min_duration must be 0 or more",
                "search|max_duration=1.5|max_duration must be a whole number",
                "search|voicemail=maybe|voicemail must be true or false",
                "plivo-dialer|numberIds=1,b|numberIds must be whole numbers separated by commas",
                "plivo-dialer|dateTo=tomorrow|dateTo must be a day, such as 2026-03-01",
                "signalwire|StartTime=2026-13-01|StartTime must be a time",
            })
    void namesTheParameterAndTheRuleThatItBreaks(String provider, String where, String message) {
        CommandRun run = explain(provider, "--where", where);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("callist: INVALID_CONFIG: ").contains(message);
        assertThat(run.err().lines()).hasSize(1);
    }

    @Test
    void limitsAPartyToTheDocumentedLength() {
        CommandRun run = explain("bird", "--where", "from=" + "9".repeat(101));
        assertThat(run.err())
                .isEqualTo("callist: INVALID_CONFIG: --from must have from 1 to 100 characters\n")
                .doesNotContain("999");
        assertThat(explain("bird", "--where", "from=" + "9".repeat(100)).code()).isZero();
    }

    @Test
    void takesOneValueWhereTheApiTakesOne() {
        CommandRun run = explain("bird", "--where", "type=sip", "--where", "type=pstn");
        assertThat(run.err()).isEqualTo("callist: INVALID_CONFIG: type takes one value only\n");
    }

    @Test
    void belongsToOneProvider() {
        CommandRun run = CommandRun.of(
                Map.of("SEARCH_API_KEY", "k", "BIRD_ACCESS_KEY", "k", "BIRD_WORKSPACE_ID", "w"),
                "list",
                "--where",
                "type=sip");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--where works with one provider only; name it with --provider");
    }

    @Test
    void asksForStartTimesInParallelWithTheSameCallsInTheSameOrder() {
        ProviderFactory factory = ProviderList.ALL.named("signalwire");
        try (SandboxAccount sandbox = SandboxAccount.start("signalwire", 600, 0)) {
            String[] window = {"--where", "StartTime>=2020-01-01", "--page-size", "20"};
            CommandRun one = CommandRun.on(factory, sandbox.account(), "export", window);
            CommandRun four = CommandRun.on(
                    factory,
                    sandbox.account(),
                    "export",
                    "--where",
                    "StartTime>=2020-01-01",
                    "--page-size",
                    "20",
                    "--concurrency",
                    "4");
            assertThat(one.code()).isZero();
            assertThat(four.out()).isEqualTo(one.out());
            assertThat(sandbox.server().requests())
                    .anyMatch(request -> request.queryParameter("StartTime<").isPresent());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bird", "signalwire", "signalwire-logs", "plivo-dialer", "search", "twilio"})
    void selectsAPartyOnEitherSide(String name) throws IOException {
        ProviderFactory factory = ProviderList.ALL.named(name);
        try (SandboxAccount sandbox = SandboxAccount.start(name, 200, 0)) {
            List<Call> all =
                    calls(CommandRun.on(factory, sandbox.account(), "export").lines());
            String party = all.stream()
                    .flatMap(call -> call.to().stream())
                    .flatMap(to -> to.e164().stream())
                    .findFirst()
                    .orElseThrow();
            Set<String> expected = new TreeSet<>();
            for (Call call : all) {
                boolean isParty = call.from()
                                .flatMap(from -> from.e164())
                                .filter(party::equals)
                                .isPresent()
                        || call.to()
                                .flatMap(to -> to.e164())
                                .filter(party::equals)
                                .isPresent();
                if (isParty) {
                    expected.add(call.id());
                }
            }
            CommandRun run = CommandRun.on(factory, sandbox.account(), "export", "--party", party);
            assertThat(calls(run.lines())).extracting(Call::id).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bird", "signalwire", "signalwire-logs", "plivo-dialer", "search", "twilio"})
    void addsTheRowOfTheProvider(String name) throws IOException {
        ProviderFactory factory = ProviderList.ALL.named(name);
        try (SandboxAccount sandbox = SandboxAccount.start(name, 3, 0)) {
            CommandRun run = CommandRun.on(factory, sandbox.account(), "export", "--raw");
            assertThat(run.lines()).hasSize(3).allMatch(line -> line.contains(",\"raw\":{"));
            assertThat(calls(run.lines())).extracting(Call::id).hasSize(3);
            CommandRun csv = CommandRun.on(factory, sandbox.account(), "export", "--raw", "--format", "csv");
            assertThat(csv.err()).isEqualTo("callist: INVALID_CONFIG: --raw needs --format jsonl or parquet\n");
        }
    }

    @Test
    void presentsTheKeyAsABearerToken() {
        try (BirdSandbox sandbox = BirdSandbox.start(2)) {
            CommandRun.on(sandbox, "export", "--auth-scheme", "bearer");
            CommandRun.on(sandbox, "export");
            assertThat(sandbox.requests())
                    .extracting(request -> request.header("Authorization").orElse(""))
                    .containsExactly("Bearer " + BirdSandbox.ACCESS_KEY, "AccessKey " + BirdSandbox.ACCESS_KEY);
            CommandRun wrong = CommandRun.on(sandbox, "export", "--auth-scheme", "basic");
            assertThat(wrong.code()).isEqualTo(2);
            assertThat(wrong.err()).isEqualTo("callist: INVALID_CONFIG: --auth-scheme must be access-key or bearer\n");
        }
    }

    @Test
    void keepsToTheRateOfRequests() {
        try (BirdSandbox sandbox = BirdSandbox.start(30)) {
            long start = System.nanoTime();
            CommandRun run = CommandRun.on(sandbox, "export", "--page-size", "10", "--rate", "20", "--quiet");
            assertThat(run.code()).isZero();
            assertThat(System.nanoTime() - start).isGreaterThan(90_000_000L);
            assertThat(CommandRun.on(sandbox, "export", "--rate", "0").err())
                    .contains("'0' is not a number of requests a second; write 5 or 0.5");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "searchTimeout=60000|0|timeout=60000",
                "searchTimeout=5000|2|--set searchTimeout=VALUE must be from 15 to 120 seconds",
                "searchTimeout=long|2|--set searchTimeout=VALUE must be a whole number",
                "searchTimeuot=60000|2|there is no setting searchTimeuot; did you mean searchTimeout?",
                "apiKey=k|2|a secret must not be on the command line; set SEARCH_API_KEY instead",
            })
    void takesAnySettingThatIsNoSecret(String setting, int code, String text) {
        CommandRun run = explain("search", "--set", setting);
        assertThat(run.code()).isEqualTo(code);
        assertThat(run.out() + run.err()).contains(text);
    }

    @Test
    void refusesAnOptionThatIsNoSettingOfTheProvider() {
        assertThat(explain("search", "--workspace", "w").err())
                .isEqualTo("callist: INVALID_CONFIG: --workspace is not a setting of search\n");
        CommandRun several = CommandRun.of(
                Map.of(), "export", "--provider", "search", "--provider", "signalwire", "--auth-scheme", "bearer");
        assertThat(several.err())
                .isEqualTo("callist: INVALID_CONFIG: --auth-scheme is not a setting of search or signalwire\n");
    }

    @Test
    void takesIdsFromTheEnvironment() {
        try (BirdSandbox sandbox = BirdSandbox.start(2)) {
            CommandRun run = CommandRun.of(
                    Map.of(
                            "BIRD_ACCESS_KEY", BirdSandbox.ACCESS_KEY,
                            "BIRD_WORKSPACE_ID", BirdSandbox.WORKSPACE_ID,
                            "BIRD_CHANNEL_ID", BirdSandbox.CHANNEL_ID,
                            "BIRD_BASE_URL", sandbox.url().toString()),
                    "export",
                    "--provider",
                    "bird");
            assertThat(run.code()).isZero();
            assertThat(sandbox.requests())
                    .extracting(SandboxRequest::target)
                    .singleElement()
                    .asString()
                    .contains("/" + BirdSandbox.WORKSPACE_ID + "/channels/" + BirdSandbox.CHANNEL_ID + "/calls");
        }
    }

    private static CommandRun explain(String provider, String... more) {
        List<String> args = new ArrayList<>(List.of("explain", "--provider", provider));
        args.addAll(List.of(more));
        return CommandRun.of(Map.of(), args.toArray(String[]::new));
    }

    private static List<Call> calls(List<String> lines) throws IOException {
        List<Call> calls = new ArrayList<>();
        for (String line : lines) {
            calls.add(CallJson.mapper().readValue(line, Call.class));
        }
        return calls;
    }
}
