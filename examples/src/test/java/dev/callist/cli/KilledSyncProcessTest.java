package dev.callist.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.cli.providers.ProviderList;
import dev.callist.cli.providers.SandboxAccount;
import dev.callist.provider.ProviderFactory;
import dev.callist.sync.PostgresServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code callist sync} in processes of their own, killed at random moments: the next run completes, and the table
 * equals that of a copy that was never killed. The system property {@code callist.syncKills} says how often it is
 * killed; the default is 5.
 */
class KilledSyncProcessTest {
    private static final int CALLS = 2_400;
    private static final int MAX_REQUESTS_BEFORE_KILL = 30;
    private static final int SIGKILL_EXIT = 137;

    @TempDir
    Path folder;

    @Test
    @Timeout(1800)
    void completesTheCopyInSqlite() throws Exception {
        Path file = folder.resolve("killed.db");
        killAndComplete("bird", file.toString(), CopiedCalls.sqlite(file), Map.of());
    }

    @Test
    @Timeout(1800)
    void completesTheCopyInPostgres() throws Exception {
        String address = PostgresServer.get().newStore();
        killAndComplete(
                "signalwire",
                address,
                new CopiedCalls(address, "callist", PostgresServer.PASSWORD),
                Map.of("PGPASSWORD", PostgresServer.PASSWORD));
    }

    private void killAndComplete(String name, String store, CopiedCalls killed, Map<String, String> password)
            throws Exception {
        int kills = Integer.getInteger("callist.syncKills", 5);
        long seed = Long.getLong("callist.syncKillSeed", System.nanoTime());
        Random random = new Random(seed);
        ProviderFactory provider = ProviderList.ALL.named(name);
        try (SandboxAccount sandbox = SandboxAccount.start(name, CALLS, 0)) {
            Map<String, String> environment = new HashMap<>(sandbox.account().environment());
            environment.putAll(password);
            int died = 0;
            for (int kill = 0; kill < kills; kill++) {
                Process process = CallistProcess.start(environment, args(sandbox, provider, store));
                int more = random.nextInt(MAX_REQUESTS_BEFORE_KILL);
                CallistProcess.awaitRequests(
                        process, sandbox.server(), sandbox.server().requestCount() + more);
                process.waitFor(random.nextInt(50), TimeUnit.MILLISECONDS);
                int exit = process.destroyForcibly().waitFor();
                assertThat(exit).as("seed %d, kill %d", seed, kill).isIn(SIGKILL_EXIT, 0);
                died += exit == SIGKILL_EXIT ? 1 : 0;
            }
            assertThat(died).as("seed %d", seed).isPositive();

            CommandRun last = CommandRun.of(environment, args(sandbox, provider, store));
            assertThat(last.code()).as("seed %d: %s", seed, last.err()).isZero();
            assertEqualsACopyThatWasNotKilled(sandbox, provider, killed, seed);
            System.out.printf(
                    "callist sync of %,d %s calls: %d of %d runs killed, seed %d, the copy is equal%n",
                    CALLS, name, died, kills, seed);
        }
    }

    private void assertEqualsACopyThatWasNotKilled(
            SandboxAccount sandbox, ProviderFactory provider, CopiedCalls killed, long seed) throws Exception {
        Path whole = folder.resolve("whole.db");
        CommandRun run = CommandRun.of(sandbox.account().environment(), args(sandbox, provider, whole.toString()));
        assertThat(run.code()).as(run.err()).isZero();
        String ids = "SELECT id FROM calls WHERE missing_since IS NULL ORDER BY 1";
        assertThat(killed.query(ids))
                .as("seed %d", seed)
                .hasSize(CALLS)
                .isEqualTo(CopiedCalls.sqlite(whole).query(ids));
        if (killed.url().startsWith("jdbc:sqlite:")) {
            assertThat(killed.content()).isEqualTo(CopiedCalls.sqlite(whole).content());
        }
        List<String> verify = new ArrayList<>(List.of(args(sandbox, provider, killed.url())));
        verify.set(0, "verify");
        verify.remove("--quiet");
        Map<String, String> environment = new HashMap<>(sandbox.account().environment());
        environment.put("PGPASSWORD", killed.password());
        CommandRun verified = CommandRun.of(environment, verify.toArray(String[]::new));
        assertThat(verified.code())
                .as("seed %d: %s%s", seed, verified.out(), verified.err())
                .isZero();
        assertThat(verified.out()).containsPattern("all +2,400 +2,400 +0 +0 +0");
    }

    private static String[] args(SandboxAccount sandbox, ProviderFactory provider, String store) {
        List<String> args = new ArrayList<>(List.of("sync", "--provider", provider.provider()));
        args.addAll(sandbox.account().arguments());
        args.addAll(List.of("--page-size", "20", "--quiet", "--store", store));
        return args.toArray(String[]::new);
    }
}
