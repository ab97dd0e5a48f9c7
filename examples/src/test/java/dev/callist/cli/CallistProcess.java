package dev.callist.cli;

import dev.callist.testkit.Sandbox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs {@code callist} in a process of its own, which can be killed or have another locale. */
final class CallistProcess {
    private CallistProcess() {}

    /** The command that runs {@code callist} with these arguments. */
    static List<String> command(String... args) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Callist.class.getName()));
        command.addAll(List.of(args));
        return command;
    }

    /** A process with these environment variables besides those of this process, whose output is discarded. */
    static ProcessBuilder builder(Map<String, String> environment, String... args) {
        ProcessBuilder builder = new ProcessBuilder(command(args));
        builder.environment().putAll(environment);
        return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD);
    }

    /** Waits until the sandbox has received this many requests in all, or the process has ended. */
    static void awaitRequests(Process process, Sandbox sandbox, int requests) throws InterruptedException {
        while (sandbox.requestCount() < requests) {
            if (process.waitFor(1, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }

    /** Starts a process. */
    static Process start(Map<String, String> environment, String... args) throws IOException {
        return builder(environment, args).start();
    }
}
