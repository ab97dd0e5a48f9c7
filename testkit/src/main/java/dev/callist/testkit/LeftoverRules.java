package dev.callist.testkit;

import static dev.callist.testkit.ContractSubject.failure;
import static dev.callist.testkit.ContractSubject.ids;
import static dev.callist.testkit.ContractSubject.pagesOf;
import static dev.callist.testkit.ContractSubject.started;
import static dev.callist.testkit.ContractSubject.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.Call;
import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallListing;
import dev.callist.CallQuery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A walk that ends early, however it ends, leaves no thread at work and no connection in use, on a server that is silent or
 * slow as well, and its lister serves others as before.
 */
@Timeout(60)
interface LeftoverRules extends ContractSubject {
    @Test
    default void leavesNothingBehindAStreamThatIsClosed() throws InterruptedException {
        leavesNothingBehind((trial, listing) -> {
            try (Stream<Call> calls = listing.stream()) {
                assertThat(calls.iterator().next().id())
                        .isEqualTo(trial.sandbox().id(0));
                trial.awaitRequests(2);
            }
        });
    }

    @Test
    default void leavesNothingBehindAStreamThatIsClosedWhileAnotherThreadReadsIt() throws InterruptedException {
        leavesNothingBehind((trial, listing) -> {
            Stream<Call> calls = listing.stream();
            List<Kind> met = new ArrayList<>();
            Thread reader =
                    started(() -> met.add(catchThrowableOfType(CallListException.class, () -> calls.forEach(call -> {}))
                            .kind()));
            trial.awaitRequests(2);
            calls.close();
            reader.join();
            assertThat(met).containsExactly(Kind.CLOSED);
        });
    }

    @Test
    default void leavesNothingBehindAnIteratorThatIsClosed() throws InterruptedException {
        leavesNothingBehind((trial, listing) -> {
            CallIterator walk = listing.iterator();
            take(walk, 1);
            trial.awaitRequests(2);
            walk.close();
        });
    }

    @Test
    default void leavesNothingBehindAThreadThatIsInterrupted() throws InterruptedException {
        leavesNothingBehind((trial, listing) -> {
            List<Kind> met = new ArrayList<>();
            Thread reader = started(() -> met.add(failure(listing).kind()));
            trial.awaitRequests(2);
            reader.interrupt();
            reader.join();
            assertThat(met).containsExactly(Kind.INTERRUPTED);
        });
    }

    @Test
    default void leavesNothingBehindADeadline() throws InterruptedException {
        leavesNothingBehind((trial, listing) -> {
            CallIterator walk = listing.deadline(Duration.ofHours(1)).iterator();
            take(walk, 10);
            trial.awaitRequests(2);
            ((ManualTime) trial.lister().options().time()).advance(Duration.ofHours(1));
            assertThat(catchThrowableOfType(CallListException.class, walk::hasNext)
                            .kind())
                    .isEqualTo(Kind.TIMEOUT);
        });
    }

    @Test
    default void leavesNothingBehindAListerThatIsClosed() throws InterruptedException {
        for (Fault fault : List.of(Fault.silent(), Fault.trickling())) {
            Leftovers left = new Leftovers();
            try (Trial trial = trial(25, Trial.quick().httpClient(left.client()).build())) {
                trial.sandbox().on(2, fault);
                take(trial.lister().list(pagesOf(10)).iterator(), 1);
                trial.awaitRequests(2);
                trial.lister().close();
                left.awaitRest();
                left.awaitNoThreads();
            }
        }
    }

    @Test
    default void leavesNothingBehindAnAbandonedIteratorOnceItsPagesHaveArrived() {
        Leftovers left = new Leftovers();
        try (Trial trial = trial(25, Trial.quick().httpClient(left.client()).build())) {
            trial.sandbox().on(2, Fault.delayed(SHORT));
            take(trial.lister().list(pagesOf(10)).iterator(), 1);
            trial.awaitRequests(2);
            left.awaitRest();
            left.awaitNoThreads();
            assertThat(trial.sandbox().requestCount()).isEqualTo(2);
            assertThat(ids(trial.lister().list(pagesOf(10)))).isEqualTo(ids(trial.sandbox(), 0, 25));
        }
    }

    @Test
    default void leavesNothingBehindAnAbandonedIteratorOnceItsPageHasFailed() {
        Leftovers left = new Leftovers();
        try (Trial trial = trial(
                25,
                Trial.quick()
                        .httpClient(left.client())
                        .readTimeout(SHORT)
                        .maxAttempts(1)
                        .build())) {
            trial.sandbox().on(2, Fault.silent());
            take(trial.lister().list(pagesOf(10)).iterator(), 1);
            trial.awaitRequests(2);
            left.awaitRest();
        }
    }

    @Test
    default void leavesNothingBehindAConsumerThatFails() {
        Leftovers left = new Leftovers();
        try (Trial trial = trial(25, Trial.quick().httpClient(left.client()).build())) {
            CallListing listing = trial.lister().list(pagesOf(10));
            assertThat(catchThrowableOfType(
                            ArithmeticException.class,
                            () -> listing.forEach(call -> {
                                throw new ArithmeticException("the consumer's own");
                            })))
                    .hasMessage("the consumer's own");
            left.awaitRest();
            assertThat(ids(listing)).isEqualTo(ids(trial.sandbox(), 0, 25));
        }
    }

    @Test
    default void leavesNothingBehindFailuresOfEveryKind() {
        Leftovers left = new Leftovers();
        try (Trial trial =
                trial(25, Trial.quick().httpClient(left.client()).maxAttempts(2).build())) {
            for (Fault fault : List.of(
                    Fault.status(401),
                    Fault.status(503),
                    Fault.redirect("http://127.0.0.1:1/"),
                    Fault.status(204, "", "text/plain"),
                    Fault.body("<html>", "text/html"),
                    Fault.cutInBody(),
                    Fault.dropped())) {
                trial.sandbox().always(fault);
                failure(trial.lister().list(CallQuery.all()));
            }
            left.awaitRest();
            trial.sandbox().heal();
            assertThat(ids(trial.lister().list(pagesOf(10)))).isEqualTo(ids(trial.sandbox(), 0, 25));
        }
    }

    /** The first page comes, the second never does. */
    private void leavesNothingBehind(Ending ending) throws InterruptedException {
        for (Fault fault : List.of(Fault.silent(), Fault.trickling())) {
            Leftovers left = new Leftovers();
            try (Trial trial = trial(25, Trial.quick().httpClient(left.client()).build())) {
                trial.sandbox().on(2, fault);
                ending.end(trial, trial.lister().list(pagesOf(10)));
                left.awaitRest();
                assertThat(trial.sandbox().requestCount()).isEqualTo(2);
                assertThat(ids(trial.lister().list(pagesOf(10)))).isEqualTo(ids(trial.sandbox(), 0, 25));
                left.awaitRest();
            }
        }
    }

    /** What ends a walk whose first page comes and whose second never does. */
    interface Ending {
        void end(Trial trial, CallListing listing) throws InterruptedException;
    }
}
