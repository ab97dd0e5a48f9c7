package dev.callist.bird;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallQuery;
import org.junit.jupiter.api.Test;

/** S15: a plan masks numbers, also within other addresses. */
class PlanTextTest {
    @Test
    void masksANumberWithinASipOrClientAddress() {
        CallQuery query = CallQuery.builder()
                .addProviderFilters(BirdFilters.builder()
                        .from("sip:+351910000018@pbx.example")
                        .to("client:+351910000019")
                        .build())
                .build();
        try (Bench bench = new Bench()) {
            assertThat(bench.bird.plan(query).toString())
                    .doesNotContain("910000018")
                    .doesNotContain("910000019");
        }
    }
}
