package dev.callist.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
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

/** Reads whole lists from a server in another JVM, contestants in turn, and prints one table for each setting. */
@Command(
        name = "walk-benchmark",
        mixinStandardHelpOptions = true,
        description = "Whole walks, contestants in turn; medians, and ratios against token-walk and twilio-java.",
        showDefaultValues = true)
public final class WalkBenchmark implements Callable<Integer> {
    private static final String YARDSTICK = "token-walk";
    private static final String RIVAL = "twilio-java";
    private static final int WIDTH = 8;
    private static final OperatingSystemMXBean MACHINE =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    @Option(names = "--shape", split = ",", description = "${COMPLETION-CANDIDATES}")
    private List<Shape> shapes = List.of(Shape.values());

    @Option(names = "--calls", split = ",", description = "how many calls the lists have")
    private List<Integer> calls = List.of(100_000);

    @Option(names = "--latency", split = ",", description = "milliseconds before each answer")
    private List<Integer> latencies = List.of(0);

    @Option(names = "--gzip", description = "pack the answers")
    private boolean gzip;

    @Option(names = "--only", description = "a pattern for the names of contestants; token-walk always runs")
    private Pattern only = Pattern.compile(".*");

    @Option(names = "--rounds", description = "measured rounds")
    private int rounds = 15;

    @Option(names = "--warm-up", description = "rounds before them")
    private int warmUp = 15;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Runs it. */
    public static void main(String... args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new WalkBenchmark()).setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Heap heap = Heap.watched();
        for (Shape shape : shapes) {
            for (int count : calls) {
                for (int latency : latencies) {
                    measure(new Setting(shape, count, latency, gzip), heap);
                }
            }
        }
        return 0;
    }

    private void measure(Setting setting, Heap heap) throws IOException, InterruptedException {
        try (ServerProcess server = ServerProcess.start(setting)) {
            Map<Contestant, Times> times = new LinkedHashMap<>();
            for (Contestant contestant : contestants(setting.shape(), server.base())) {
                times.put(contestant, new Times());
            }
            for (int round = -warmUp; round < rounds; round++) {
                for (Map.Entry<Contestant, Times> turn : times.entrySet()) {
                    measure(turn.getKey(), setting.calls(), heap, round < 0 ? new Times() : turn.getValue());
                }
            }
            print(setting, times);
        }
    }

    private static void measure(Contestant contestant, int calls, Heap heap, Times times)
            throws IOException, InterruptedException {
        heap.begin();
        long start = System.nanoTime();
        long cpuStart = MACHINE.getProcessCpuTime();
        long read = contestant.walker().walk();
        long nanos = System.nanoTime() - start;
        long cpuNanos = MACHINE.getProcessCpuTime() - cpuStart;
        if (read != calls) {
            throw new IllegalStateException(contestant.name() + " read " + read + " calls of " + calls);
        }
        times.add(nanos, cpuNanos, heap.end(), calls);
    }

    private List<Contestant> contestants(Shape shape, URI base) {
        List<Contestant> all = new ArrayList<>();
        all.add(new Contestant(YARDSTICK, new PlainWalk(shape, base, new TokenWalk(shape))));
        if (shape == Shape.SIGNALWIRE) {
            all.add(new Contestant(RIVAL, new TwilioWalk(shape, base)));
            all.add(new Contestant("readTree by hand", new PlainWalk(shape, base, new TreeByHand())));
            all.add(new Contestant("databind records by hand", new PlainWalk(shape, base, RecordsByHand.usual())));
            all.add(new Contestant(
                    "token reader by hand, a page ahead",
                    new AheadWalk(new PlainWalk(shape, base, new ReaderByHand()))));
        }
        all.add(new Contestant(
                "values by hand, a page ahead", new AheadWalk(new PlainWalk(shape, base, new ValuesByHand(shape)))));
        all.add(new Contestant("callist", CallistWalk.of(shape, base)));
        all.add(new Contestant("callist without rawJson", CallistWalk.withoutRawJson(shape, base)));
        all.add(new Contestant("callist with concurrency(8)", CallistWalk.concurrent(shape, base, WIDTH)));
        all.removeIf(one ->
                !one.name().equals(YARDSTICK) && !only.matcher(one.name()).matches());
        return all;
    }

    private void print(Setting setting, Map<Contestant, Times> times) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("\n### " + setting.title() + "\n");
        out.println(
                "| contestant | wall ms, median (least to most) | x token-walk | twilio-java / it | CPU ms | bytes a call "
                        + "| MiB after a collection, most |");
        out.println("| --- | --: | --: | --: | --: | --: | --: |");
        times.forEach((contestant, taken) -> out.println(String.format(
                Locale.ROOT,
                "| %s | %.0f (%.0f to %.0f) | %.2f | %s | %.0f | %.0f | %.0f |",
                contestant.name(),
                taken.medianMillis(),
                taken.leastMillis(),
                taken.mostMillis(),
                taken.medianMillis() / median(times, YARDSTICK),
                times.keySet().stream().anyMatch(one -> one.name().equals(RIVAL))
                        ? String.format(Locale.ROOT, "%.1f", median(times, RIVAL) / taken.medianMillis())
                        : "",
                taken.medianCpuMillis(),
                taken.medianBytesACall(),
                taken.largestHeap())));
        out.flush();
    }

    private static double median(Map<Contestant, Times> times, String name) {
        return times.entrySet().stream()
                .filter(one -> one.getKey().name().equals(name))
                .mapToDouble(one -> one.getValue().medianMillis())
                .findFirst()
                .orElseThrow();
    }
}
