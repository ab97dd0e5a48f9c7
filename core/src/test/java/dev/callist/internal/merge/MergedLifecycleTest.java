package dev.callist.internal.merge;

import static dev.callist.Calls.call;
import static dev.callist.internal.merge.MergedLists.drain;
import static dev.callist.internal.merge.MergedLists.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallListers;
import dev.callist.CallListing;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import dev.callist.ListingReport.EndReason;
import dev.callist.MergedCalls;
import dev.callist.ScriptedLister;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a merged walk requests pages, waits and stops. */
class MergedLifecycleTest {
    private final ScriptedLister one =
            ScriptedLister.named("one").page("", "1", call("a1", 1)).page("1", "", call("a3", 3));
    private final ScriptedLister two = ScriptedLister.named("two").page("", "", call("b2", 2), call("b4", 4));
    private final MergedCalls both = CallListers.merged(one, two);
    private final ExecutorService other = Executors.newSingleThreadExecutor();

    @AfterEach
    void stop() {
        other.shutdownNow();
    }

    @Test
    void requestsNothingBeforeACallIsWanted() {
        CallIterator walk = both.list(CallQuery.all()).iterator();
        assertThat(walk.resumePoint().isEnd()).isFalse();
        assertThat(walk.report().pages()).isZero();
        walk.close();

        assertThat(one.asked()).isEmpty();
        assertThat(two.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void requestsTheFirstPageOfAllListersAtOnce(int readAhead) {
        CyclicBarrier both = new CyclicBarrier(2);
        one.on("", meeting(both, CallPage.of(List.of(call("a1", 1)), Optional.empty())));
        two.on("", meeting(both, CallPage.of(List.of(call("b2", 2)), Optional.empty())));

        assertThat(drain(this.both.list(CallQuery.all()).readAhead(readAhead).iterator()))
                .containsExactly("a1", "b2");
    }

    @Test
    void requestsNoMoreIfHasNextIsCalledOften() {
        CallIterator walk = both.list(CallQuery.all()).readAhead(0).iterator();
        for (int i = 0; i < 5; i++) {
            assertThat(walk.hasNext()).isTrue();
        }
        assertThat(one.asked()).containsExactly("");
        assertThat(drain(walk)).containsExactly("a1", "b2", "a3", "b4");
        assertThat(walk.hasNext()).isFalse();
        assertThat(catchThrowableOfType(NoSuchElementException.class, walk::next))
                .hasMessage("the listing has no more calls");
        assertThat(one.asked()).containsExactly("", "1");
    }

    @Test
    void keepsIteratorsIndependent() {
        CallListing listing = both.list(CallQuery.all());
        CallIterator first = listing.iterator();
        take(first, 3);

        assertThat(take(listing.iterator(), 2)).containsExactly("a1", "b2");
        assertThat(drain(first)).containsExactly("b4");
    }

    @Test
    void staysClosed() {
        CallIterator walk = both.list(CallQuery.all()).iterator();
        take(walk, 1);
        walk.close();
        walk.close();

        assertThat(catchThrowableOfType(CallListException.class, walk::next))
                .hasMessage("merged: CLOSED: the walk was closed");
        assertThat(catchThrowableOfType(CallListException.class, walk::hasNext).kind())
                .isEqualTo(Kind.CLOSED);
        assertThat(walk.report().endReason()).contains(EndReason.CLOSED);
        assertThat(drain(both.resume(CallQuery.all(), walk.resumePoint()).iterator()))
                .containsExactly("b2", "a3", "b4");
    }

    @Test
    void wakesAWaitingThreadWhenItIsClosed() throws Exception {
        CountDownLatch asked = silence(two);
        CallIterator walk = both.skippingFailures().list(CallQuery.all()).iterator();
        Future<CallListException> waiting =
                other.submit(() -> catchThrowableOfType(CallListException.class, walk::hasNext));
        asked.await();
        walk.close();

        assertThat(waiting.get(10, TimeUnit.SECONDS).kind()).isEqualTo(Kind.CLOSED);
        assertThat(walk.report().endReason()).contains(EndReason.CLOSED);
    }

    @Test
    void refusesASecondThread() throws Exception {
        CountDownLatch asked = silence(two);
        CallIterator walk = both.list(CallQuery.all()).iterator();
        Future<CallListException> waiting =
                other.submit(() -> catchThrowableOfType(CallListException.class, walk::hasNext));
        asked.await();

        assertThat(catchThrowableOfType(IllegalStateException.class, walk::next))
                .isNotNull();
        walk.close();
        assertThat(waiting.get(10, TimeUnit.SECONDS).kind()).isEqualTo(Kind.CLOSED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void continuesAfterAnInterrupt(boolean skipping) {
        CallIterator walk = (skipping ? both.skippingFailures() : both)
                .list(CallQuery.all())
                .iterator();
        Thread.currentThread().interrupt();
        CallListException e = catchThrowableOfType(CallListException.class, walk::next);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(e.kind()).isEqualTo(Kind.INTERRUPTED);
        assertThat(drain(walk)).containsExactly("a1", "b2", "a3", "b4");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void endsWithItsDeadlineUnderEitherPolicy(boolean skipping) {
        silence(two);
        CallIterator walk = (skipping ? both.skippingFailures() : both)
                .list(CallQuery.all())
                .deadline(Duration.ofMillis(50))
                .iterator();
        CallListException e = catchThrowableOfType(CallListException.class, walk::next);

        assertThat(e.kind()).isEqualTo(Kind.TIMEOUT);
        assertThat(e.failure().detail()).contains("the deadline of the listing has passed");
        assertThat(walk.report().endReason()).contains(EndReason.DEADLINE);
    }

    private static Supplier<CallPage> meeting(CyclicBarrier barrier, CallPage page) {
        return () -> {
            try {
                barrier.await(10, TimeUnit.SECONDS);
                return page;
            } catch (InterruptedException | TimeoutException | BrokenBarrierException e) {
                throw new IllegalStateException("the other lister was not asked", e);
            }
        };
    }

    /** Makes a lister never answer; the latch opens when it is asked. */
    private static CountDownLatch silence(ScriptedLister lister) {
        CountDownLatch asked = new CountDownLatch(1);
        lister.on("", () -> {
            asked.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new IllegalStateException("never answers");
        });
        return asked;
    }
}
