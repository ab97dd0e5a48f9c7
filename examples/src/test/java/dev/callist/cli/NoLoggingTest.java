package dev.callist.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class NoLoggingTest {
    @Test
    void noLoggerPrintsAnything() throws Exception {
        assertThat(outputWith("java.util.logging.config.class=" + NoLogging.class.getName()))
                .isEmpty();
        assertThat(outputWith("another.property=true")).contains("an error");
    }

    private static String outputWith(String property) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-D" + property,
                        "-cp",
                        System.getProperty("java.class.path"),
                        LoggingProgram.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return output;
    }

    /** A program that logs an error. */
    static final class LoggingProgram {
        private LoggingProgram() {}

        public static void main(String[] args) {
            System.getLogger("dev.callist").log(Level.ERROR, "an error");
        }
    }
}
