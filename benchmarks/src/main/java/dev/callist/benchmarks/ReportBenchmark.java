package dev.callist.benchmarks;

import dev.callist.Call;
import dev.callist.CallBuilder;
import dev.callist.CallDirection;
import dev.callist.CallParty;
import dev.callist.CallStatus;
import dev.callist.ListingReport.Completeness;
import dev.callist.Money;
import dev.callist.report.CallReport;
import dev.callist.report.CallStatistics;
import dev.callist.report.ReportOptions;
import dev.callist.report.StatisticsSummary;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Makes reports of made-up calls, and measures the time, the heap, the size of the page and when a browser has drawn
 * it.
 */
@Command(
        name = "report-benchmark",
        mixinStandardHelpOptions = true,
        description = "Makes a report of made-up calls, and prints times, heap and size.",
        showDefaultValues = true)
public final class ReportBenchmark implements Callable<Integer> {
    private static final Instant END = Instant.parse("2026-03-01T00:00:00Z");
    private static final double MEBIBYTE = 1 << 20;
    private static final Pattern DRAWN = Pattern.compile("data-drawn=\"(\\d+)\"");

    @Option(names = "--calls", split = ",", description = "the numbers of calls")
    private List<Integer> counts = List.of(25_000, 200_000, 1_000_000);

    @Option(names = "--days", description = "how many days the calls are spread over")
    private int days = 400;

    @Option(names = "--parties", description = "how many different callers, and as many called parties")
    private int parties = 20_000;

    @Option(
            names = "--browser",
            description = "a Chromium that draws the page without a window; skipped if it does not exist")
    private Path browser = Path.of("/usr/bin/chromium");

    @Option(names = "--rounds", description = "measured rounds")
    private int rounds = 5;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Runs the benchmark. */
    public static void main(String... args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new ReportBenchmark());
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                "| calls | counted in ms | µs a call | written in ms | page, KB | most heap after a collection, MiB "
                        + "| drawn in the browser, ms |");
        out.println("| --: | --: | --: | --: | --: | --: | --: |");
        HeapMeter heap = HeapMeter.start();
        Path page = Files.createTempFile("report-benchmark", ".html");
        try {
            for (int count : counts) {
                measure(count, page, heap);
            }
        } finally {
            Files.delete(page);
        }
        return 0;
    }

    private void measure(int count, Path page, HeapMeter heap) throws IOException, InterruptedException {
        double[] counting = new double[rounds];
        double[] writing = new double[rounds];
        long mostHeap = 0;
        for (int round = 0; round < rounds; round++) {
            heap.begin();
            CallStatistics statistics = CallStatistics.in(ZoneId.of("Europe/Lisbon"));
            statistics.addSource(Completeness.COMPLETE, List.of());
            Random random = new Random(1);
            long nanos = 0;
            for (int i = 0; i < count; i++) {
                Call call = call(i, random);
                long start = System.nanoTime();
                statistics.accept(call);
                nanos += System.nanoTime() - start;
            }
            counting[round] = nanos / 1e6;
            long start = System.nanoTime();
            write(statistics.summary(), page);
            writing[round] = (System.nanoTime() - start) / 1e6;
            mostHeap = Math.max(mostHeap, heap.end().maxLiveBytes());
        }
        spec.commandLine()
                .getOut()
                .println(String.format(
                        Locale.ROOT,
                        "| %,d | %.0f | %.1f | %.0f | %,d | %.0f | %s |",
                        count,
                        median(counting),
                        median(counting) * 1000 / count,
                        median(writing),
                        Files.size(page) / 1000,
                        mostHeap / MEBIBYTE,
                        drawn(page).map(String::valueOf).orElse("-")));
    }

    private static void write(StatisticsSummary summary, Path page) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(page, StandardCharsets.UTF_8)) {
            CallReport.of(summary, ReportOptions.defaults()).write(out);
        }
    }

    private Call call(int number, Random random) {
        CallBuilder call = Call.builder()
                .provider(
                        List.of("bird", "plivo-dialer", "search", "signalwire").get(random.nextInt(4)))
                .id("call-" + number)
                .direction(random.nextBoolean() ? CallDirection.INBOUND : CallDirection.OUTBOUND)
                .from(party(random))
                .to(party(random))
                .createdAt(END.minusMillis(
                        (long) (random.nextDouble() * Duration.ofDays(days).toMillis())));
        if (random.nextInt(3) == 0) {
            return call.status(random.nextBoolean() ? CallStatus.NO_ANSWER : CallStatus.BUSY)
                    .build();
        }
        int seconds = random.nextInt(1_000);
        return call.status(CallStatus.COMPLETED)
                .duration(Duration.ofSeconds(seconds))
                .price(new Money(BigDecimal.valueOf(-seconds, 4), random.nextBoolean() ? "USD" : "EUR"))
                .build();
    }

    private CallParty party(Random random) {
        return CallParty.of(String.format(Locale.ROOT, "+1555%07d", random.nextInt(parties) + 2_000_000));
    }

    /** How long the browser took from opening the page until all charts were drawn: the median in milliseconds. */
    private Optional<Long> drawn(Path page) throws IOException, InterruptedException {
        if (!Files.isExecutable(browser)) {
            return Optional.empty();
        }
        double[] times = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            Process process = new ProcessBuilder(
                            browser.toString(),
                            "--headless=new",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--dump-dom",
                            page.toUri().toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String shown = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            Matcher drawn = DRAWN.matcher(shown);
            if (!drawn.find()) {
                throw new IllegalStateException("the browser did not draw the charts");
            }
            times[round] = Long.parseLong(drawn.group(1));
        }
        return Optional.of(Math.round(median(times)));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
