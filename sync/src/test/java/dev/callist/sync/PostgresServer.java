package dev.callist.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A private PostgreSQL server for the tests of this process: a new cluster in a temporary folder, on a loopback port,
 * run by an unprivileged user if the tests run as root. It is stopped and deleted when the process ends.
 */
public final class PostgresServer {
    /** The password of the user {@code callist}. */
    public static final String PASSWORD = "canary-" + Long.toString(System.nanoTime(), 36);

    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final Optional<PostgresServer> SERVER = start();

    private final Path folder;
    private final Path programs;
    private final int port;
    private final AtomicInteger schemas = new AtomicInteger();

    private PostgresServer(Path folder, Path programs, int port) {
        this.folder = folder;
        this.programs = programs;
        this.port = port;
    }

    /** The server; skips the test if PostgreSQL is not installed. */
    public static PostgresServer get() {
        Assumptions.assumeTrue(
                SERVER.isPresent(), "PostgreSQL is not installed; on Debian: apt-get install postgresql");
        return SERVER.orElseThrow();
    }

    /** The address of a new, empty schema. */
    public String newStore() throws SQLException {
        String schema = "s" + schemas.incrementAndGet();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + schema);
        }
        return url() + "&currentSchema=" + schema;
    }

    /** The address of a new, empty schema, with an option with which the driver does not say which rows it inserted. */
    public String newStoreWithRewrittenBatches() throws SQLException {
        return newStore() + "&reWriteBatchedInserts=true";
    }

    /** The address of the database. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=callist";
    }

    /** A connection of the superuser. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), "callist", PASSWORD);
    }

    private static Optional<PostgresServer> start() {
        Optional<Path> programs = programs();
        if (programs.isEmpty()) {
            System.out.println(
                    "PostgreSQL tests are skipped: PostgreSQL is not installed; on Debian: apt-get install postgresql");
            return Optional.empty();
        }
        try {
            PostgresServer server =
                    new PostgresServer(Files.createTempDirectory("callist-postgres"), programs.get(), freePort());
            Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
            server.create();
            return Optional.of(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> programs() {
        if (!Files.isDirectory(INSTALLED)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(INSTALLED)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void create() throws IOException {
        Path passwordFile = Files.writeString(folder.resolve("password"), PASSWORD);
        if (isRoot()) {
            run(List.of("chown", "-R", "postgres", folder.toString()));
        }
        run(unprivileged(
                "initdb",
                "--pgdata",
                data(),
                "--username",
                "callist",
                "--pwfile",
                passwordFile.toString(),
                "--auth",
                "scram-sha-256",
                "--encoding",
                "UTF8",
                "--locale",
                "C",
                "--no-sync"));
        String settings = "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off";
        run(unprivileged(
                "pg_ctl",
                "start",
                "--pgdata",
                data(),
                "--wait",
                "--log",
                folder.resolve("log").toString(),
                "--options",
                settings));
    }

    private void stop() {
        try {
            run(unprivileged("pg_ctl", "stop", "--pgdata", data(), "--mode", "immediate"));
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    /** A program of PostgreSQL, which refuses to run as root. */
    private List<String> unprivileged(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException(command.get(0) + " did not end within a minute: " + command);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        if (process.exitValue() != 0) {
            throw new IOException("exit code " + process.exitValue() + ": " + command);
        }
    }
}
