package dev.callist.bird;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallIterator;
import dev.callist.CallQuery;
import dev.callist.ListingReport.Completeness;
import org.junit.jupiter.api.Test;

/** Rule 6 and completeness: a number that may be the one asked for is handed over, or the report says UNKNOWN. */
class UndecidedNumberTest {
    @Test
    void doesNotCallAListCompleteWhenANumberCouldNotBeCompared() {
        CallQuery query = CallQuery.builder().from("+351920000027").build();
        try (Bench bench = new Bench()
                        .json(Bench.page("{\"id\":\"a\",\"from\":\"351920000027\",\"to\":\"+351910000018\"}"));
                CallIterator walk = bench.bird.list(query).iterator()) {
            boolean found = walk.hasNext();
            assertThat(found || walk.report().completeness() != Completeness.COMPLETE)
                    .isTrue();
        }
    }
}
