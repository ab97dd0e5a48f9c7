package dev.callist.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WalkBenchmarkTest {
    /** Each contestant refuses to be measured when it has not read every call. */
    @ParameterizedTest
    @EnumSource(Shape.class)
    void measuresEachContestantOnceOverAListOfEachProvider(Shape shape) {
        StringWriter out = new StringWriter();

        int code = WalkBenchmark.commandLine()
                .setOut(new PrintWriter(out))
                .execute("--shape", shape.name(), "--calls", "2500", "--rounds", "1", "--warm-up", "0", "--gzip");

        assertThat(code).isZero();
        assertThat(out.toString())
                .contains("### " + shape.provider() + ", 2500 calls, 0 ms, gzip")
                .contains(
                        "| token-walk |",
                        "| values by hand, a page ahead |",
                        "| callist |",
                        "| callist without rawJson |",
                        "| callist with concurrency(8) |");
        assertThat(Stream.of(
                        "twilio-java",
                        "readTree by hand",
                        "databind records by hand",
                        "token reader by hand, a page ahead"))
                .allMatch(name -> out.toString().contains("| " + name + " |") == (shape == Shape.SIGNALWIRE));
    }
}
