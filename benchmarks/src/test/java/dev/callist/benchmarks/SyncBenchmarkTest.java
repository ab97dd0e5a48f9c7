package dev.callist.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class SyncBenchmarkTest {
    /** The benchmark fails if a candidate does not copy every call. */
    @Test
    void measuresACopyAndTheListingAlone() {
        StringWriter out = new StringWriter();

        int code = SyncBenchmark.commandLine()
                .setOut(new PrintWriter(out))
                .execute("--calls", "2500", "--latency", "0", "--rounds", "1", "--warm-up", "0");

        assertThat(code).isZero();
        assertThat(out.toString())
                .contains("### bird, 2500 calls, 0 ms latency")
                .contains(
                        "| listing alone |",
                        "| copy into SQLite |",
                        "| copy into SQLite without rawJson |",
                        "| copy from memory into SQLite |",
                        "| floor: the same rows by JDBC alone |");
    }
}
