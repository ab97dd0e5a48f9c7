package dev.callist.testkit;

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
import dev.callist.CallQuery;
import dev.callist.Cursor;
import dev.callist.ListingReport.EndReason;
import dev.callist.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Closing, interrupting, and several threads. */
@Timeout(60)
interface LifecycleRules extends ContractSubject {
    @Test
    default void servesSixtyFourThreadsAtOnce() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(64);
        CyclicBarrier all = new CyclicBarrier(64);
        Leftovers left = new Leftovers();
        try (Trial trial = trial(60, Trial.quick().httpClient(left.client()).build())) {
            Callable<List<String>> walk = () -> {
                all.await();
                return ids(trial.lister().list(pagesOf(7)));
            };
            for (Future<List<String>> walked : threads.invokeAll(Collections.nCopies(64, walk))) {
                assertThat(walked.get()).isEqualTo(ids(trial.sandbox(), 0, 60));
            }
            left.awaitRest();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    default void refusesASecondThreadOnOneIterator() throws InterruptedException {
        try (Trial trial = trial(5)) {
            trial.sandbox().always(Fault.silent());
            CallIterator walk = trial.lister().list(CallQuery.all()).iterator();
            List<CallListException> met = new ArrayList<>();
            Thread waiting = started(() -> met.add(catchThrowableOfType(CallListException.class, walk::hasNext)));
            trial.awaitRequests(1);
            assertThat(catchThrowableOfType(IllegalStateException.class, walk::hasNext))
                    .isNotNull();
            walk.close();
            waiting.join();
            assertThat(met).singleElement().satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.CLOSED));
        }
    }

    @Test
    default void closesAnIteratorForGood() {
        try (Trial trial = trial(5)) {
            CallIterator walk = trial.lister().list(pagesOf(2)).readAhead(0).iterator();
            take(walk, 1);
            walk.close();
            walk.close();
            assertThat(catchThrowableOfType(CallListException.class, walk::next).kind())
                    .isEqualTo(Kind.CLOSED);
            assertThat(catchThrowableOfType(CallListException.class, walk::hasNext)
                            .kind())
                    .isEqualTo(Kind.CLOSED);
            assertThat(walk.report().endReason()).contains(EndReason.CLOSED);
            assertThat(trial.sandbox().requestCount()).isEqualTo(1);
            assertThat(ids(trial.lister().resume(pagesOf(2), walk.resumePoint())))
                    .isEqualTo(ids(trial.sandbox(), 1, 5));
        }
    }

    @Test
    default void closesAStreamWithItsWalk() {
        try (Trial trial = trial(5)) {
            try (Stream<Call> calls = trial.lister().list(pagesOf(2)).readAhead(0).stream()) {
                assertThat(calls.limit(1)).hasSize(1);
            }
            assertThat(trial.sandbox().requestCount()).isEqualTo(1);
        }
    }

    @Test
    default void makesNoRequestAfterTheListerWasClosed() {
        try (Trial trial = trial(25)) {
            CallIterator walk = trial.lister().list(pagesOf(10)).readAhead(0).iterator();
            take(walk, 10);
            trial.lister().close();
            trial.lister().close();
            assertThat(catchThrowableOfType(CallListException.class, walk::next).kind())
                    .isEqualTo(Kind.CLOSED);
            assertThat(catchThrowableOfType(CallListException.class, () -> trial.lister()
                                    .fetch(CallQuery.all(), Cursor.FIRST))
                            .kind())
                    .isEqualTo(Kind.CLOSED);
            assertThat(trial.sandbox().requestCount()).isEqualTo(1);
        }
    }

    @Test
    default void wakesAWaitingWalkWhenItsListerIsClosed() throws InterruptedException {
        wakes(trial -> trial.lister().close(), Kind.CLOSED, false);
    }

    @Test
    default void wakesAWaitingWalkWhenItIsInterrupted() throws InterruptedException {
        wakes(trial -> {}, Kind.INTERRUPTED, true);
    }

    @Test
    default void goesOnAfterAnInterrupt() {
        try (Trial trial = trial(5);
                CallIterator walk = trial.lister().list(pagesOf(2)).iterator()) {
            Thread.currentThread().interrupt();
            CallListException e = catchThrowableOfType(CallListException.class, walk::next);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(e.kind()).isEqualTo(Kind.INTERRUPTED);
            assertThat(take(walk, 5)).isEqualTo(ids(trial.sandbox(), 0, 5));
        }
    }

    @Test
    default void goesOnAfterAnInterruptWhileItWaited() throws InterruptedException {
        try (Trial trial = trial(5);
                CallIterator walk = trial.lister().list(pagesOf(2)).readAhead(0).iterator()) {
            trial.sandbox().on(2, Fault.silent());
            take(walk, 2);
            List<CallListException> met = new ArrayList<>();
            Thread waiting = started(() -> met.add(catchThrowableOfType(CallListException.class, walk::hasNext)));
            trial.awaitRequests(2);
            waiting.interrupt();
            waiting.join();
            assertThat(met).singleElement().satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.INTERRUPTED));
            assertThat(walk.report().endReason()).contains(EndReason.FAILED);
            assertThat(take(walk, 3)).isEqualTo(ids(trial.sandbox(), 2, 5));
        }
    }

    @Test
    default void wakesAWalkThatWaitsBeforeItTriesAgain() throws InterruptedException {
        for (boolean interrupt : new boolean[] {true, false}) {
            LongWait time = new LongWait();
            try (Trial trial = trial(5, Trial.quick().time(time).build())) {
                trial.sandbox().always(Fault.status(503));
                List<Kind> met = new ArrayList<>();
                List<Boolean> flag = new ArrayList<>();
                Thread waiting = started(() -> {
                    met.add(ContractSubject.failure(trial.lister().list(CallQuery.all()))
                            .kind());
                    flag.add(Thread.currentThread().isInterrupted());
                });
                time.begun.await();
                if (interrupt) {
                    waiting.interrupt();
                } else {
                    trial.lister().close();
                }
                waiting.join();
                assertThat(met).containsExactly(interrupt ? Kind.INTERRUPTED : Kind.CLOSED);
                assertThat(flag).containsExactly(interrupt);
                assertThat(trial.sandbox().requestCount()).isEqualTo(1);
            }
        }
    }

    private void wakes(Waker waker, Kind kind, boolean interrupt) throws InterruptedException {
        try (Trial trial = trial(5)) {
            trial.sandbox().always(Fault.silent());
            List<CallListException> met = new ArrayList<>();
            List<Boolean> flag = new ArrayList<>();
            Thread waiting = started(() -> {
                met.add(ContractSubject.failure(trial.lister().list(CallQuery.all())));
                flag.add(Thread.currentThread().isInterrupted());
            });
            trial.awaitRequests(1);
            waker.wake(trial);
            if (interrupt) {
                waiting.interrupt();
            }
            waiting.join();
            assertThat(met).singleElement().satisfies(e -> assertThat(e.kind()).isEqualTo(kind));
            assertThat(flag).containsExactly(interrupt);
        }
    }

    /** Time whose waits end by an interrupt only. */
    final class LongWait implements TimeSource {
        final CountDownLatch begun = new CountDownLatch(1);

        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public long nanoTime() {
            return 0;
        }

        @Override
        public void sleep(Duration time) throws InterruptedException {
            begun.countDown();
            new CountDownLatch(1).await();
        }
    }

    /** What wakes a waiting walk. */
    interface Waker {
        void wake(Trial trial);
    }
}
