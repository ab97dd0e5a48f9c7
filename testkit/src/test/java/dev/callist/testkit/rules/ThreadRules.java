package dev.callist.testkit.rules;

import static dev.callist.testkit.contract.ListerUnderTest.failure;
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
import dev.callist.CallLister;
import dev.callist.CallQuery;
import dev.callist.ListingReport.EndReason;
import dev.callist.TimeSource;
import dev.callist.testkit.Fault;
import dev.callist.testkit.Sandbox;
import dev.callist.testkit.contract.ContractFixture;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
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
import okhttp3.OkHttpClient;
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
            List<CallListException> failures = new ArrayList<>();
            Thread waiting = started(() -> failures.add(catchThrowableOfType(CallListException.class, walk::hasNext)));
            fixture.awaitRequests(1);
            assertThat(catchThrowableOfType(IllegalStateException.class, walk::hasNext))
                    .isNotNull();
            walk.close();
            waiting.join();
            assertThat(failures).singleElement().satisfies(e -> assertThat(e.kind())
                    .isEqualTo(Kind.CLOSED));
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
    default void continuesAfterAnInterruptDuringAWait() throws InterruptedException {
        try (ContractFixture fixture = fixture(5);
                CallIterator walk =
                        fixture.lister().list(pagesOf(2)).readAhead(0).iterator()) {
            fixture.sandbox().on(2, Fault.silent());
            take(walk, 2);
            List<CallListException> failures = new ArrayList<>();
            Thread waiting = started(() -> failures.add(catchThrowableOfType(CallListException.class, walk::hasNext)));
            fixture.awaitRequests(2);
            waiting.interrupt();
            waiting.join();
            assertThat(failures).singleElement().satisfies(e -> assertThat(e.kind())
                    .isEqualTo(Kind.INTERRUPTED));
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
                List<Kind> kinds = new ArrayList<>();
                List<Boolean> flag = new ArrayList<>();
                Thread waiting = started(() -> {
                    kinds.add(failure(fixture.lister().list(CallQuery.all())).kind());
                    flag.add(Thread.currentThread().isInterrupted());
                });
                time.begun.await();
                if (interrupt) {
                    waiting.interrupt();
                } else {
                    fixture.lister().close();
                }
                waiting.join();
                assertThat(kinds).containsExactly(interrupt ? Kind.INTERRUPTED : Kind.CLOSED);
                assertThat(flag).containsExactly(interrupt);
                assertThat(fixture.sandbox().requestCount()).isEqualTo(1);
            }
        }
    }

    /**
     * Closing the lister ends a walk promptly, also while a host name is being resolved, which nothing can interrupt.
     */
    @Test
    default void endsAWalkThatWaitsForAHostNameWhenItIsClosed() throws InterruptedException {
        CountDownLatch resolving = new CountDownLatch(1);
        CountDownLatch resolved = new CountDownLatch(1);
        OkHttpClient own = new OkHttpClient.Builder()
                .dns(host -> {
                    resolving.countDown();
                    while (resolved.getCount() > 0) {
                        Thread.onSpinWait();
                    }
                    return List.of(InetAddress.getLoopbackAddress());
                })
                .build();
        Sandbox unused = sandbox(0);
        URI named = URI.create("https://callist.invalid");
        CallLister made =
                lister(named, secret(), ContractFixture.quick().httpClient(own).build());
        try (ContractFixture fixture = new ContractFixture(unused, made)) {
            CallLister lister = fixture.lister();
            CallIterator walk = lister.list(CallQuery.all()).iterator();
            List<Kind> kinds = new ArrayList<>();
            Thread reader = started(() -> kinds.add(
                    catchThrowableOfType(CallListException.class, walk::hasNext).kind()));
            resolving.await();
            lister.close();
            reader.join(Duration.ofSeconds(2).toMillis());
            boolean ended = !reader.isAlive();
            resolved.countDown();
            reader.join();
            assertThat(ended).isTrue();
            assertThat(kinds).containsExactly(Kind.CLOSED);
        }
    }

    /** CLOSED is for listers that were closed, not for busy ones. */
    @Test
    default void doesNotSayClosedBecauseManyRequestsArePending() throws InterruptedException {
        CountDownLatch busy = new CountDownLatch(1000);
        CountDownLatch never = new CountDownLatch(1);
        OkHttpClient slow = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    busy.countDown();
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                    return chain.proceed(chain.request());
                })
                .build();
        try (ContractFixture fixture = fixture(
                1, ContractFixture.quick().httpClient(slow).maxAttempts(1).build())) {
            List<Kind> kinds = Collections.synchronizedList(new ArrayList<>());
            for (int i = 0; i < 1000; i++) {
                started(() -> failure(fixture.lister().list(CallQuery.all())));
            }
            busy.await();
            Thread late = started(() ->
                    kinds.add(failure(fixture.lister().list(CallQuery.all())).kind()));
            late.join(Duration.ofMillis(500).toMillis());
            assertThat(kinds).doesNotContain(Kind.CLOSED);
        }
    }

    /** A time source whose waits end only by an interrupt. */
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
