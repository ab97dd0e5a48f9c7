package com.example.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.callist.testkit.BirdSandbox;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmitTest {
    private static final int CALLS = 2_345;
    private static final Path PROGRAM = Path.of("..", "spark-program", "target");
    private static final Predicate<String> IS_CALLIST =
            entry -> Path.of(entry).getFileName().toString().startsWith("callist");
    private static final List<String> OPENED = List.of(
            "java.lang",
            "java.lang.invoke",
            "java.lang.reflect",
            "java.io",
            "java.net",
            "java.nio",
            "java.util",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "sun.nio.ch",
            "sun.nio.cs",
            "sun.security.action",
            "sun.util.calendar");

    @TempDir
    Path folder;

    private static List<String> classPath() throws IOException {
        return Arrays.asList(Files.readString(PROGRAM.resolve("class-path")).strip().split(File.pathSeparator, -1));
    }

    private static String callist() throws IOException {
        List<String> jars = classPath().stream().filter(IS_CALLIST).toList();
        assertEquals(1, jars.size(), "Callist is one jar: " + jars);
        return jars.get(0);
    }

    @Test
    void theJarHasNoClassThatCouldClashWithOneOfSpark() throws IOException {
        try (JarFile jar = new JarFile(callist())) {
            List<String> classes = jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.endsWith(".class"))
                    .toList();
            assertTrue(classes.size() > 1_000);
            assertEquals(
                    List.of(),
                    classes.stream().filter(name -> !name.startsWith("dev/callist/")).toList());
            for (String library : List.of("jackson", "okhttp3", "okio", "kotlin", "phonenumbers", "snakeyaml")) {
                assertTrue(
                        classes.stream().anyMatch(name -> name.startsWith("dev/callist/spark/shaded/" + library + "/")),
                        library);
            }
        }
    }

    @Test
    void theJarHasTheLicenceAndTheNoticesOfWhatItContains() throws IOException {
        try (JarFile jar = new JarFile(callist())) {
            assertTrue(jar.getEntry("META-INF/LICENSE") != null);
            assertTrue(jar.getEntry("META-INF/NOTICE") != null);
        }
    }

    @Test
    void sparkReadsCallsIfItIsSubmittedWithTheJar() throws Exception {
        Path output = folder.resolve("output");
        try (BirdSandbox bird = BirdSandbox.start(CALLS)) {
            Path accounts = Files.writeString(
                    folder.resolve("accounts.jsonl"),
                    "{\"name\": \"north\", \"provider\": \"bird\", \"secret\": \"env:NORTH_KEY\", \"settings\":"
                            + " {\"workspaceId\": \"" + BirdSandbox.WORKSPACE_ID + "\", \"baseUrl\": \"" + bird.url()
                            + "\"}}");
            ProcessBuilder builder = new ProcessBuilder(command(accounts))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().put("NORTH_KEY", BirdSandbox.ACCESS_KEY);
            builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
            int exitCode = builder.start().waitFor();
            assertEquals(0, exitCode, () -> read(output));
            assertTrue(read(output).contains("There are " + CALLS + " calls."), () -> read(output));
            assertTrue(bird.requestCount() >= 3);
        }
    }

    private static List<String> command(Path accounts) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx600m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
        OPENED.forEach(name -> command.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
        String spark = Stream.concat(
                        Stream.of(PROGRAM.resolve("classes").toAbsolutePath().toString()),
                        classPath().stream().filter(IS_CALLIST.negate()))
                .collect(Collectors.joining(File.pathSeparator));
        command.addAll(List.of("-cp", spark, "org.apache.spark.deploy.SparkSubmit"));
        command.addAll(List.of("--master", "local[1]"));
        command.addAll(List.of("--conf", "spark.ui.enabled=false", "--conf", "spark.sql.shuffle.partitions=1"));
        command.addAll(List.of("--jars", callist(), "--class", "com.example.spark.CountsCalls", "spark-internal"));
        command.add(accounts.toString());
        return command;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
