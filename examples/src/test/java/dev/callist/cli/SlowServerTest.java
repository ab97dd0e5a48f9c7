package dev.callist.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.cli.console.Cancellation;
import dev.callist.cli.providers.ProviderList;
import dev.callist.testkit.BirdSandbox;
import dev.callist.testkit.Fault;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a command says while its server fails or does not answer. */
class SlowServerTest {
    private static final String ATTEMPT =
            "callist: bird: attempt 1 failed (SERVER_ERROR, status 503); the next one follows in ";

    @Test
    void listSaysOnATerminalThatAnAttemptFailed() {
        try (BirdSandbox sandbox = BirdSandbox.start(10)) {
            sandbox.on(1, Fault.status(503));
            CommandRun run = onTerminal(new Cancellation(), CommandRun.args(sandbox, "list", "--limit", "3"));
            assertThat(run.code()).isZero();
            assertThat(run.err()).contains(ATTEMPT);
            assertThat(run.lines()).hasSize(4);
        }
    }

    @Test
    void listSaysNothingOfAttemptsElsewhereOrIfItIsQuiet() {
        try (BirdSandbox sandbox = BirdSandbox.start(10)) {
            sandbox.on(1, Fault.status(503));
            assertThat(CommandRun.on(sandbox, "list").err()).isEmpty();
            sandbox.on(sandbox.requestCount() + 1, Fault.status(503));
            CommandRun quiet = onTerminal(new Cancellation(), CommandRun.args(sandbox, "list", "--quiet"));
            assertThat(quiet.err()).isEmpty();
            assertThat(sandbox.requestCount()).isEqualTo(4);
        }
    }

    @Test
    void checkAndGetSayThatAnAttemptFailed() {
        try (BirdSandbox sandbox = BirdSandbox.start(10)) {
            sandbox.on(1, Fault.status(503));
            assertThat(onTerminal(new Cancellation(), CommandRun.args(sandbox, "get", sandbox.id(1)))
                            .err())
                    .contains(ATTEMPT);
            sandbox.on(sandbox.requestCount() + 1, Fault.status(503));
            assertThat(onTerminal(new Cancellation(), CommandRun.args(sandbox, "check"))
                            .err())
                    .contains(ATTEMPT);
        }
    }

    @Test
    @Timeout(60)
    void aStoppedListDoesNotSayThatNoCallsMatch() throws Exception {
        try (BirdSandbox sandbox = BirdSandbox.start(10)) {
            sandbox.always(Fault.silent());
            Cancellation cancellation = new Cancellation();
            CompletableFuture<CommandRun> listed = CompletableFuture.supplyAsync(() -> CommandRun.of(
                    ProviderList.ALL, CommandRun.BIRD_KEY, cancellation, false, CommandRun.args(sandbox, "list")));
            while (sandbox.requestCount() == 0) {
                Thread.onSpinWait();
            }
            cancellation.cancel();
            CommandRun run = listed.get(30, TimeUnit.SECONDS);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).isEqualTo("callist: INTERRUPTED: the list was stopped; no answer had arrived\n");
            assertThat(run.code()).isEqualTo(3);
        }
    }

    private static CommandRun onTerminal(Cancellation cancellation, String... args) {
        return CommandRun.of(ProviderList.ALL, CommandRun.BIRD_KEY, cancellation, true, args);
    }
}
