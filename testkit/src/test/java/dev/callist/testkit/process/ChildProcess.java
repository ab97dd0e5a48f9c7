package dev.callist.testkit.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.testkit.contract.ListerUnderTest;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A child process with a main class of the testkit and the class of a provider's contract test as its first argument.
 */
final class ChildProcess {
    private ChildProcess() {}

    /** Waits until the process exits by itself with status 0, and returns the lines that it printed. */
    static List<String> printed(String heap, Class<?> main, ListerUnderTest subject, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        Collections.addAll(
                command,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                subject.getClass().getName());
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(printed).isZero();
            return printed.lines().toList();
        } finally {
            process.destroyForcibly();
        }
    }

    /** The contract test that a process was started with. */
    static ListerUnderTest subject(String[] arguments) throws ReflectiveOperationException {
        Constructor<? extends ListerUnderTest> made =
                Class.forName(arguments[0]).asSubclass(ListerUnderTest.class).getDeclaredConstructor();
        made.setAccessible(true);
        return made.newInstance();
    }
}
