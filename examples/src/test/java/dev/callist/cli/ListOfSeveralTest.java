package dev.callist.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.testkit.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code callist list} over more than one provider. */
class ListOfSeveralTest {
    private final SandboxAccount bird = new BirdProvider().sandbox(60, 0);
    private final SandboxAccount signalWire = new SignalWireProvider().sandbox(50, 0);
    private final Providers both = new Providers(
            List.of(new AtSandbox(new BirdProvider(), bird), new AtSandbox(new SignalWireProvider(), signalWire)));

    @AfterEach
    void close() {
        bird.close();
        signalWire.close();
    }

    @Test
    void showsEverySandboxWhenThereIsNoCredentialAtAllAndSaysSo() {
        Run run = Run.of(Map.of(), "list", "--limit", "8");
        assertThat(run.code()).isZero();
        assertThat(run.lines()).hasSize(9);
        assertThat(run.lines().get(0)).matches("PROVIDER +CREATED \\(UTC\\) +DIRECTION +STATUS .*");
        assertThat(Providers.ALL.all())
                .allSatisfy(provider -> assertThat(run.lines()).anyMatch(line -> line.startsWith(provider.name())));
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .contains(Providers.secrets(Providers.ALL.all()))
                .contains("built-in sandboxes");
    }

    @Test
    void mergesTheNewestOfEveryProviderThatHasACredential() {
        Run run = list(both, environment());
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
    void failsWithTheOneThatFailsAndNamesIt() {
        bird.server().always(Fault.status(401));
        Run run = list(both, environment());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .startsWith("callist: AUTHENTICATION: bird: status 401");
    }

    @Test
    void showsWhatArrivedBeforeOneFailed() {
        signalWire.server().on(2, Fault.status(500));
        Run run = list(both, environment(), "--page-size", "2", "--max-attempts", "1");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.lines()).hasSize(5);
        assertThat(run.err()).startsWith("callist: SERVER_ERROR: signalwire: status 500");
    }

    @Test
    void showsTheOthersWhenOneFailsAndThatIsWanted() {
        bird.server().always(Fault.status(401));
        Run run = list(both, environment(), "--skip-failed");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err().lines().toList())
                .hasSize(2)
                .satisfies(lines ->
                        assertThat(lines.get(0)).startsWith("callist: bird left out: AUTHENTICATION: status 401"))
                .last()
                .isEqualTo("callist: INCOMPLETE: calls may be missing");
        assertThat(run.lines()).hasSize(7);
        assertThat(run.lines().subList(1, 7)).allMatch(line -> line.startsWith("signalwire "));
        assertThat(signalWire.server().requestCount()).isEqualTo(1);
    }

    @Test
    void failsWithTheLastWhenAllFailAlsoWhenThatIsWanted() {
        bird.server().always(Fault.status(401));
        signalWire.server().always(Fault.status(403));
        Run run = list(both, environment(), "--skip-failed");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines().toList())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("callist: bird left out: AUTHENTICATION: "),
                        last -> assertThat(last).startsWith("callist: PERMISSION: signalwire: status 403"));
    }

    @Test
    void listsThoseThatAreNamed() {
        List<Provider> four = new ArrayList<>(both.all());
        four.add(new PlivoDialerProvider());
        four.add(new SearchProvider());
        Map<String, String> environment = new HashMap<>(environment());
        environment.put("SEARCH_API_KEY", "made-up");
        Run run = list(new Providers(four), environment, "--provider", "bird", "--provider", "signalwire");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("\nbird ", "\nsignalwire ");
    }

    @Test
    void leavesOutNobodyThatIsNamed() {
        Run run = list(
                new Providers(List.of(new BirdProvider(), both.all().get(1))),
                environment(),
                "--provider",
                "bird",
                "--provider",
                "signalwire");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("callist: INVALID_CONFIG: bird: this provider needs --workspace\n");
        assertThat(signalWire.server().requestCount()).isZero();
    }

    @Test
    void namesTheOneThatCannotServeTheQuery() {
        Run run = list(both, environment(), "--tag", "vip");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).startsWith("callist: UNSUPPORTED_FILTER: signalwire: ");
        assertThat(bird.server().requestCount()).isZero();
    }

    @Test
    void leavesOutTheOneThatLacksAnIdAndSaysWhich() {
        Providers half = new Providers(List.of(new BirdProvider(), both.all().get(1)));
        Run run = list(half, environment());
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEqualTo("callist: bird is left out: this provider needs --workspace\n");
        assertThat(run.lines()).hasSize(7);
    }

    @Test
    void isAUsageErrorWhenEachLacksSomething() {
        Run run = list(Providers.ALL, environment());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("callist: bird is left out: this provider needs --workspace\n")
                .contains("callist: signalwire is left out: this provider needs SIGNALWIRE_SPACE");
    }

    @Test
    void leavesOutTheOneThatLacksItsBaseUrl() {
        Map<String, String> environment = new HashMap<>(environment());
        environment.put("PLIVO_DIALER_ACCESS_TOKEN", "made-up");
        List<Provider> three = new ArrayList<>(both.all());
        three.add(new PlivoDialerProvider());
        Run run = list(new Providers(three), environment);
        assertThat(run.code()).isZero();
        assertThat(run.err())
                .isEqualTo("callist: plivo-dialer is left out: this provider needs --base-url,"
                        + " such as https://TENANT/api/v1\n");
        assertThat(run.lines()).hasSize(7);
    }

    @Test
    void isAUsageErrorWhenTheProviderThatAnIdNamesLacksSomething() {
        Map<String, String> environment = new HashMap<>(environment());
        environment.remove("BIRD_ACCESS_KEY");
        Run run = list(Providers.ALL, environment, "--workspace", "w");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("callist: INVALID_CONFIG: BIRD_ACCESS_KEY is not set in the environment\n");
    }

    @Test
    void sendsNoCredentialToABaseUrlThatMayBeAnotherProviders() {
        Run run = list(both, environment(), "--base-url", bird.server().url().toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--base-url is one provider's: say whose with --provider");
        assertThat(bird.server().requestCount()).isZero();
    }

    @Test
    void listsTheOneProviderThatIsAskedForByName() {
        Run run = list(both, environment(), "--provider", "signalwire");
        assertThat(run.code()).isZero();
        assertThat(run.lines().get(0)).startsWith("CREATED (UTC)");
        assertThat(bird.server().requestCount()).isZero();
    }

    private Map<String, String> environment() {
        Map<String, String> all = new HashMap<>(bird.account().environment());
        all.putAll(signalWire.account().environment());
        return all;
    }

    private static Run list(Providers providers, Map<String, String> environment, String... more) {
        List<String> args = new ArrayList<>(List.of("list", "--limit", "6"));
        args.addAll(List.of(more));
        return Run.of(providers, environment, new Cancellation(), false, args.toArray(String[]::new));
    }
}
