package dev.callist.testkit;

import static dev.callist.testkit.ContractSubject.ids;
import static dev.callist.testkit.ContractSubject.pagesOf;
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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Closing, interrupting, and several threads. */
@Timeout(30)
interface LifecycleRules extends ContractSubject {
    @Test
    default void servesSeveralThreadsAtOnce() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (Trial trial = trial(60)) {
            List<Callable<List<String>>> walks = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                walks.add(() -> ids(trial.lister().list(pagesOf(7))));
            }
            for (Future<List<String>> walk : threads.invokeAll(walks)) {
                assertThat(walk.get()).isEqualTo(ids(trial.sandbox(), 0, 60));
            }
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
            awaitRequest(trial);
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

    private void wakes(Waker waker, Kind kind, boolean interrupt) throws InterruptedException {
        try (Trial trial = trial(5)) {
            trial.sandbox().always(Fault.silent());
            List<CallListException> met = new ArrayList<>();
            List<Boolean> flag = new ArrayList<>();
            Thread waiting = started(() -> {
                met.add(ContractSubject.failure(trial.lister().list(CallQuery.all())));
                flag.add(Thread.currentThread().isInterrupted());
            });
            awaitRequest(trial);
            waker.wake(trial);
            if (interrupt) {
                waiting.interrupt();
            }
            waiting.join();
            assertThat(met).singleElement().satisfies(e -> assertThat(e.kind()).isEqualTo(kind));
            assertThat(flag).containsExactly(interrupt);
        }
    }

    private static Thread started(Runnable work) {
        Thread thread = new Thread(work, "contract");
        thread.start();
        return thread;
    }

    private static void awaitRequest(Trial trial) {
        while (trial.sandbox().requestCount() == 0) {
            Thread.onSpinWait();
        }
    }

    /** What wakes a waiting walk. */
    interface Waker {
        void wake(Trial trial);
    }
}
