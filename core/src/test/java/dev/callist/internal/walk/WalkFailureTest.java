package dev.callist.internal.walk;

import static dev.callist.Calls.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import dev.callist.ListingReport.Completeness;
import dev.callist.ListingReport.EndReason;
import dev.callist.RecordingListener;
import dev.callist.RejectedRow;
import dev.callist.ScriptedLister;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WalkFailureTest {
    private static final RejectedRow REJECTED = new RejectedRow(1, "no id", "{}");

    private final RecordingListener listener = new RecordingListener();
    private final ScriptedLister lister = new ScriptedLister()
            .options(ClientOptions.builder().listener(listener).build());

    @Test
    void failsOnARejectedRowWhenItIsStrict() {
        lister.page("", "2", call("a", 1)).page("2", "", List.of(REJECTED), call("b", 2));
        CallIterator walk = lister.list(CallQuery.all()).strict().iterator();

        assertThat(walk.next().id()).isEqualTo("a");
        CallListException e = catchThrowableOfType(CallListException.class, walk::next);

        assertThat(e.kind()).isEqualTo(Kind.BAD_RESPONSE);
        assertThat(e).hasMessage("scripted: BAD_RESPONSE: row 1 was rejected: no id, page 2");
        assertThat(e.failure().resumePoint()).contains(walk.resumePoint());
        assertThat(walk.report().endReason()).contains(EndReason.FAILED);
        assertThat(listener.events()).containsExactly("page 1: 1 calls, 0 rejected", "ended FAILED");
    }

    @Test
    void endsAtItsDeadlineWhileAPageIsUnderWay() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        lister.page("", "2", call("a", 1)).on("2", () -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            throw new IllegalStateException("the walk does not wait for this");
        });
        CallIterator walk = lister.list(CallQuery.all())
                .readAhead(0)
                .deadline(Duration.ofSeconds(1))
                .iterator();
        walk.next();

        CallListException e = catchThrowableOfType(CallListException.class, walk::next);

        assertThat(e.kind()).isEqualTo(Kind.TIMEOUT);
        assertThat(e.failure().resumePoint()).contains(walk.resumePoint());
        assertThat(walk.report().endReason()).contains(EndReason.DEADLINE);
        assertThat(walk.report().completeness()).isEqualTo(Completeness.INCOMPLETE);
        interrupted.await();
    }

    @Test
    void continuesWhenItsListenerFails() {
        lister.options(ClientOptions.builder()
                .listener(new RecordingListener() {
                    @Override
                    public void pageFetched(FetchedPage page) {
                        throw new IllegalStateException("the listener failed");
                    }
                })
                .build());
        lister.page("", "2", call("a", 1)).page("2", "", call("b", 2));

        assertThat(drain(lister.list(CallQuery.all()).iterator())).containsExactly("a", "b");
    }

    @Test
    void passesOnAnErrorOfItsListenerAndLosesNothing() {
        AtomicInteger pages = new AtomicInteger();
        lister.options(ClientOptions.builder()
                .listener(new RecordingListener() {
                    @Override
                    public void pageFetched(FetchedPage page) {
                        if (pages.incrementAndGet() == 2) {
                            throw new AssertionError("page 2");
                        }
                    }
                })
                .build());
        lister.page("", "2", call("a", 1)).page("2", "", call("b", 2));
        CallIterator walk = lister.list(CallQuery.all()).iterator();
        walk.next();

        assertThat(catchThrowableOfType(AssertionError.class, walk::hasNext)).hasMessage("page 2");
        assertThat(drain(walk)).containsExactly("b");
    }

    @Test
    void passesOnAnErrorOfTheListerAndTriesThePageAgain() {
        StackOverflowError error = new StackOverflowError();
        failsOnce(error);
        CallIterator walk = lister.list(CallQuery.all()).iterator();
        walk.next();

        assertThat(catchThrowableOfType(StackOverflowError.class, walk::hasNext))
                .isSameAs(error);
        assertThat(walk.report().endReason()).contains(EndReason.FAILED);
        assertThat(drain(walk)).containsExactly("b");
        assertThat(listener.events())
                .containsExactly(
                        "page 1: 1 calls, 0 rejected",
                        "ended FAILED",
                        "page 2: 1 calls, 0 rejected",
                        "ended END_OF_LIST");
    }

    /** A lister that is written in Kotlin may throw one. */
    @Test
    void reportsACheckedExceptionAndTriesThePageAgain() {
        lister.on("", () -> {
            lister.page("", "", call("a", 1));
            throw WalkFailureTest.<RuntimeException>unchecked(new IOException("+12025550143"));
        });
        CallIterator walk = lister.list(CallQuery.all()).iterator();

        CallListException e = catchThrowableOfType(CallListException.class, walk::hasNext);

        assertThat(e).hasMessageStartingWith("scripted: NETWORK: the lister failed (IOException)");
        assertThat(e.isRetryable()).isTrue();
        assertThat(walk.next().id()).isEqualTo("a");
        assertThat(walk.hasNext()).isFalse();
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> RuntimeException unchecked(Throwable thrown) throws T {
        throw (T) thrown;
    }

    @Test
    void showsBothThreadsInTheStackOfAFailure() {
        lister.page("", "2", call("a", 1)).on("2", WalkFailureTest::breaks);
        CallIterator walk = lister.list(CallQuery.all()).iterator();
        walk.next();

        CallListException e = catchThrowableOfType(CallListException.class, walk::hasNext);

        assertThat(e.getStackTrace())
                .extracting(StackTraceElement::getMethodName)
                .contains("breaks", "showsBothThreadsInTheStackOfAFailure");
        assertThat(e.getCause()).hasMessage("java.io.IOException");
        assertThat(e.failure().page()).isEqualTo(2);
    }

    private static CallPage breaks() {
        throw CallListException.of(Kind.NETWORK, "scripted").build().causedBy(new IOException("secret"));
    }

    private void failsOnce(Error thrown) {
        AtomicInteger tries = new AtomicInteger();
        lister.page("", "2", call("a", 1)).on("2", () -> {
            if (tries.getAndIncrement() == 0) {
                throw thrown;
            }
            return CallPage.of(List.of(call("b", 2)), Optional.empty());
        });
    }

    private static List<String> drain(CallIterator walk) {
        List<String> ids = new ArrayList<>();
        walk.forEachRemaining(call -> ids.add(call.id()));
        return ids;
    }
}
