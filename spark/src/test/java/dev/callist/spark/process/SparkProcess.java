package dev.callist.spark.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A program of these tests in a process of its own, which can be killed. */
final class SparkProcess implements AutoCloseable {
    private final Process process;
    private final Path log;

    private SparkProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** What the processes of these tests have in common; a short run is faster without the second compiler. */
    static final String OPTIONS = System.getProperty("callist.sparkOptions");

    /** Starts a program with the class path of this process; its output goes to a file. */
    static SparkProcess start(Class<?> program, Path folder, String... args) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-Duser.timezone=UTC"));
        command.addAll(Arrays.asList(OPTIONS.split(" ", -1)));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of(args));
        try {
            Path log = Files.createTempFile(folder, "process", ".log");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().put("SPARK_HOME", sparkHome().toString());
            builder.environment().put("SPARK_SCALA_VERSION", "2.13");
            return new SparkProcess(builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A folder like that of a Spark distribution, from which a cluster starts its executors: links to the jars of this
     * process.
     */
    private static Path sparkHome() throws IOException {
        Path jars = Files.createDirectories(Path.of("target/spark-home/jars").toAbsolutePath());
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path jar = Path.of(entry);
            Path link = jars.resolve(jar.getFileName());
            if (entry.endsWith(".jar") && !Files.isSymbolicLink(link)) {
                Files.createSymbolicLink(link, jar);
            }
        }
        return jars.getParent();
    }

    /** The folders of this process's class path. */
    static String classFolders() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.endsWith(".jar"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The executors of a cluster that the program started. */
    Stream<ProcessHandle> executors() {
        return process.descendants().filter(handle -> handle.info()
                .commandLine()
                .filter(line -> line.contains("CoarseGrainedExecutorBackend"))
                .isPresent());
    }

    /** Whether the program still runs after a moment. */
    boolean goesOn() throws InterruptedException {
        return !process.waitFor(5, TimeUnit.MILLISECONDS);
    }

    /** Kills the program as {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
    }

    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
