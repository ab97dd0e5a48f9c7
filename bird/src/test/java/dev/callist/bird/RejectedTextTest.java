package dev.callist.bird;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.RejectedRow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule 8: a rejected row is told with its raw text. */
class RejectedTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"text\"",
                "\"t\\u00e9xt é \\\" end\"",
                "\"\"",
                "12",
                "true",
                "null",
                "[1, [2]]",
                "{\"x\": \"é\"}"
            })
    void tellsTheWholeRow(String row) {
        try (Bench bench = new Bench().json("{\"results\": [ " + row + " , {\"id\":\"a\"}\n ] }")) {
            assertThat(bench.fetch().rejected())
                    .extracting(RejectedRow::rawJson)
                    .containsExactly(row);
        }
    }
}
