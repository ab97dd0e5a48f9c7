package dev.callist.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

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
    private static final int READERS = 6;

    @Test
    void measuresEachStepOfEachProvidersPage() throws RunnerException {
        assertThat(results(PageBenchmark.class)).hasSize(STEPS * Shape.values().length);
    }

    @Test
    void measuresEachWayToReadAPageWhichAllFindEachRow() throws IOException, RunnerException {
        assertThat(results(ReaderBenchmark.class)).hasSize(READERS);
        assertThat(ReaderBenchmark.WAYS).hasSize(READERS);
        for (String way : ReaderBenchmark.WAYS.keySet()) {
            ReaderBenchmark benchmark = new ReaderBenchmark();
            benchmark.way = way;
            benchmark.choose();
            assertThat(benchmark.read().rows()).as(way).isEqualTo(PageBenchmark.CALLS);
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
