package dev.callist.testkit.contract;

import static dev.callist.testkit.contract.ListerUnderTest.failure;
import static dev.callist.testkit.contract.ListerUnderTest.ids;
import static dev.callist.testkit.contract.ListerUnderTest.pagesOf;
import static dev.callist.testkit.contract.ListerUnderTest.started;
import static dev.callist.testkit.contract.ListerUnderTest.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallQuery;
import dev.callist.Cursor;
import dev.callist.ListingReport.EndReason;
import dev.callist.testkit.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Closing and interrupting. */
@Timeout(60)
public interface LifecycleRules extends ListerUnderTest {
    @Test
    default void closesAnIteratorForGood() {
        try (ContractFixture fixture = fixture(5)) {
            CallIterator walk = fixture.lister().list(pagesOf(2)).readAhead(0).iterator();
            take(walk, 1);
            walk.close();
            walk.close();
            assertThat(catchThrowableOfType(CallListException.class, walk::next).kind())
                    .isEqualTo(Kind.CLOSED);
            assertThat(catchThrowableOfType(CallListException.class, walk::hasNext)
                            .kind())
                    .isEqualTo(Kind.CLOSED);
            assertThat(walk.report().endReason()).contains(EndReason.CLOSED);
            assertThat(fixture.sandbox().requestCount()).isEqualTo(1);
            assertThat(ids(fixture.lister().resume(pagesOf(2), walk.resumePoint())))
                    .isEqualTo(ids(fixture.sandbox(), 1, 5));
        }
    }

    @Test
    default void makesNoRequestAfterTheListerWasClosed() {
        try (ContractFixture fixture = fixture(25)) {
            CallIterator walk = fixture.lister().list(pagesOf(10)).readAhead(0).iterator();
            take(walk, 10);
            fixture.lister().close();
            fixture.lister().close();
            assertThat(catchThrowableOfType(CallListException.class, walk::next).kind())
                    .isEqualTo(Kind.CLOSED);
            assertThat(catchThrowableOfType(CallListException.class, () -> fixture.lister()
                                    .fetch(CallQuery.all(), Cursor.FIRST))
                            .kind())
                    .isEqualTo(Kind.CLOSED);
            assertThat(fixture.sandbox().requestCount()).isEqualTo(1);
        }
    }

    @Test
    default void wakesAWaitingWalkWhenItsListerIsClosed() throws InterruptedException {
        wakes(fixture -> fixture.lister().close(), Kind.CLOSED, false);
    }

    @Test
    default void wakesAWaitingWalkWhenItIsInterrupted() throws InterruptedException {
        wakes(fixture -> {}, Kind.INTERRUPTED, true);
    }

    @Test
    default void continuesAfterAnInterrupt() {
        try (ContractFixture fixture = fixture(5);
                CallIterator walk = fixture.lister().list(pagesOf(2)).iterator()) {
            Thread.currentThread().interrupt();
            CallListException e = catchThrowableOfType(CallListException.class, walk::next);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(e.kind()).isEqualTo(Kind.INTERRUPTED);
            assertThat(take(walk, 5)).isEqualTo(ids(fixture.sandbox(), 0, 5));
        }
    }

    private void wakes(Consumer<ContractFixture> waker, Kind kind, boolean interrupt) throws InterruptedException {
        try (ContractFixture fixture = fixture(5)) {
            fixture.sandbox().always(Fault.silent());
            List<CallListException> failures = new ArrayList<>();
            List<Boolean> flag = new ArrayList<>();
            Thread waiting = started(() -> {
                failures.add(failure(fixture.lister().list(CallQuery.all())));
                flag.add(Thread.currentThread().isInterrupted());
            });
            fixture.awaitRequests(1);
            waker.accept(fixture);
            if (interrupt) {
                waiting.interrupt();
            }
            waiting.join();
            assertThat(failures).singleElement().satisfies(e -> assertThat(e.kind())
                    .isEqualTo(kind));
            assertThat(flag).containsExactly(interrupt);
        }
    }
}
