package dev.callist.testkit;

import static dev.callist.testkit.ContractSubject.ids;
import static dev.callist.testkit.ContractSubject.pagesOf;
import static dev.callist.testkit.ContractSubject.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.ListingListener;
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
