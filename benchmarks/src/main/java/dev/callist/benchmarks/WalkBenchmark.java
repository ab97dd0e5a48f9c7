package dev.callist.benchmarks;

import dev.callist.benchmarks.contestants.CallistWalk;
import dev.callist.benchmarks.contestants.FieldPageReader;
import dev.callist.benchmarks.contestants.ReadAheadWalk;
import dev.callist.benchmarks.contestants.RecordPageReader;
import dev.callist.benchmarks.contestants.SequentialWalk;
import dev.callist.benchmarks.contestants.TokenPageReader;
import dev.callist.benchmarks.contestants.TreePageReader;
import dev.callist.benchmarks.contestants.TwilioWalk;
import dev.callist.benchmarks.contestants.ValuePageReader;
import dev.callist.benchmarks.server.ListShape;
import dev.callist.benchmarks.server.ServerProcess;
import dev.callist.benchmarks.server.WalkSetting;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
 * Reads whole lists from a server in another JVM, one contestant after the other, and prints a table for each setting.
 */
@Command(
        name = "walk-benchmark",
        mixinStandardHelpOptions = true,
        description =
                "Reads whole lists with each contestant in turn; prints medians and ratios to token-walk and twilio-java.",
        showDefaultValues = true)
public final class WalkBenchmark implements Callable<Integer> {
    private static final String YARDSTICK = "token-walk";
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
            description = "a regular expression that the names of contestants must match; token-walk always runs")
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
            Map<Contestant, RoundTimes> times = new LinkedHashMap<>();
            for (Contestant contestant : contestants(setting.shape(), server.base())) {
                times.put(contestant, new RoundTimes());
            }
            for (int round = -warmUp; round < rounds; round++) {
                for (Map.Entry<Contestant, RoundTimes> turn : times.entrySet()) {
                    RoundTimes measured = round < 0 ? new RoundTimes() : turn.getValue();
                    measured.measure(turn.getKey(), setting.calls(), heap);
                }
            }
            print(setting, times);
        }
    }

    private List<Contestant> contestants(ListShape shape, URI base) {
        List<Contestant> all = new ArrayList<>();
        all.add(new Contestant(YARDSTICK, new SequentialWalk(shape, base, new TokenPageReader(shape))));
        if (shape == ListShape.SIGNALWIRE || shape == ListShape.TWILIO) {
            all.add(new Contestant(TWILIO, new TwilioWalk(shape, base)));
        }
        if (shape == ListShape.SIGNALWIRE) {
            all.add(new Contestant("readTree", new SequentialWalk(shape, base, new TreePageReader())));
            all.add(new Contestant(
                    "databind records", new SequentialWalk(shape, base, RecordPageReader.withFormatter())));
            all.add(new Contestant(
                    "field reader, reading ahead",
                    new ReadAheadWalk(new SequentialWalk(shape, base, new FieldPageReader()))));
        }
        all.add(new Contestant(
                "value reader, reading ahead",
                new ReadAheadWalk(new SequentialWalk(shape, base, new ValuePageReader(shape)))));
        all.add(new Contestant("callist", CallistWalk.standard(shape, base)));
        all.add(new Contestant("callist without rawJson", CallistWalk.withoutRawJson(shape, base)));
        all.add(new Contestant("callist with concurrency(8)", CallistWalk.concurrent(shape, base, CONCURRENCY)));
        all.removeIf(contestant -> !contestant.name().equals(YARDSTICK)
                && !only.matcher(contestant.name()).matches());
        return all;
    }

    private void print(WalkSetting setting, Map<Contestant, RoundTimes> times) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("\n### " + setting.title() + "\n");
        out.println(
                "| contestant | wall ms, median (min to max) | x token-walk | times faster than twilio-java | CPU ms "
                        + "| bytes per call | max MiB after a collection |");
        out.println("| --- | --: | --: | --: | --: | --: | --: |");
        times.forEach((contestant, measured) -> out.println(String.format(
                Locale.ROOT,
                "| %s | %.0f (%.0f to %.0f) | %.2f | %s | %.0f | %.0f | %.0f |",
                contestant.name(),
                measured.medianMillis(),
                measured.minMillis(),
                measured.maxMillis(),
                measured.medianMillis() / median(times, YARDSTICK),
                times.keySet().stream().anyMatch(other -> other.name().equals(TWILIO))
                        ? String.format(Locale.ROOT, "%.1f", median(times, TWILIO) / measured.medianMillis())
                        : "",
                measured.medianCpuMillis(),
                measured.medianBytesPerCall(),
                measured.maxLiveMebibytes())));
        out.flush();
    }

    private static double median(Map<Contestant, RoundTimes> times, String name) {
        return times.entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(name))
                .mapToDouble(entry -> entry.getValue().medianMillis())
                .findFirst()
                .orElseThrow();
    }
}
