package dev.callist.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callist.CallListException;
import dev.callist.CallLister;
import dev.callist.CallListers;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import dev.callist.MergedCalls;
import dev.callist.testkit.BirdSandbox;
import dev.callist.testkit.SearchSandbox;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Listers that are opened by the name of their provider, or by what the environment has. */
class NamedListersTest {
    private static final String SECRET = "a-secret-that-must-not-show";

    @Test
    void opensAListerByTheNameOfItsProvider() {
        try (BirdSandbox sandbox = BirdSandbox.start(5);
                CallLister calls = CallListers.of("bird", birdSettings(sandbox))) {
            assertThat(calls.provider()).isEqualTo("bird");
            assertThat(calls.list(CallQuery.all()).stream()).hasSize(5);
        }
    }

    @Test
    void suggestsTheNameThatWasMeant() {
        assertRefuses(() -> CallListers.of("brid", Map.of()), "there is no provider brid; did you mean bird?");
    }

    @Test
    void namesASettingThatIsMissingOrUnknown() {
        assertRefuses(
                () -> CallListers.of("bird", Map.of("accessKey", SECRET)),
                "workspaceId is missing; its environment variable is BIRD_WORKSPACE_ID");
        assertRefuses(
                () -> CallListers.of("bird", Map.of("accesKey", SECRET)),
                "there is no setting accesKey; did you mean accessKey?");
    }

    @Test
    void opensEachProviderThatTheEnvironmentConfigures() {
        try (BirdSandbox bird = BirdSandbox.start(4);
                SearchSandbox search = SearchSandbox.start(3);
                MergedCalls calls = CallListers.fromEnvironment(
                        Map.of(
                                "BIRD_WORKSPACE_ID", BirdSandbox.WORKSPACE_ID,
                                "BIRD_ACCESS_KEY", BirdSandbox.ACCESS_KEY,
                                "BIRD_BASE_URL", bird.url().toString(),
                                "SEARCH_API_KEY", SearchSandbox.API_KEY,
                                "SEARCH_BASE_URL", search.url().toString()),
                        ClientOptions.defaults())) {
            assertThat(calls.list(CallQuery.all()).stream()).hasSize(7);
            assertThat(calls.list(CallQuery.all()).stream())
                    .extracting(call -> call.provider())
                    .contains("bird", "search")
                    .doesNotContain("signalwire");
        }
    }

    @Test
    void namesTheVariablesOfAnEnvironmentThatHasNone() {
        assertRefuses(
                () -> CallListers.fromEnvironment(Map.of(), ClientOptions.defaults()),
                "no provider is configured",
                "bird (BIRD_WORKSPACE_ID, BIRD_ACCESS_KEY)",
                "SEARCH_API_KEY");
        assertRefuses(
                () -> CallListers.fromEnvironment(Map.of("BIRD_ACCESS_KEY", SECRET), ClientOptions.defaults()),
                "workspaceId is missing; its environment variable is BIRD_WORKSPACE_ID");
    }

    private static Map<String, String> birdSettings(BirdSandbox sandbox) {
        return Map.of(
                "workspaceId", BirdSandbox.WORKSPACE_ID,
                "accessKey", BirdSandbox.ACCESS_KEY,
                "baseUrl", sandbox.url().toString());
    }

    private static void assertRefuses(Runnable action, String... words) {
        assertThatThrownBy(action::run)
                .isInstanceOf(CallListException.class)
                .hasMessageContainingAll(words)
                .hasMessageContaining("INVALID_CONFIG")
                .message()
                .doesNotContain(SECRET);
    }
}
