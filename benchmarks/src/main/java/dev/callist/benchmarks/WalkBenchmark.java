package dev.callist.benchmarks;

import dev.callist.benchmarks.candidates.CallistWalk;
import dev.callist.benchmarks.candidates.FieldPageReader;
import dev.callist.benchmarks.candidates.ReadAheadWalk;
import dev.callist.benchmarks.candidates.RecordPageReader;
import dev.callist.benchmarks.candidates.SequentialWalk;
import dev.callist.benchmarks.candidates.TokenPageReader;
import dev.callist.benchmarks.candidates.TreePageReader;
import dev.callist.benchmarks.candidates.TwilioWalk;
import dev.callist.benchmarks.candidates.ValuePageReader;
import dev.callist.benchmarks.server.ListShape;
import dev.callist.benchmarks.server.ServerProcess;
import dev.callist.benchmarks.server.WalkSetting;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Reads whole lists from a server in another JVM, one candidate after the other, and prints a table for each setting.
 */
@Command(
        name = "walk-benchmark",
        mixinStandardHelpOptions = true,
        description =
                "Reads whole lists with each candidate in turn; prints medians and ratios to token-walk and twilio-java.",
        showDefaultValues = true)
public final class WalkBenchmark implements Callable<Integer> {
    private static final String BASELINE = "token-walk";
    private static final String TWILIO = "twilio-java";
    private static final int CONCURRENCY = 8;

    @Option(
            names = "--shape",
            split = ",",
            description = "the providers whose lists are read: ${COMPLETION-CANDIDATES}")
    private List<ListShape> shapes = List.of(ListShape.values());

    @Option(names = "--calls", split = ",", description = "the number of calls in each list")
    private List<Integer> calls = List.of(100_000);

    @Option(names = "--latency", split = ",", description = "milliseconds before each response")
    private List<Integer> latencies = List.of(0);

    @Option(names = "--gzip", description = "compress the responses")
    private boolean gzip;

    @Option(
            names = "--only",
            description = "a regular expression that the names of candidates must match; token-walk always runs")
    private Pattern only = Pattern.compile(".*");

    @Option(names = "--rounds", description = "measured rounds")
    private int rounds = 15;

    @Option(names = "--warm-up", description = "rounds before the measured ones")
    private int warmUp = 15;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Runs the benchmark. */
    public static void main(String... args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new WalkBenchmark()).setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        HeapMeter heap = HeapMeter.start();
        for (ListShape shape : shapes) {
            for (int count : calls) {
                for (int latency : latencies) {
                    measure(new WalkSetting(shape, count, latency, gzip), heap);
                }
            }
        }
        return 0;
    }

    private void measure(WalkSetting setting, HeapMeter heap) throws IOException, InterruptedException {
        try (ServerProcess server = ServerProcess.start(setting)) {
            print(
                    setting,
                    RoundTimes.of(candidates(setting.shape(), server.base()), warmUp, rounds, setting.calls(), heap));
        }
    }

    private List<Candidate> candidates(ListShape shape, URI base) {
        List<Candidate> all = new ArrayList<>();
        all.add(new Candidate(BASELINE, new SequentialWalk(shape, base, new TokenPageReader(shape))));
        if (shape == ListShape.SIGNALWIRE || shape == ListShape.TWILIO) {
            all.add(new Candidate(TWILIO, new TwilioWalk(shape, base)));
        }
        if (shape == ListShape.SIGNALWIRE) {
            all.add(new Candidate("readTree", new SequentialWalk(shape, base, new TreePageReader())));
            all.add(new Candidate(
                    "databind records", new SequentialWalk(shape, base, RecordPageReader.withFormatter())));
            all.add(new Candidate(
                    "field reader, reading ahead",
                    new ReadAheadWalk(new SequentialWalk(shape, base, new FieldPageReader()))));
        }
        all.add(new Candidate(
                "value reader, reading ahead",
                new ReadAheadWalk(new SequentialWalk(shape, base, new ValuePageReader(shape)))));
        all.add(new Candidate("callist", CallistWalk.standard(shape, base)));
        all.add(new Candidate("callist without rawJson", CallistWalk.withoutRawJson(shape, base)));
        all.add(new Candidate("callist with concurrency(8)", CallistWalk.concurrent(shape, base, CONCURRENCY)));
        all.removeIf(candidate -> !candidate.name().equals(BASELINE)
                && !only.matcher(candidate.name()).matches());
        return all;
    }

    private void print(WalkSetting setting, Map<Candidate, RoundTimes> times) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("\n### " + setting.title() + "\n");
        out.println(
                "| candidate | wall ms, median (min to max) | x token-walk | times faster than twilio-java | CPU ms "
                        + "| bytes per call | max MiB after a collection |");
        out.println("| --- | --: | --: | --: | --: | --: | --: |");
        times.forEach((candidate, measured) -> out.println(String.format(
                Locale.ROOT,
                "| %s | %.0f (%.0f to %.0f) | %.2f | %s | %.0f | %.0f | %.0f |",
                candidate.name(),
                measured.medianMillis(),
                measured.minMillis(),
                measured.maxMillis(),
                measured.medianMillis() / median(times, BASELINE),
                times.keySet().stream().anyMatch(other -> other.name().equals(TWILIO))
                        ? String.format(Locale.ROOT, "%.1f", median(times, TWILIO) / measured.medianMillis())
                        : "",
                measured.medianCpuMillis(),
                measured.medianBytesPerCall(),
                measured.maxLiveMebibytes())));
        out.flush();
    }

    private static double median(Map<Candidate, RoundTimes> times, String name) {
        return times.entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(name))
                .mapToDouble(entry -> entry.getValue().medianMillis())
                .findFirst()
                .orElseThrow();
    }
}
