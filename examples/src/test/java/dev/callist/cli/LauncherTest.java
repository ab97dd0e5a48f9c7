package dev.callist.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, on a jar whose class path is that of the test. */
class LauncherTest {
    @TempDir
    Path folder;

    private Path launcher;
    private Path cache;

    @BeforeEach
    void install() throws IOException {
        Path bin = Files.createDirectories(folder.resolve("a folder/bin"));
        launcher = Files.copy(Path.of("src/main/launcher/callist"), bin.resolve("callist"));
        cache = folder.resolve("the cache");
        writeJar();
    }

    private void writeJar() throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.put(Attributes.Name.MAIN_CLASS, Callist.class.getName());
        StringBuilder paths = new StringBuilder();
        for (String path : System.getProperty("java.class.path").split(":", -1)) {
            paths.append(Path.of(path).toUri()).append(' ');
        }
        main.put(Attributes.Name.CLASS_PATH, paths.toString());
        try (OutputStream out = Files.newOutputStream(folder.resolve("a folder/callist.jar"));
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            jar.finish();
        }
    }

    @Test
    @Timeout(120)
    void runsWithAnArchiveOrWithoutOne() throws Exception {
        Run off = run(List.of("CALLIST_ARCHIVE=off"), "list", "--limit", "3");
        assertThat(off.code).isZero();
        assertThat(off.out.lines()).hasSize(4);
        assertThat(cache).doesNotExist();

        Files.createDirectories(cache.resolve("callist"));
        assertThat(run(List.of(), "list", "--limit", "3")).isEqualTo(off);
        assertThat(run(List.of("JAVA_HOME=" + System.getProperty("java.home")), "no-such-command").code)
                .isEqualTo(2);
    }

    @Test
    @Timeout(120)
    void ignoresAnArchiveThatIsDamaged() throws Exception {
        run(List.of(), "--version");
        Path archive;
        try (Stream<Path> files = Files.list(cache.resolve("callist"))) {
            archive = files.map(file -> Path.of(file.toString().replaceFirst("\\.lock$", "")))
                    .findFirst()
                    .orElseThrow();
        }
        Files.writeString(archive, "not an archive");
        Run run = run(List.of(), "--version");
        assertThat(run.code).isZero();
        assertThat(run.out).isEqualTo("callist development\n");
    }

    @Test
    @Timeout(120)
    void printsTheHelpThatItKeepsAsTheProgramPrintsIt() throws Exception {
        Run plain = run(List.of("CALLIST_ARCHIVE=off"), "--help");
        Run coloured = run(List.of("CALLIST_ARCHIVE=off", "CLICOLOR_FORCE=1"), "--help");
        assertThat(plain.out).startsWith("Usage: callist").doesNotContain("\u001b");
        assertThat(coloured.out).contains("\u001b[").isNotEqualTo(plain.out);

        run(List.of(), "--version");
        Path archive = awaitArchive();
        assertThat(Path.of(archive + ".plain")).hasContent(plain.out);
        List<String> noJava = List.of("CALLIST_JAVA_OPTS=-no-such-option");
        assertThat(run(noJava, "--help")).isEqualTo(plain);
        assertThat(run(List.of("CLICOLOR_FORCE=1", noJava.get(0)), "--help")).isEqualTo(coloured);
        assertThat(run(List.of("CLICOLOR_FORCE=1", "NO_COLOR=1", noJava.get(0)), "--help"))
                .isEqualTo(plain);
        assertThat(run(noJava, "list", "--help").code).isNotZero();
    }

    /** The archive appears under its name when it is whole. */
    private Path awaitArchive() throws IOException, InterruptedException {
        try (WatchService changes = FileSystems.getDefault().newWatchService()) {
            Path kept = cache.resolve("callist");
            kept.register(changes, StandardWatchEventKinds.ENTRY_CREATE);
            while (true) {
                try (Stream<Path> files = Files.list(kept)) {
                    Optional<Path> archive = files.filter(
                                    file -> file.toString().endsWith(".jsa"))
                            .findFirst();
                    if (archive.isPresent()) {
                        return archive.get();
                    }
                }
                changes.take().reset();
            }
        }
    }

    @Test
    @Timeout(120)
    void runsWhereNoArchiveCanBeKept() throws Exception {
        Files.writeString(cache, "a file in the place of the folder");
        Run run = run(List.of(), "--version");
        assertThat(run.code).isZero();
        assertThat(run.out).isEqualTo("callist development\n");
        assertThat(run.err).isEmpty();
    }

    @Test
    @Timeout(120)
    void followsSymbolicLinksAndSaysThatTheJarIsMissing() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), launcher);
        launcher = Files.createSymbolicLink(folder.resolve("link to link"), link.getFileName());
        assertThat(run(List.of("CALLIST_ARCHIVE=off"), "--version").out).isEqualTo("callist development\n");
        Files.setLastModifiedTime(folder.resolve("a folder/callist.jar"), FileTime.fromMillis(0));
        Files.delete(folder.resolve("a folder/callist.jar"));
        Run run = run(List.of(), "--version");
        assertThat(run.code).isEqualTo(2);
        assertThat(run.err).contains("a folder/callist.jar does not exist; build it with");
    }

    private Run run(List<String> variables, String... args) throws IOException, InterruptedException {
        List<String> command = Stream.of(Stream.of("sh", launcher.toString()), Stream.of(args))
                .flatMap(words -> words)
                .toList();
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("XDG_CACHE_HOME", cache.toString());
        variables.forEach(variable ->
                builder.environment().put(variable.replaceFirst("=.*", ""), variable.replaceFirst("^[^=]*=", "")));
        int code = builder.start().waitFor();
        return new Run(
                code, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }

    /** What a process printed, and its exit code. */
    private record Run(int code, String out, String err) {}
}
