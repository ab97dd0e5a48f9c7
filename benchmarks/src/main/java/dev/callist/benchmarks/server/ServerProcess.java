package dev.callist.benchmarks.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A {@link BenchmarkServer} in a separate JVM, so that its work and garbage are not measured. */
public final class ServerProcess implements AutoCloseable {
    private final Process process;
    private final URI base;

    private ServerProcess(Process process, URI base) {
        this.process = process;
        this.base = base;
    }

    /** Starts the server and waits until it is listening. */
    public static ServerProcess start(WalkSetting setting) throws IOException {
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
            throw new IOException("the benchmark server did not start; its standard error says why");
        }
        return new ServerProcess(process, setting.shape().base(Integer.parseInt(port)));
    }

    /** Returns the base URL for a config. */
    public URI base() {
        return base;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
