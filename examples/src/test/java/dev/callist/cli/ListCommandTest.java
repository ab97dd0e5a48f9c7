package dev.callist.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.cli.console.Cancellation;
import dev.callist.cli.providers.ProviderList;
import dev.callist.testkit.BirdSandbox;
import dev.callist.testkit.Fault;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ListCommandTest {
    @Test
    void requestsOnePageOfTheCallsItShows() {
        try (BirdSandbox sandbox = BirdSandbox.start(100)) {
            CommandRun run = CommandRun.on(sandbox, "list", "--limit", "5", "--ids", "--quiet");
            assertThat(run.lines()).hasSize(6);
            assertThat(run.lines().get(5)).endsWith(sandbox.id(4));
            assertThat(run.err()).isEmpty();
            assertThat(sandbox.requests()).singleElement().satisfies(request -> assertThat(
                            request.queryParameter("limit"))
                    .contains("5"));
        }
    }

    @Test
    void doesNotShowASandboxInPlaceOfANamedAccount() {
        CommandRun run = CommandRun.of(Map.of(), "list", "--workspace", "w");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .isEqualTo("callist: INVALID_CONFIG: BIRD_ACCESS_KEY is missing; set it as an environment variable\n");
    }

    @Test
    void asksForTheWorkspaceIfThereIsACredential() {
        CommandRun run = CommandRun.of(CommandRun.BIRD_KEY, "list");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo(
                        "callist: INVALID_CONFIG: BIRD_WORKSPACE_ID is missing; set it as an environment variable, or give --workspace\n");
    }

    @Test
    void usesColoursOnATerminalUnlessTheEnvironmentForbidsThem() {
        assertThat(onTerminal(Map.of())).contains("\u001b[32mcompleted\u001b[0m");
        assertThat(onTerminal(Map.of("NO_COLOR", "1"))).doesNotContain("\u001b");
        assertThat(onTerminal(Map.of("TERM", "dumb"))).doesNotContain("\u001b");
        assertThat(CommandRun.of(Map.of(), "list").out()).doesNotContain("\u001b");
    }

    @Test
    void showsTheCallsThatArrivedBeforeAFailure() {
        try (BirdSandbox sandbox = BirdSandbox.start(100)) {
            sandbox.on(2, Fault.status(500));
            CommandRun run =
                    CommandRun.on(sandbox, "list", "--limit", "30", "--page-size", "10", "--max-attempts", "1");
            assertThat(run.lines()).hasSize(11);
            assertThat(run.err()).startsWith("callist: SERVER_ERROR: ");
            assertThat(run.code()).isEqualTo(1);
        }
    }

    @Test
    void saysThatNoCallMatches() {
        CommandRun run = CommandRun.of(Map.of(), "list", "--created-before", "2001-01-01");
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).endsWith("callist: no calls match\n");
        assertThat(run.code()).isZero();
    }

    private static String onTerminal(Map<String, String> environment) {
        return CommandRun.of(ProviderList.ALL, environment, new Cancellation(), true, "list")
                .out();
    }
}
