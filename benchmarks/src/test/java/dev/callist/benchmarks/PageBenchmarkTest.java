package dev.callist.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.benchmarks.server.ListShape;
import java.io.IOException;
import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

class PageBenchmarkTest {
    private static final int STEPS = 7;
    private static final int READER_COUNT = 6;

    @Test
    void measuresEachStepForEachProvider() throws RunnerException {
        assertThat(results(PageBenchmark.class)).hasSize(STEPS * ListShape.values().length);
    }

    @Test
    void measuresEachReaderAndEachReaderFindsEveryRow() throws IOException, RunnerException {
        assertThat(results(ReaderBenchmark.class)).hasSize(READER_COUNT);
        assertThat(ReaderBenchmark.READERS).hasSize(READER_COUNT);
        for (String name : ReaderBenchmark.READERS.keySet()) {
            ReaderBenchmark benchmark = new ReaderBenchmark();
            benchmark.readerName = name;
            benchmark.choose();
            assertThat(benchmark.read().rows()).as(name).isEqualTo(PageBenchmark.CALLS);
        }
    }

    private static Collection<RunResult> results(Class<?> benchmark) throws RunnerException {
        return new Runner(new OptionsBuilder()
                        .include(benchmark.getSimpleName())
                        .forks(0)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .measurementTime(TimeValue.milliseconds(1))
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
    }
}
