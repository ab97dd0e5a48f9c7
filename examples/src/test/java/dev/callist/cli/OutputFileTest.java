package dev.callist.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.testkit.BirdSandbox;
import dev.callist.testkit.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
    @TempDir
    Path folder;

    private final BirdSandbox sandbox = BirdSandbox.start(300);

    @AfterEach
    void stopServer() {
        sandbox.close();
    }

    @Test
    void holdsTheSameAsStandardOutput() throws IOException {
        Path file = folder.resolve("calls.jsonl");
        CommandRun run = export(file);
        assertThat(run.out()).isEmpty();
        assertThat(Files.readString(file))
                .isEqualTo(CommandRun.on(sandbox, "export").out());
    }

    @Test
    void isCsvIfItsNameEndsInCsv() throws IOException {
        Path file = folder.resolve("calls.CSV");
        export(file);
        assertThat(Files.readString(file))
                .isEqualTo(CommandRun.on(sandbox, "export", "--format", "csv").out());
    }

    @Test
    void isNotCreatedIfTheExportFails() throws IOException {
        sandbox.on(2, Fault.status(500));
        CommandRun run = export(folder.resolve("calls.jsonl"), "--page-size", "100", "--max-attempts", "1");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).endsWith("; 100 calls discarded; use --resume to keep calls after a failure\n");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void cannotBeCreatedWithoutItsFolder() {
        CommandRun run = export(folder.resolve("pipeline").resolve("calls.jsonl"));
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("callist: FILE: ").contains("pipeline");
    }

    @Test
    void isReplacedOnlyWithOverwrite() throws IOException {
        Path file = Files.writeString(folder.resolve("calls.jsonl"), "mine\n");
        CommandRun rejected = export(file);
        assertThat(rejected.code()).isEqualTo(2);
        assertThat(rejected.err()).contains("already exists; use --overwrite");
        assertThat(Files.readString(file)).isEqualTo("mine\n");
        assertThat(export(file, "--overwrite").code()).isZero();
        assertThat(Files.readAllLines(file)).hasSize(300);
    }

    @Test
    void keepsItsOldContentIfTheReplacementFails() throws IOException {
        Path file = Files.writeString(folder.resolve("calls.jsonl"), "mine\n");
        sandbox.always(Fault.status(401));
        assertThat(export(file, "--overwrite").code()).isEqualTo(1);
        assertThat(Files.readString(file)).isEqualTo("mine\n");
    }

    @Test
    void mayBeASymbolicLink() throws IOException {
        Path file = Files.createFile(folder.resolve("real.jsonl"));
        Path link = Files.createSymbolicLink(folder.resolve("link.jsonl"), file);
        export(link);
        assertThat(link).isSymbolicLink();
        assertThat(Files.readAllLines(file)).hasSize(300);
    }

    @Test
    void isReportedInOneLineIfItCannotBeWritten() {
        CommandRun run = export(folder.resolve("no/such/folder/calls.jsonl"));
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err().lines()).singleElement().asString().startsWith("callist: FILE: ");
    }

    private CommandRun export(Path file, String... more) {
        String[] args = new String[more.length + 2];
        args[0] = "--output";
        args[1] = file.toString();
        System.arraycopy(more, 0, args, 2, more.length);
        return CommandRun.on(sandbox, "export", args);
    }
}
