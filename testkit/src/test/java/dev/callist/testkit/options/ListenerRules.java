package dev.callist.testkit.options;

import static dev.callist.testkit.contract.ListerUnderTest.ids;
import static dev.callist.testkit.contract.ListerUnderTest.pagesOf;
import static dev.callist.testkit.contract.ListerUnderTest.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.callist.CallIterator;
import dev.callist.ListingListener;
import dev.callist.ListingListener.SuccessfulAttempt;
import dev.callist.ListingReport;
import dev.callist.testkit.Fault;
import dev.callist.testkit.contract.ContractFixture;
import dev.callist.testkit.rules.ProviderUnderTest;
import dev.callist.testkit.walks.InMemoryWalks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a listener is notified of; an Error that it throws loses no call. */
public interface ListenerRules extends ProviderUnderTest {
    /** The labels of a metric have few values: no id and no query is among them. */
    @Test
    default void notifiesTheListenerOfEachAttempt() {
        List<SuccessfulAttempt> successes = Collections.synchronizedList(new ArrayList<>());
        ListingListener listener = new ListingListener() {
            @Override
            public void attemptSucceeded(SuccessfulAttempt attempt) {
                successes.add(attempt);
            }
        };
        try (ContractFixture fixture =
                fixture(7, ContractFixture.quick().listener(listener).build())) {
            fixture.sandbox().on(2, Fault.status(503));

            assertThat(fixture.lister().list(pagesOf(3)).stream()).hasSize(7);

            assertThat(successes).hasSize(fixture.sandbox().requestCount() - 1);
            assertThat(successes).extracting(SuccessfulAttempt::attempt).containsOnlyOnce(2);
            assertThat(successes)
                    .extracting(SuccessfulAttempt::request)
                    .containsOnly(successes.get(0).request());
            assertThat(successes).allSatisfy(attempt -> {
                assertThat(attempt.provider()).isNotEmpty();
                assertThat(attempt.status()).isEqualTo(200);
                assertThat(attempt.bytes()).isPositive();
                assertThat(attempt.took()).isGreaterThanOrEqualTo(Duration.ZERO);
                assertThat(attempt.request()).doesNotContain("?").doesNotContainPattern("[0-9a-f]{8}");
            });
        }
    }

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
