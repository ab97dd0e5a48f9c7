package dev.callist.benchmarks;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
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
    /** The ways by their names: the yardstick, a tree, databind records as usual, with dates digit by digit, with Blackbird too. */
    static final Map<String, PlainWalk.PageReader> WAYS = Map.of(
            "tokenWalk",
            new TokenWalk(Shape.SIGNALWIRE),
            "tree",
            new TreeByHand(),
            "records",
            RecordsByHand.usual(),
            "tunedRecords",
            RecordsByHand.tuned(),
            "blackbird",
            RecordsByHand.generated(),
            "readerByHand",
            new ReaderByHand());

    /** Which way. */
    @Param({"tokenWalk", "tree", "records", "tunedRecords", "blackbird", "readerByHand"})
    String way = "tokenWalk";

    private final byte[] body = Shape.SIGNALWIRE.firstPage(PageBenchmark.CALLS);
    private PlainWalk.PageReader reader = new ReaderByHand();

    /** Chooses the way. */
    @Setup
    public void choose() {
        reader = Objects.requireNonNull(WAYS.get(way), way);
    }

    /** Reads the page. */
    @Benchmark
    public PlainWalk.Page read() throws IOException {
        return reader.read(body);
    }
}
