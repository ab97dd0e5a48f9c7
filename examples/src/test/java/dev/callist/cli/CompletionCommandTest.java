package dev.callist.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionCommandTest {
    @TempDir
    Path folder;

    @Test
    void bashCompletesCommandsAndOptions() throws Exception {
        Path script = folder.resolve("completion");
        CommandRun run = CommandRun.of(Map.of(), "completion", "bash");
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        Files.writeString(script, run.out());
        assertThat(completed(script, "callist", "exp")).contains("explain", "export");
        assertThat(completed(script, "callist", "list", "--created-")).contains("--created-from", "--created-before");
    }

    @Test
    void zshGetsTheSameScript() {
        assertThat(CommandRun.of(Map.of(), "completion", "zsh").out())
                .contains("bashcompinit")
                .isEqualTo(CommandRun.of(Map.of(), "completion", "bash").out());
    }

    @Test
    void refusesAnotherShell() {
        CommandRun run = CommandRun.of(Map.of(), "completion", "bsah");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("callist: INVALID_CONFIG: 'bsah' is not one of bash, zsh; did you mean bash?\n");
    }

    private static String completed(Path script, String... words) throws IOException, InterruptedException {
        String line = "COMP_WORDS=(" + String.join(" ", words) + "); COMP_CWORD=" + (words.length - 1) + "; source "
                + script + "; _complete_callist; printf '%s\\n' \"${COMPREPLY[@]}\"";
        Process bash =
                new ProcessBuilder("bash", "-c", line).redirectErrorStream(true).start();
        String out = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return out;
    }
}
