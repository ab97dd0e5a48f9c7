package dev.callist.bird;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Rule 8: a field that cannot be read is named in problems(), by its path in the row. */
class ProblemPathTest {
    @Test
    void namesTheFieldsThatCouldNotBeRead() {
        String row = "{\"id\":\"a\",\"createdAt\":\"yesterday\",\"duration\":\"x\",\"callFlow\":5,"
                + "\"originator\":{\"number\":{\"anonymous\":\"maybe\"}}}";
        try (Bench bench = new Bench().json(Bench.page(row, row))) {
            assertThat(bench.fetch().calls()).allSatisfy(call -> assertThat(call.problems())
                    .containsExactlyInAnyOrder("createdAt", "duration", "callFlow", "originator.number.anonymous"));
        }
    }
}
