package dev.callist.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.cli.providers.ProviderList;
import dev.callist.cli.providers.SandboxAccount;
import dev.callist.provider.ProviderFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An export in a process of its own, killed at random moments and run again, writes the same file as one that was never
 * killed. The system property {@code callist.kills} says how often each export is killed; the default is once.
 */
class KilledExportTest {
    private static final int CALLS = 5_000;
    private static final int PAGE_SIZE = 25;
    private static final int PAGES = CALLS / PAGE_SIZE;
    private static final int SIGKILL_EXIT = 137;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "bird, jsonl",
        "bird, csv",
        "signalwire, jsonl",
        "signalwire, csv",
        "plivo-dialer, jsonl",
        "plivo-dialer, csv",
        "search, jsonl",
        "search, csv"
    })
    @Timeout(600)
    void writesTheSameBytesAsAnUninterruptedExport(String name, String format) throws Exception {
        int kills = Integer.getInteger("callist.kills", 1);
        ProviderFactory provider = ProviderList.ALL.named(name);
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int[] moments = random.ints(kills, 0, PAGES).sorted().toArray();
        try (SandboxAccount sandbox = SandboxAccount.start(provider.provider(), CALLS, 0)) {
            int reached = 0;
            for (int moment : moments) {
                Process process =
                        CallistProcess.start(sandbox.account().environment(), args(sandbox, provider, format));
                CallistProcess.awaitRequests(
                        process, sandbox.server(), sandbox.server().requestCount() + moment - reached);
                process.waitFor(random.nextInt(20), TimeUnit.MILLISECONDS);
                int exit = process.destroyForcibly().waitFor();
                assertThat(exit == SIGKILL_EXIT || moment > PAGES - 20)
                        .as("seed %d: exit %d at request %d", seed, exit, moment)
                        .isTrue();
                reached = moment;
            }
            CommandRun last = CommandRun.of(sandbox.account().environment(), args(sandbox, provider, format));
            assertThat(last.code()).as("seed %d: %s", seed, last.err()).isZero();
            CommandRun whole = CommandRun.on(
                    provider,
                    sandbox.account(),
                    "export",
                    "--page-size",
                    String.valueOf(PAGE_SIZE),
                    "--format",
                    format);
            assertThat(whole.lines()).hasSize(format.equals("csv") ? CALLS + 1 : CALLS);
            assertThat(Files.readString(folder.resolve("calls")).equals(whole.out()))
                    .as("seed %d", seed)
                    .isTrue();
        }
    }

    private String[] args(SandboxAccount sandbox, ProviderFactory provider, String format) {
        List<String> args = new ArrayList<>(List.of("export", "--provider", provider.provider()));
        args.addAll(sandbox.account().arguments());
        args.addAll(List.of("--page-size", String.valueOf(PAGE_SIZE), "--format", format));
        args.addAll(List.of(
                "--output",
                folder.resolve("calls").toString(),
                "--resume",
                folder.resolve("state").toString()));
        return args.toArray(String[]::new);
    }
}
