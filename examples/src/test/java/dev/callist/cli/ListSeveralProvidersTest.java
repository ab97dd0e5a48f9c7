package dev.callist.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.cli.console.Cancellation;
import dev.callist.cli.providers.ProviderList;
import dev.callist.cli.providers.SandboxAccount;
import dev.callist.provider.ProviderFactory;
import dev.callist.testkit.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code callist list} with more than one provider. */
class ListSeveralProvidersTest {
    private final SandboxAccount bird = SandboxAccount.start("bird", 60, 0);
    private final SandboxAccount signalWire = SandboxAccount.start("signalwire", 50, 0);
    private final ProviderList both = new ProviderList(List.of(
            new SandboxedProvider(ProviderList.ALL.named("bird"), bird),
            new SandboxedProvider(ProviderList.ALL.named("signalwire"), signalWire)));

    @AfterEach
    void close() {
        bird.close();
        signalWire.close();
    }

    @Test
    void showsEverySandboxIfThereAreNoCredentials() {
        CommandRun run = CommandRun.of(Map.of(), "list", "--quiet", "--limit", "8");
        assertThat(run.code()).isZero();
        assertThat(run.lines()).hasSize(9);
        assertThat(run.lines().get(0)).matches("PROVIDER +CREATED \\(UTC\\) +DIRECTION +STATUS .*");
        assertThat(ProviderList.ALL.withSandbox().all())
                .allSatisfy(provider -> assertThat(run.lines()).anyMatch(line -> line.startsWith(provider.provider())));
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .contains(ProviderList.ALL.withSandbox().secretVariables())
                .contains("built-in sandboxes");
    }

    @Test
    void mergesTheNewestCallsOfEveryProviderWithACredential() {
        CommandRun run = list(both, environment());
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        List<String> times = new ArrayList<>();
        for (String line : run.lines().subList(1, run.lines().size())) {
            times.add(line.replaceFirst("^\\S+ +(\\S+ \\S+).*", "$1"));
        }
        assertThat(times).hasSize(6).isSortedAccordingTo((one, two) -> two.compareTo(one));
        assertThat(run.out()).contains("\nbird ", "\nsignalwire ");
        assertThat(bird.server().requestCount()).isEqualTo(1);
        assertThat(signalWire.server().requestCount()).isEqualTo(1);
    }

    @Test
    void failsIfOneProviderFailsAndNamesIt() {
        bird.server().always(Fault.status(401));
        CommandRun run = list(both, environment());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .startsWith("callist: AUTHENTICATION: bird: status 401");
    }

    @Test
    void showsTheCallsThatArrivedBeforeOneProviderFailed() {
        signalWire.server().on(2, Fault.status(500));
        CommandRun run = list(both, environment(), "--page-size", "2", "--max-attempts", "1");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.lines()).hasSize(5);
        assertThat(run.err()).startsWith("callist: SERVER_ERROR: signalwire: status 500");
    }

    @Test
    void skipsAFailedProviderIfAskedTo() {
        bird.server().always(Fault.status(401));
        CommandRun run = list(both, environment(), "--skip-failed");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err().lines().toList())
                .hasSize(2)
                .satisfies(lines ->
                        assertThat(lines.get(0)).startsWith("callist: skipped bird: AUTHENTICATION: status 401"))
                .last()
                .isEqualTo("callist: INCOMPLETE: calls may be missing (a lister failed and was skipped)");
        assertThat(run.lines()).hasSize(7);
        assertThat(run.lines().subList(1, 7)).allMatch(line -> line.startsWith("signalwire "));
        assertThat(signalWire.server().requestCount()).isEqualTo(1);
    }

    @Test
    void failsWithTheLastFailureIfAllProvidersAreSkipped() {
        bird.server().always(Fault.status(401));
        signalWire.server().always(Fault.status(403));
        CommandRun run = list(both, environment(), "--skip-failed");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines().toList())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("callist: skipped bird: AUTHENTICATION: "),
                        last -> assertThat(last).startsWith("callist: PERMISSION: signalwire: status 403"));
    }

    @Test
    void listsTheNamedProviders() {
        List<ProviderFactory> four = new ArrayList<>(both.all());
        four.add(ProviderList.ALL.named("plivo-dialer"));
        four.add(ProviderList.ALL.named("search"));
        Map<String, String> environment = new HashMap<>(environment());
        environment.put("SEARCH_API_KEY", "made-up");
        CommandRun run = list(new ProviderList(four), environment, "--provider", "bird", "--provider", "signalwire");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("\nbird ", "\nsignalwire ");
    }

    @Test
    void doesNotSkipANamedProvider() {
        CommandRun run = list(
                new ProviderList(
                        List.of(ProviderList.ALL.named("bird"), both.all().get(1))),
                environment(),
                "--provider",
                "bird",
                "--provider",
                "signalwire");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo(
                        "callist: INVALID_CONFIG: bird: BIRD_WORKSPACE_ID is missing; set it as an environment variable, or give --workspace\n");
        assertThat(signalWire.server().requestCount()).isZero();
    }

    @Test
    void namesTheProviderThatCannotServeTheQuery() {
        CommandRun run = list(both, environment(), "--tag", "vip");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).startsWith("callist: UNSUPPORTED_FILTER: signalwire: ");
        assertThat(bird.server().requestCount()).isZero();
    }

    @Test
    void skipsAProviderThatLacksAnIdAndNamesIt() {
        ProviderList withoutWorkspace = new ProviderList(
                List.of(ProviderList.ALL.named("bird"), both.all().get(1)));
        CommandRun run = list(withoutWorkspace, environment());
        assertThat(run.code()).isZero();
        assertThat(run.err())
                .isEqualTo(
                        "callist: skipped bird: BIRD_WORKSPACE_ID is missing; set it as an environment variable, or give --workspace\n");
        assertThat(run.lines()).hasSize(7);
    }

    @Test
    void isAUsageErrorIfEveryProviderLacksSomething() {
        CommandRun run = list(ProviderList.ALL, environment());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith(
                        "callist: skipped bird: BIRD_WORKSPACE_ID is missing; set it as an environment variable, or give --workspace\n")
                .contains("callist: skipped signalwire: SIGNALWIRE_SPACE is missing");
    }

    @Test
    void skipsAProviderThatLacksItsBaseUrl() {
        Map<String, String> environment = new HashMap<>(environment());
        environment.put("PLIVO_DIALER_ACCESS_TOKEN", "made-up");
        List<ProviderFactory> three = new ArrayList<>(both.all());
        three.add(ProviderList.ALL.named("plivo-dialer"));
        CommandRun run = list(new ProviderList(three), environment);
        assertThat(run.code()).isZero();
        assertThat(run.err())
                .isEqualTo("callist: skipped plivo-dialer: PLIVO_DIALER_BASE_URL is missing; set it as an environment"
                        + " variable, or give --base-url\n");
        assertThat(run.lines()).hasSize(7);
    }

    @Test
    void isAUsageErrorIfTheProviderThatAnIdNamesLacksSomething() {
        Map<String, String> environment = new HashMap<>(environment());
        environment.remove("BIRD_ACCESS_KEY");
        CommandRun run = list(ProviderList.ALL, environment, "--workspace", "w");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("callist: INVALID_CONFIG: BIRD_ACCESS_KEY is missing; set it as an environment variable\n");
    }

    @Test
    void sendsNoCredentialToTheBaseUrlOfAnotherProvider() {
        CommandRun run =
                list(both, environment(), "--base-url", bird.server().url().toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--base-url works with one provider only; name it with --provider");
        assertThat(bird.server().requestCount()).isZero();
    }

    @Test
    void listsTheOneNamedProvider() {
        CommandRun run = list(both, environment(), "--provider", "signalwire");
        assertThat(run.code()).isZero();
        assertThat(run.lines().get(0)).startsWith("CREATED (UTC)");
        assertThat(bird.server().requestCount()).isZero();
    }

    private Map<String, String> environment() {
        Map<String, String> all = new HashMap<>(bird.account().environment());
        all.putAll(signalWire.account().environment());
        return all;
    }

    private static CommandRun list(ProviderList providers, Map<String, String> environment, String... more) {
        List<String> args = new ArrayList<>(List.of("list", "--quiet", "--limit", "6"));
        args.addAll(List.of(more));
        return CommandRun.of(providers, environment, new Cancellation(), false, args.toArray(String[]::new));
    }
}
