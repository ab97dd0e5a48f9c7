package dev.callist.testkit.rules;

import static dev.callist.testkit.contract.ListerUnderTest.ids;
import static dev.callist.testkit.contract.ListerUnderTest.pagesOf;
import static dev.callist.testkit.contract.ListerUnderTest.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallLister;
import dev.callist.ListingListener;
import dev.callist.ListingReport.Completeness;
import dev.callist.testkit.Fault;
import dev.callist.testkit.RigFaults;
import dev.callist.testkit.Sandbox;
import dev.callist.testkit.SandboxRequest;
import dev.callist.testkit.contract.ContractFixture;
import dev.callist.testkit.rawhttp.RawAction;
import dev.callist.testkit.rawhttp.Relay;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Reading ahead hides the consumer's time and has no other visible effect. */
@Timeout(60)
public interface ReadAheadRules extends ProviderUnderTest {
    @Test
    default void requestsTheNextPageWhileACallIsProcessed() {
        try (ContractFixture fixture = fixture(30);
                CallIterator walk = fixture.lister().list(pagesOf(10)).iterator()) {
            take(walk, 1);
            fixture.awaitRequests(2);
            assertThat(take(walk, 29)).isEqualTo(ids(fixture.sandbox(), 1, 30));
        }
    }

    @Test
    default void requestsAsManyPagesAheadAsSet() {
        try (ContractFixture fixture = fixture(90);
                CallIterator walk =
                        fixture.lister().list(pagesOf(10)).readAhead(3).iterator()) {
            take(walk, 1);
            fixture.awaitRequests(4);
            take(walk, 8);
            assertThat(fixture.sandbox().requestCount()).isEqualTo(4);
        }
    }

    /** Rows that cannot be read do not hide that a page follows. */
    @Test
    default void sendsTheNextRequestBeforeTheResponseHasBeenRead() {
        CountDownLatch third = new CountDownLatch(1);
        ListingListener listener = new ListingListener() {
            @Override
            public void attemptFailed(FailedAttempt attempt) {
                ResourceWatch.await(() -> third.getCount() == 0, "request 3 while page 2 is read");
            }
        };
        try (ContractFixture fixture =
                        fixture(40, ContractFixture.quick().listener(listener).build());
                CallIterator walk =
                        fixture.lister().list(pagesOf(10)).readAhead(2).iterator()) {
            fixture.sandbox()
                    .on(2, Fault.rewritten(body -> body.replaceFirst("\\[\\s*\\{", "[{,")))
                    .on(3, RigFaults.of("third", exchange -> {
                        third.countDown();
                        return exchange.correctResponse();
                    }));
            take(walk, 10);
            assertThat(catchThrowableOfType(CallListException.class, walk::hasNext)
                            .kind())
                    .isEqualTo(Kind.BAD_RESPONSE);
            assertThat(third.getCount()).isZero();
            assertThat(take(walk, 30)).isEqualTo(ids(fixture.sandbox(), 10, 40));
            assertThat(walk.hasNext()).isFalse();
        }
    }

    /** This holds even if the next request is sent early over the same connection. */
    @Test
    default void neverReadsTheRestOfABrokenResponseAsTheNextOne() {
        try (Sandbox sandbox = sandbox(1_500);
                Relay relay = Relay.to(sandbox.url());
                CallLister lister =
                        lister(relay.url(), secret(), ContractFixture.quick().build());
                CallIterator walk = lister.list(pagesOf(500)).iterator()) {
            sandbox.always(RigFaults.edited(PageEditor::rowsLast));
            relay.on(2, RawAction.parse("shared 60"));

            assertThat(take(walk, 1_500)).isEqualTo(ids(sandbox, 0, 1_500));
            assertThat(walk.hasNext()).isFalse();
            assertThat(walk.report().completeness()).isEqualTo(Completeness.COMPLETE);
            assertThat(walk.report().retries()).isPositive();
        }
    }

    @Test
    default void sendsTheSameRequestsHoweverFarItReadsAhead() {
        try (ContractFixture fixture = fixture(95)) {
            List<String> expected = requestsOf(fixture, 0);
            assertThat(expected).hasSizeGreaterThan(9);
            for (int pages : new int[] {1, 2, 5}) {
                assertThat(requestsOf(fixture, pages)).as("%d ahead", pages).isEqualTo(expected);
            }
        }
    }

    private static List<String> requestsOf(ContractFixture fixture, int readAhead) {
        int before = fixture.sandbox().requestCount();
        assertThat(ids(fixture.lister().list(pagesOf(10)).readAhead(readAhead)))
                .isEqualTo(ids(fixture.sandbox(), 0, fixture.sandbox().calls()));
        List<SandboxRequest> sent = fixture.sandbox().requests();
        return sent.subList(before, sent.size()).stream()
                .map(request -> request.target() + " " + request.body())
                .toList();
    }

    @Test
    default void reportsAFailureOfALaterPageWhenItIsReached() throws InterruptedException {
        CountDownLatch failed = new CountDownLatch(1);
        ListingListener listener = new ListingListener() {
            @Override
            public void attemptFailed(FailedAttempt attempt) {
                failed.countDown();
            }
        };
        try (ContractFixture fixture = fixture(
                        25,
                        ContractFixture.quick()
                                .maxAttempts(1)
                                .listener(listener)
                                .build());
                CallIterator walk = fixture.lister().list(pagesOf(10)).iterator()) {
            fixture.sandbox().on(2, Fault.status(500));
            take(walk, 1);
            failed.await();
            assertThat(take(walk, 9)).isEqualTo(ids(fixture.sandbox(), 1, 10));
            assertThat(catchThrowableOfType(CallListException.class, walk::hasNext)
                            .kind())
                    .isEqualTo(Kind.SERVER_ERROR);
            assertThat(fixture.sandbox().requestCount()).isEqualTo(2);
            assertThat(take(walk, 15)).isEqualTo(ids(fixture.sandbox(), 10, 25));
        }
    }
}
