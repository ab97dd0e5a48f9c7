package dev.callist.testkit;

import static dev.callist.testkit.ContractSubject.ids;
import static dev.callist.testkit.ContractSubject.pagesOf;
import static dev.callist.testkit.ContractSubject.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallLister;
import dev.callist.ListingListener;
import dev.callist.ListingReport.Completeness;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Reading ahead hides the consumer's time, and nothing else is seen of it. */
@Timeout(60)
interface ReadAheadRules extends ContractSubject {
    @Test
    default void asksForTheNextPageWhileACallIsHeld() {
        try (Trial trial = trial(30);
                CallIterator walk = trial.lister().list(pagesOf(10)).iterator()) {
            take(walk, 1);
            trial.awaitRequests(2);
            assertThat(take(walk, 29)).isEqualTo(ids(trial.sandbox(), 1, 30));
        }
    }

    @Test
    default void asksForAsManyPagesAheadAsItIsTold() {
        try (Trial trial = trial(90);
                CallIterator walk =
                        trial.lister().list(pagesOf(10)).readAhead(3).iterator()) {
            take(walk, 1);
            trial.awaitRequests(4);
            take(walk, 8);
            assertThat(trial.sandbox().requestCount()).isEqualTo(4);
        }
    }

    /** Rows that cannot be read do not hide that a page follows. */
    @Test
    default void sendsTheNextRequestOnceAnAnswerHasComeAndBeforeItHasBeenRead() {
        CountDownLatch third = new CountDownLatch(1);
        ListingListener listener = new ListingListener() {
            @Override
            public void attemptFailed(FailedAttempt attempt) {
                Leftovers.await(() -> third.getCount() == 0, "request 3 while page 2 is read");
            }
        };
        try (Trial trial = trial(40, Trial.quick().listener(listener).build());
                CallIterator walk =
                        trial.lister().list(pagesOf(10)).readAhead(2).iterator()) {
            trial.sandbox()
                    .on(2, Fault.rewritten(body -> body.replaceFirst("\\[\\s*\\{", "[{,")))
                    .on(3, Fault.made("third", exchange -> {
                        third.countDown();
                        return exchange.truth();
                    }));
            take(walk, 10);
            assertThat(catchThrowableOfType(CallListException.class, walk::hasNext)
                            .kind())
                    .isEqualTo(Kind.BAD_RESPONSE);
            assertThat(third.getCount()).isZero();
            assertThat(take(walk, 30)).isEqualTo(ids(trial.sandbox(), 10, 40));
            assertThat(walk.hasNext()).isFalse();
        }
    }

    /** However early the next request is sent over the same connection. */
    @Test
    default void takesNothingBehindABrokenAnswerForThatOfTheNextRequest() {
        try (Sandbox sandbox = sandbox(1_500);
                Relay relay = Relay.to(sandbox.url());
                CallLister lister = lister(relay.url(), secret(), Trial.quick().build());
                CallIterator walk = lister.list(pagesOf(500)).iterator()) {
            sandbox.always(Fault.edited(AnswerPage::rowsLast));
            relay.on(2, RawAct.parse("shared 60"));

            assertThat(take(walk, 1_500)).isEqualTo(ids(sandbox, 0, 1_500));
            assertThat(walk.hasNext()).isFalse();
            assertThat(walk.report().completeness()).isEqualTo(Completeness.COMPLETE);
            assertThat(walk.report().retries()).isPositive();
        }
    }

    @Test
    default void sendsTheSameRequestsHoweverFarItReadsAhead() {
        try (Trial trial = trial(95)) {
            List<String> expected = requestsOf(trial, 0);
            assertThat(expected).hasSizeGreaterThan(9);
            for (int pages : new int[] {1, 2, 5}) {
                assertThat(requestsOf(trial, pages)).as("%d ahead", pages).isEqualTo(expected);
            }
        }
    }

    private static List<String> requestsOf(Trial trial, int readAhead) {
        int before = trial.sandbox().requestCount();
        assertThat(ids(trial.lister().list(pagesOf(10)).readAhead(readAhead)))
                .isEqualTo(ids(trial.sandbox(), 0, trial.sandbox().calls()));
        List<SandboxRequest> sent = trial.sandbox().requests();
        return sent.subList(before, sent.size()).stream()
                .map(request -> request.target() + " " + request.body())
                .toList();
    }

    @Test
    default void tellsOfAFailureAheadWhenItIsReached() throws InterruptedException {
        CountDownLatch failed = new CountDownLatch(1);
        ListingListener listener = new ListingListener() {
            @Override
            public void attemptFailed(FailedAttempt attempt) {
                failed.countDown();
            }
        };
        try (Trial trial = trial(
                        25, Trial.quick().maxAttempts(1).listener(listener).build());
                CallIterator walk = trial.lister().list(pagesOf(10)).iterator()) {
            trial.sandbox().on(2, Fault.status(500));
            take(walk, 1);
            failed.await();
            assertThat(take(walk, 9)).isEqualTo(ids(trial.sandbox(), 1, 10));
            assertThat(catchThrowableOfType(CallListException.class, walk::hasNext)
                            .kind())
                    .isEqualTo(Kind.SERVER_ERROR);
            assertThat(trial.sandbox().requestCount()).isEqualTo(2);
            assertThat(take(walk, 15)).isEqualTo(ids(trial.sandbox(), 10, 25));
        }
    }
}
