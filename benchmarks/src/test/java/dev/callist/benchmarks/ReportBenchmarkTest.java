package dev.callist.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ReportBenchmarkTest {
    @Test
    void measuresAReport() {
        StringWriter out = new StringWriter();
        int code = ReportBenchmark.commandLine()
                .setOut(new PrintWriter(out))
                .execute("--calls", "1000", "--rounds", "1", "--browser", "/no/browser");
        assertThat(code).isZero();
        assertThat(out.toString())
                .containsPattern("\\| 1,000 \\| \\d+ \\| [\\d.]+ \\| \\d+ \\| \\d{2,3} \\| \\d+ \\| - \\|");
    }
}
