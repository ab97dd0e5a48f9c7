package dev.callist.testkit.options;

import static dev.callist.testkit.contract.ListerUnderTest.ids;
import static dev.callist.testkit.contract.ListerUnderTest.pagesOf;
import static dev.callist.testkit.contract.ListerUnderTest.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.callist.CallIterator;
import dev.callist.ListingListener;
import dev.callist.ListingReport;
import dev.callist.testkit.contract.ContractFixture;
import dev.callist.testkit.rules.ProviderUnderTest;
import dev.callist.testkit.walks.InMemoryWalks;
import org.junit.jupiter.api.Test;

/** An Error that a listener throws loses no call. */
public interface ListenerRules extends ProviderUnderTest {
    @Test
    default void losesNoCallWhenTheListenerFailsAtTheLimit() {
        ListingListener failing = new ListingListener() {
            @Override
            public void ended(String provider, ListingReport report) {
                throw new AssertionError("the listener's own");
            }
        };
        try (ContractFixture fixture =
                        fixture(2, ContractFixture.quick().listener(failing).build());
                CallIterator walk = fixture.lister().list(pagesOf(2)).limit(1).iterator()) {
            assertThat(InMemoryWalks.idsDespiteFailures(walk)).isEqualTo(ids(fixture.sandbox(), 0, 1));
        }
    }

    @Test
    default void passesAListenersErrorToTheCallerAndLosesNoCall() {
        ListingListener failing = new ListingListener() {
            @Override
            public void pageFetched(FetchedPage page) {
                throw new AssertionError("the listener's own");
            }
        };
        try (ContractFixture fixture =
                        fixture(1, ContractFixture.quick().listener(failing).build());
                CallIterator walk = fixture.lister().list(pagesOf(2)).iterator()) {
            assertThat(catchThrowable(walk::hasNext)).isInstanceOf(AssertionError.class);
            assertThat(take(walk, 1)).isEqualTo(ids(fixture.sandbox(), 0, 1));
        }
    }
}
