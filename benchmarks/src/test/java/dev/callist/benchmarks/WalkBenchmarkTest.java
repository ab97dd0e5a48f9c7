package dev.callist.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.benchmarks.server.ListShape;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WalkBenchmarkTest {
    /** The benchmark fails if a candidate does not read every call. */
    @ParameterizedTest
    @EnumSource(ListShape.class)
    void measuresEachCandidateWithTheListOfEachProvider(ListShape shape) {
        StringWriter out = new StringWriter();

        int code = WalkBenchmark.commandLine()
                .setOut(new PrintWriter(out))
                .execute("--shape", shape.name(), "--calls", "2500", "--rounds", "1", "--warm-up", "0", "--gzip");

        assertThat(code).isZero();
        assertThat(out.toString())
                .contains("### " + shape.provider() + ", 2500 calls, 0 ms latency, gzip")
                .contains(
                        "| token-walk |",
                        "| value reader, reading ahead |",
                        "| callist |",
                        "| callist without rawJson |",
                        "| callist with concurrency(8) |");
        assertThat(out.toString().contains("| twilio-java |"))
                .isEqualTo(shape == ListShape.SIGNALWIRE || shape == ListShape.TWILIO);
        assertThat(Stream.of("readTree", "databind records", "field reader, reading ahead"))
                .allMatch(name -> out.toString().contains("| " + name + " |") == (shape == ListShape.SIGNALWIRE));
    }
}
