package dev.callist.benchmarks;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Ways to make native records of SignalWire's page, which lies in memory; figures are for one of its calls. What Callist takes,
 * which checks the page and makes neutral calls as well, is {@link PageBenchmark#fetch}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(PageBenchmark.CALLS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ReaderBenchmark {
    private final byte[] body = Shape.SIGNALWIRE.firstPage(PageBenchmark.CALLS);
    private final PlainWalk.PageReader tokens = new TokenWalk(Shape.SIGNALWIRE);
    private final PlainWalk.PageReader tree = new TreeByHand();
    private final PlainWalk.PageReader usual = RecordsByHand.usual();
    private final PlainWalk.PageReader tuned = RecordsByHand.tuned();
    private final PlainWalk.PageReader blackbird = RecordsByHand.generated();
    private final PlainWalk.PageReader byHand = new ReaderByHand();

    /** The yardstick: looks at each JSON token. */
    @Benchmark
    public PlainWalk.Page tokenWalk() throws IOException {
        return tokens.read(body);
    }

    /** A tree, its fields as texts. */
    @Benchmark
    public PlainWalk.Page tree() throws IOException {
        return tree.read(body);
    }

    /** Databind records, dates by the JDK. */
    @Benchmark
    public PlainWalk.Page records() throws IOException {
        return usual.read(body);
    }

    /** Databind records, dates digit by digit. */
    @Benchmark
    public PlainWalk.Page tunedRecords() throws IOException {
        return tuned.read(body);
    }

    /** The same with Blackbird. */
    @Benchmark
    public PlainWalk.Page blackbird() throws IOException {
        return blackbird.read(body);
    }

    /** What a generated reader would do. */
    @Benchmark
    public PlainWalk.Page readerByHand() throws IOException {
        return byHand.read(body);
    }
}
