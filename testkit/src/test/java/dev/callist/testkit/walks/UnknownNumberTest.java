package dev.callist.testkit.walks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallIterator;
import dev.callist.CallParty;
import dev.callist.CallQuery;
import dev.callist.ListingReport.Completeness;
import org.junit.jupiter.api.Test;

/** A call whose number may be the requested one is handed over, or the report does not say COMPLETE. */
class UnknownNumberTest {
    @Test
    void doesNotCallAListCompleteWhenANumberCannotBeCompared() {
        CallParty national = CallParty.of("351920000027");
        CallQuery query = CallQuery.builder().from("+351920000027").build();
        try (CallIterator walk = InMemoryWalks.listOf(
                        InMemoryWalks.undated("a").from(national).build())
                .list(query)
                .iterator()) {
            boolean found = walk.hasNext();
            assertThat(found || walk.report().completeness() != Completeness.COMPLETE)
                    .isTrue();
        }
    }
}
