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
    void holdsWhatStandardOutputWould() throws IOException {
        Path file = folder.resolve("calls.jsonl");
        Run run = export(file);
        assertThat(run.out()).isEmpty();
        assertThat(Files.readString(file)).isEqualTo(Run.on(sandbox, "export").out());
    }

    @Test
    void isCsvWhenItsNameSaysSo() throws IOException {
        Path file = folder.resolve("calls.CSV");
        export(file);
        assertThat(Files.readString(file))
                .isEqualTo(Run.on(sandbox, "export", "--format", "csv").out());
    }

    @Test
    void isNotThereWhenTheExportFails() throws IOException {
        sandbox.on(2, Fault.status(500));
        Run run = export(folder.resolve("calls.jsonl"), "--page-size", "100", "--max-attempts", "1");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).endsWith("; nothing was kept of 100 calls; with --resume it would be\n");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void isReplacedOnlyWhenThatWasAskedFor() throws IOException {
        Path file = Files.writeString(folder.resolve("calls.jsonl"), "mine\n");
        Run refused = export(file);
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("is there already; give --overwrite");
        assertThat(Files.readString(file)).isEqualTo("mine\n");
        assertThat(export(file, "--overwrite").code()).isZero();
        assertThat(Files.readAllLines(file)).hasSize(300);
    }

    @Test
    void survivesUnderItsOldContentWhenTheReplacementFails() throws IOException {
        Path file = Files.writeString(folder.resolve("calls.jsonl"), "mine\n");
        sandbox.always(Fault.status(401));
        assertThat(export(file, "--overwrite").code()).isEqualTo(1);
        assertThat(Files.readString(file)).isEqualTo("mine\n");
    }

    @Test
    void mayBeReachedThroughALink() throws IOException {
        Path file = Files.createFile(folder.resolve("real.jsonl"));
        Path link = Files.createSymbolicLink(folder.resolve("link.jsonl"), file);
        export(link);
        assertThat(link).isSymbolicLink();
        assertThat(Files.readAllLines(file)).hasSize(300);
    }

    @Test
    void thatCannotBeWrittenIsToldInOneLine() {
        Run run = export(folder.resolve("no/such/folder/calls.jsonl"));
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err().lines()).singleElement().asString().startsWith("callist: FILE: ");
    }

    private Run export(Path file, String... more) {
        String[] args = new String[more.length + 2];
        args[0] = "--output";
        args[1] = file.toString();
        System.arraycopy(more, 0, args, 2, more.length);
        return Run.on(sandbox, "export", args);
    }
}
