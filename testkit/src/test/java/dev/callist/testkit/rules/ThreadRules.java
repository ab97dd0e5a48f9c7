package dev.callist.testkit.rules;

import static dev.callist.testkit.contract.ListerUnderTest.ids;
import static dev.callist.testkit.contract.ListerUnderTest.pagesOf;
import static dev.callist.testkit.contract.ListerUnderTest.started;
import static dev.callist.testkit.contract.ListerUnderTest.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.Call;
import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallQuery;
import dev.callist.ListingReport.EndReason;
import dev.callist.TimeSource;
import dev.callist.testkit.Fault;
import dev.callist.testkit.contract.ContractFixture;
import dev.callist.testkit.contract.ListerUnderTest;
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

/** Several threads, and walks that are woken while they wait. */
@Timeout(60)
public interface ThreadRules extends ProviderUnderTest {
    @Test
    default void servesSixtyFourThreadsAtOnce() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(64);
        CyclicBarrier all = new CyclicBarrier(64);
        ResourceWatch left = new ResourceWatch();
        try (ContractFixture fixture =
                fixture(60, ContractFixture.quick().httpClient(left.client()).build())) {
            Callable<List<String>> walk = () -> {
                all.await();
                return ids(fixture.lister().list(pagesOf(7)));
            };
            for (Future<List<String>> walked : threads.invokeAll(Collections.nCopies(64, walk))) {
                assertThat(walked.get()).isEqualTo(ids(fixture.sandbox(), 0, 60));
            }
            left.awaitRest();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    default void refusesASecondThreadOnOneIterator() throws InterruptedException {
        try (ContractFixture fixture = fixture(5)) {
            fixture.sandbox().always(Fault.silent());
            CallIterator walk = fixture.lister().list(CallQuery.all()).iterator();
            List<CallListException> met = new ArrayList<>();
            Thread waiting = started(() -> met.add(catchThrowableOfType(CallListException.class, walk::hasNext)));
            fixture.awaitRequests(1);
            assertThat(catchThrowableOfType(IllegalStateException.class, walk::hasNext))
                    .isNotNull();
            walk.close();
            waiting.join();
            assertThat(met).singleElement().satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.CLOSED));
        }
    }

    @Test
    default void closesAStreamWithItsWalk() {
        try (ContractFixture fixture = fixture(5)) {
            try (Stream<Call> calls = fixture.lister().list(pagesOf(2)).readAhead(0).stream()) {
                assertThat(calls.limit(1)).hasSize(1);
            }
            assertThat(fixture.sandbox().requestCount()).isEqualTo(1);
        }
    }

    @Test
    default void goesOnAfterAnInterruptWhileItWaited() throws InterruptedException {
        try (ContractFixture fixture = fixture(5);
                CallIterator walk =
                        fixture.lister().list(pagesOf(2)).readAhead(0).iterator()) {
            fixture.sandbox().on(2, Fault.silent());
            take(walk, 2);
            List<CallListException> met = new ArrayList<>();
            Thread waiting = started(() -> met.add(catchThrowableOfType(CallListException.class, walk::hasNext)));
            fixture.awaitRequests(2);
            waiting.interrupt();
            waiting.join();
            assertThat(met).singleElement().satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.INTERRUPTED));
            assertThat(walk.report().endReason()).contains(EndReason.FAILED);
            assertThat(take(walk, 3)).isEqualTo(ids(fixture.sandbox(), 2, 5));
        }
    }

    @Test
    default void wakesAWalkThatWaitsBeforeItTriesAgain() throws InterruptedException {
        for (boolean interrupt : new boolean[] {true, false}) {
            LongWait time = new LongWait();
            try (ContractFixture fixture =
                    fixture(5, ContractFixture.quick().time(time).build())) {
                fixture.sandbox().always(Fault.status(503));
                List<Kind> met = new ArrayList<>();
                List<Boolean> flag = new ArrayList<>();
                Thread waiting = started(() -> {
                    met.add(ListerUnderTest.failure(fixture.lister().list(CallQuery.all()))
                            .kind());
                    flag.add(Thread.currentThread().isInterrupted());
                });
                time.begun.await();
                if (interrupt) {
                    waiting.interrupt();
                } else {
                    fixture.lister().close();
                }
                waiting.join();
                assertThat(met).containsExactly(interrupt ? Kind.INTERRUPTED : Kind.CLOSED);
                assertThat(flag).containsExactly(interrupt);
                assertThat(fixture.sandbox().requestCount()).isEqualTo(1);
            }
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
}
