package dev.callist.bird;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** J13: only texts that are mapped are limited to 1 MiB; an unknown field is passed over, not collected. */
class IgnoredTextTest {
    @Test
    void passesOverALongTextInAFieldThatItDoesNotKnow() {
        String row = "{\"id\":\"a\",\"transcript\":\"" + "y".repeat(3_000_000) + "\"}";
        try (Bench bench = new Bench().json(Bench.page(row))) {
            assertThat(bench.fetch().calls()).hasSize(1);
        }
    }
}
