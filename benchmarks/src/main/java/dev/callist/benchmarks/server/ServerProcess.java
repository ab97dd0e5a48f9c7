package dev.callist.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A {@link BenchmarkServer} in a JVM of its own, so that neither its work nor its garbage counts. */
final class ServerProcess implements AutoCloseable {
    private final Process process;
    private final URI base;

    private ServerProcess(Process process, URI base) {
        this.process = process;
        this.base = base;
    }

    static ServerProcess start(Setting setting) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx3g",
                "-Dsun.net.httpserver.nodelay=true",
                "-cp",
                System.getProperty("java.class.path"),
                BenchmarkServer.class.getName()));
        command.addAll(setting.args());
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
        String port = output.readLine();
        if (port == null) {
            throw new IOException("the benchmark's server did not start");
        }
        return new ServerProcess(process, setting.shape().base(Integer.parseInt(port)));
    }

    /** The base URL that a config takes. */
    URI base() {
        return base;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
