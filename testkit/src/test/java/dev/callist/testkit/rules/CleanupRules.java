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
import dev.callist.CallListing;
import dev.callist.CallQuery;
import dev.callist.testkit.Fault;
import dev.callist.testkit.ManualTime;
import dev.callist.testkit.contract.ContractFixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A walk that ends early, for any reason, leaves no thread at work and no connection in use, even on a silent or slow
 * server, and its lister still serves other walks.
 */
@Timeout(60)
public interface CleanupRules extends ProviderUnderTest {
    @Test
    default void leavesNothingBehindAStreamThatIsClosed() throws InterruptedException {
        leavesNothingBehind((fixture, listing) -> {
            try (Stream<Call> calls = listing.stream()) {
                assertThat(calls.iterator().next().id())
                        .isEqualTo(fixture.sandbox().id(0));
                fixture.awaitRequests(2);
            }
        });
    }

    @Test
    default void leavesNothingBehindAStreamClosedByAnotherThread() throws InterruptedException {
        leavesNothingBehind((fixture, listing) -> {
            Stream<Call> calls = listing.stream();
            List<Kind> kinds = new ArrayList<>();
            Thread reader = started(
                    () -> kinds.add(catchThrowableOfType(CallListException.class, () -> calls.forEach(call -> {}))
                            .kind()));
            fixture.awaitRequests(2);
            calls.close();
            reader.join();
            assertThat(kinds).containsExactly(Kind.CLOSED);
        });
    }

    @Test
    default void leavesNothingBehindAnIteratorThatIsClosed() throws InterruptedException {
        leavesNothingBehind((fixture, listing) -> {
            CallIterator walk = listing.iterator();
            take(walk, 1);
            fixture.awaitRequests(2);
            walk.close();
        });
    }

    @Test
    default void leavesNothingBehindAThreadThatIsInterrupted() throws InterruptedException {
        leavesNothingBehind((fixture, listing) -> {
            List<Kind> kinds = new ArrayList<>();
            Thread reader = started(() -> kinds.add(failure(listing).kind()));
            fixture.awaitRequests(2);
            reader.interrupt();
            reader.join();
            assertThat(kinds).containsExactly(Kind.INTERRUPTED);
        });
    }

    @Test
    default void leavesNothingBehindADeadline() throws InterruptedException {
        leavesNothingBehind((fixture, listing) -> {
            CallIterator walk = listing.deadline(Duration.ofHours(1)).iterator();
            take(walk, 10);
            fixture.awaitRequests(2);
            ((ManualTime) fixture.lister().options().time()).advance(Duration.ofHours(1));
            assertThat(catchThrowableOfType(CallListException.class, walk::hasNext)
                            .kind())
                    .isEqualTo(Kind.TIMEOUT);
        });
    }

    @Test
    default void leavesNothingBehindAListerThatIsClosed() throws InterruptedException {
        for (Fault fault : List.of(Fault.silent(), Fault.trickling())) {
            ResourceWatch left = new ResourceWatch();
            try (ContractFixture fixture = fixture(
                    25, ContractFixture.quick().httpClient(left.client()).build())) {
                fixture.sandbox().on(2, fault);
                take(fixture.lister().list(pagesOf(10)).iterator(), 1);
                fixture.awaitRequests(2);
                fixture.lister().close();
                left.awaitRest();
                left.awaitNoThreads();
            }
        }
    }

    @Test
    default void leavesNothingBehindAnAbandonedIteratorWithItsPages() {
        ResourceWatch left = new ResourceWatch();
        try (ContractFixture fixture =
                fixture(25, ContractFixture.quick().httpClient(left.client()).build())) {
            fixture.sandbox().on(2, Fault.delayed(SHORT));
            take(fixture.lister().list(pagesOf(10)).iterator(), 1);
            fixture.awaitRequests(2);
            left.awaitRest();
            left.awaitNoThreads();
            assertThat(fixture.sandbox().requestCount()).isEqualTo(2);
            assertThat(ids(fixture.lister().list(pagesOf(10)))).isEqualTo(ids(fixture.sandbox(), 0, 25));
        }
    }

    @Test
    default void leavesNothingBehindAnAbandonedIteratorThatFailed() {
        ResourceWatch left = new ResourceWatch();
        try (ContractFixture fixture = fixture(
                25,
                ContractFixture.quick()
                        .httpClient(left.client())
                        .readTimeout(SHORT)
                        .maxAttempts(1)
                        .build())) {
            fixture.sandbox().on(2, Fault.silent());
            take(fixture.lister().list(pagesOf(10)).iterator(), 1);
            fixture.awaitRequests(2);
            left.awaitRest();
        }
    }

    @Test
    default void leavesNothingBehindAConsumerThatFails() {
        ResourceWatch left = new ResourceWatch();
        try (ContractFixture fixture =
                fixture(25, ContractFixture.quick().httpClient(left.client()).build())) {
            CallListing listing = fixture.lister().list(pagesOf(10));
            assertThat(catchThrowableOfType(
                            ArithmeticException.class,
                            () -> listing.forEach(call -> {
                                throw new ArithmeticException("the consumer's own");
                            })))
                    .hasMessage("the consumer's own");
            left.awaitRest();
            assertThat(ids(listing)).isEqualTo(ids(fixture.sandbox(), 0, 25));
        }
    }

    @Test
    default void leavesNothingBehindFailuresOfEveryKind() {
        ResourceWatch left = new ResourceWatch();
        try (ContractFixture fixture = fixture(
                25,
                ContractFixture.quick().httpClient(left.client()).maxAttempts(2).build())) {
            for (Fault fault : List.of(
                    Fault.status(401),
                    Fault.status(503),
                    Fault.redirect("http://127.0.0.1:1/"),
                    Fault.status(204, "", "text/plain"),
                    Fault.body("<html>", "text/html"),
                    Fault.cutInBody(),
                    Fault.dropped())) {
                fixture.sandbox().always(fault);
                failure(fixture.lister().list(CallQuery.all()));
            }
            left.awaitRest();
            fixture.sandbox().heal();
            assertThat(ids(fixture.lister().list(pagesOf(10)))).isEqualTo(ids(fixture.sandbox(), 0, 25));
        }
    }

    /** The first page arrives, the second never does. */
    private void leavesNothingBehind(Ending ending) throws InterruptedException {
        for (Fault fault : List.of(Fault.silent(), Fault.trickling())) {
            ResourceWatch left = new ResourceWatch();
            try (ContractFixture fixture = fixture(
                    25, ContractFixture.quick().httpClient(left.client()).build())) {
                fixture.sandbox().on(2, fault);
                ending.end(fixture, fixture.lister().list(pagesOf(10)));
                left.awaitRest();
                assertThat(fixture.sandbox().requestCount()).isEqualTo(2);
                assertThat(ids(fixture.lister().list(pagesOf(10)))).isEqualTo(ids(fixture.sandbox(), 0, 25));
                left.awaitRest();
            }
        }
    }

    /** Ends a walk whose first page arrives and whose second never does. */
    interface Ending {
        void end(ContractFixture fixture, CallListing listing) throws InterruptedException;
    }
}
