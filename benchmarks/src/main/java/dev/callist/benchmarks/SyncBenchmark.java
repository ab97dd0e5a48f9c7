package dev.callist.benchmarks;

import dev.callist.Call;
import dev.callist.CallLister;
import dev.callist.ClientOptions;
import dev.callist.benchmarks.candidates.CallistWalk;
import dev.callist.benchmarks.server.ListShape;
import dev.callist.benchmarks.server.ServerProcess;
import dev.callist.benchmarks.server.WalkSetting;
import dev.callist.sync.CallStore;
import dev.callist.sync.JdbcCallStore;
import dev.callist.testkit.InMemoryCalls;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Alternately copies a list into an empty database and reads the same list without a copy; prints a table for each
 * latency.
 */
@Command(
        name = "sync-benchmark",
        mixinStandardHelpOptions = true,
        description = "Copies a list into an empty store; prints medians and ratios to the bare listing.",
        showDefaultValues = true)
public final class SyncBenchmark implements Callable<Integer> {
    private static final String BASELINE = "listing alone";

    @Option(names = "--shape", description = "the provider whose list is copied: ${COMPLETION-CANDIDATES}")
    private ListShape shape = ListShape.BIRD;

    @Option(names = "--calls", description = "the number of calls in the list")
    private int calls = 200_000;

    @Option(names = "--latency", split = ",", description = "milliseconds before each response")
    private List<Integer> latencies = List.of(0, 20);

    @Option(
            names = "--postgres",
            description = "a PostgreSQL database to copy into, too: jdbc:postgresql://host/database?user=name;"
                    + " its schema 'public' is emptied")
    private Optional<String> postgres = Optional.empty();

    @Option(
            names = "--only",
            description = "a regular expression that the names of candidates must match; the listing alone always runs")
    private Pattern only = Pattern.compile(".*");

    @Option(names = "--rounds", description = "measured rounds")
    private int rounds = 5;

    @Option(names = "--warm-up", description = "rounds before the measured ones")
    private int warmUp = 2;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Runs the benchmark. */
    public static void main(String... args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new SyncBenchmark()).setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        HeapMeter heap = HeapMeter.start();
        Path folder = Files.createTempDirectory("sync-benchmark");
        try {
            for (int latency : latencies) {
                measure(new WalkSetting(shape, calls, latency, false), folder, heap);
            }
        } finally {
            delete(folder);
        }
        return 0;
    }

    private void measure(WalkSetting setting, Path folder, HeapMeter heap) throws IOException, InterruptedException {
        try (ServerProcess server = ServerProcess.start(setting)) {
            print(setting, RoundTimes.of(candidates(server.base(), folder), warmUp, rounds, calls, heap));
        }
    }

    private List<Candidate> candidates(URI base, Path folder) {
        int pageSize = shape.pageSize();
        ClientOptions plain = ClientOptions.builder().keepRawJson(false).build();
        CallLister lister = shape.lister(base, ClientOptions.defaults());
        List<Candidate> all = new ArrayList<>();
        all.add(new Candidate(BASELINE, CallistWalk.standard(shape, base)));
        all.add(new Candidate("copy into SQLite", new CopyWalk(lister, pageSize, () -> sqlite(folder))));
        all.add(new Candidate(
                "copy into SQLite without rawJson",
                new CopyWalk(shape.lister(base, plain), pageSize, () -> sqlite(folder))));
        List<Call> calls = calls(lister);
        CallLister memory = InMemoryCalls.of(shape.provider(), calls);
        all.add(new Candidate("copy from memory into SQLite", new CopyWalk(memory, pageSize, () -> sqlite(folder))));
        all.add(new Candidate("floor: the same rows by JDBC alone", RowInserts.of(calls, () -> emptyFile(folder))));
        postgres.ifPresent(url ->
                all.add(new Candidate("copy into PostgreSQL", new CopyWalk(lister, pageSize, () -> postgresAt(url)))));
        all.removeIf(candidate -> !candidate.name().equals(BASELINE)
                && !only.matcher(candidate.name()).matches());
        return all;
    }

    private List<Call> calls(CallLister lister) {
        try (Stream<Call> listed = lister.list(shape.query()).stream()) {
            return listed.toList();
        }
    }

    private static CallStore sqlite(Path folder) {
        return JdbcCallStore.open(emptyFile(folder));
    }

    private static Path emptyFile(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(SyncBenchmark::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder.resolve("calls.db");
    }

    private static CallStore postgresAt(String url) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA public CASCADE");
            statement.execute("CREATE SCHEMA public");
        } catch (SQLException e) {
            throw new IllegalStateException("the schema could not be emptied", e);
        }
        return JdbcCallStore.open(url);
    }

    private static void delete(Path path) {
        try (Stream<Path> all = Files.walk(path)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void print(WalkSetting setting, Map<Candidate, RoundTimes> times) {
        PrintWriter out = spec.commandLine().getOut();
        double baseline = times.entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(BASELINE))
                .mapToDouble(entry -> entry.getValue().medianMillis())
                .findFirst()
                .orElseThrow();
        out.println("\n### " + setting.title() + "\n");
        out.println("| candidate | wall ms, median (min to max) | x listing alone | calls a second | CPU ms |");
        out.println("| --- | --: | --: | --: | --: |");
        times.forEach((candidate, measured) -> out.println(String.format(
                Locale.ROOT,
                "| %s | %.0f (%.0f to %.0f) | %.2f | %,.0f | %.0f |",
                candidate.name(),
                measured.medianMillis(),
                measured.minMillis(),
                measured.maxMillis(),
                measured.medianMillis() / baseline,
                calls / measured.medianMillis() * 1000,
                measured.medianCpuMillis())));
        out.flush();
    }
}
