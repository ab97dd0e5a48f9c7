package dev.callist.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.testkit.BirdSandbox;
import dev.callist.testkit.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An export in a process of its own that receives a signal. */
class InterruptedExportTest {
    private static final int SIGTERM_EXIT = 143;

    @TempDir
    Path folder;

    @Test
    @Timeout(60)
    void endsPromptlyAndCanBeContinued() throws Exception {
        try (BirdSandbox sandbox = BirdSandbox.start(6000)) {
            sandbox.on(12, Fault.silent());
            Process process = start(sandbox);
            CallistProcess.awaitRequests(process, sandbox, 12);
            process.destroy();
            assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(SIGTERM_EXIT);
            List<String> saved = Files.readAllLines(folder.resolve("calls.jsonl"));
            assertThat(saved).hasSizeBetween(1000, 1100);
            assertThat(Files.readString(folder.resolve("err")))
                    .isEqualTo(String.format(
                            "callist: INTERRUPTED: the export was stopped; %,d calls saved;"
                                    + " run the same command again to continue%n",
                            saved.size()));
            CommandRun.on(sandbox, "export", args());
            assertThat(Files.readString(folder.resolve("calls.jsonl")))
                    .isEqualTo(CommandRun.on(sandbox, "export").out());
        }
    }

    private String[] args() {
        return new String[] {
            "--page-size",
            "100",
            "--output",
            folder.resolve("calls.jsonl").toString(),
            "--resume",
            folder.resolve("calls.state").toString()
        };
    }

    private Process start(BirdSandbox sandbox) throws IOException {
        return CallistProcess.builder(CommandRun.BIRD_KEY, CommandRun.args(sandbox, "export", args()))
                .redirectError(folder.resolve("err").toFile())
                .start();
    }
}
