package dev.callist.bird;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** J26 and IsoInstants: a 60th second is no instant. */
class LeapSecondTest {
    @Test
    void readsNoSixtiethSecond() {
        String row = "{\"id\":\"a\",\"createdAt\":\"2016-12-31T23:59:60Z\"}";
        try (Bench bench = new Bench().json(Bench.page(row))) {
            assertThat(bench.fetch().calls().get(0).createdAt()).isEmpty();
        }
    }
}
