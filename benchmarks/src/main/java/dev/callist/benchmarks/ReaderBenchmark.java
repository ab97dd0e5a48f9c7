package dev.callist.benchmarks;

import dev.callist.benchmarks.candidates.FieldPageReader;
import dev.callist.benchmarks.candidates.PageReader;
import dev.callist.benchmarks.candidates.ReadPage;
import dev.callist.benchmarks.candidates.RecordPageReader;
import dev.callist.benchmarks.candidates.TokenPageReader;
import dev.callist.benchmarks.candidates.TreePageReader;
import dev.callist.benchmarks.server.ListShape;
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
 * Measures several ways to read native records from a page of SignalWire in memory; times are per call. Callist, which
 * also checks the page and creates neutral calls, is measured by {@link PageBenchmark#fetch}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(PageBenchmark.CALLS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ReaderBenchmark {
    /** The readers by name; {@code tokenWalk} is the baseline. */
    static final Map<String, PageReader> READERS = Map.of(
            "tokenWalk",
            new TokenPageReader(ListShape.SIGNALWIRE),
            "tree",
            new TreePageReader(),
            "records",
            RecordPageReader.withFormatter(),
            "tunedRecords",
            RecordPageReader.withDigitParser(),
            "blackbird",
            RecordPageReader.withBlackbird(),
            "fieldReader",
            new FieldPageReader());

    /** The name of the reader. */
    @Param({"tokenWalk", "tree", "records", "tunedRecords", "blackbird", "fieldReader"})
    String readerName = "tokenWalk";

    private final byte[] body = ListShape.SIGNALWIRE.firstPage(PageBenchmark.CALLS);
    private PageReader reader = new FieldPageReader();

    /** Chooses the reader. */
    @Setup
    public void choose() {
        reader = Objects.requireNonNull(READERS.get(readerName), readerName);
    }

    /** Reads the page. */
    @Benchmark
    public ReadPage read() throws IOException {
        return reader.read(body);
    }
}
