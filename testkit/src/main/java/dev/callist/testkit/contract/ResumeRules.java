package dev.callist.testkit.contract;

import static dev.callist.testkit.contract.ListerUnderTest.ids;
import static dev.callist.testkit.contract.ListerUnderTest.pagesOf;
import static dev.callist.testkit.contract.ListerUnderTest.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callist.CallDirection;
import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallQuery;
import dev.callist.ResumePoint;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Resuming, in another process, right after any call. */
public interface ResumeRules extends ListerUnderTest {
    @Test
    default void resumesAfterAnyCall() {
        try (ContractFixture fixture = fixture(23)) {
            for (int handedOver = 0; handedOver <= 23; handedOver++) {
                String printed = pointAfter(fixture, handedOver);
                assertThat(ids(fixture.lister().resume(pagesOf(10), ResumePoint.parse(printed))))
                        .as("after %d calls", handedOver)
                        .isEqualTo(ids(fixture.sandbox(), handedOver, 23));
            }
        }
    }

    @Test
    default void resumesAResumedWalk() {
        try (ContractFixture fixture = fixture(23)) {
            CallIterator second = fixture.lister()
                    .resume(pagesOf(10), ResumePoint.parse(pointAfter(fixture, 7)))
                    .iterator();
            assertThat(second.resumePoint()).hasToString(pointAfter(fixture, 7));
            take(second, 1);
            assertThat(ids(fixture.lister().resume(pagesOf(10), second.resumePoint())))
                    .isEqualTo(ids(fixture.sandbox(), 8, 23));
        }
    }

    @Test
    default void requestsNothingWhenNothingRemains() {
        try (ContractFixture fixture = fixture(5)) {
            CallIterator walk = fixture.lister().list(pagesOf(2)).iterator();
            take(walk, 5);
            assertThat(walk.hasNext()).isFalse();
            int requests = fixture.sandbox().requestCount();
            assertThat(fixture.lister().resume(pagesOf(2), walk.resumePoint())).isEmpty();
            assertThat(fixture.sandbox().requestCount()).isEqualTo(requests);
        }
    }

    @Test
    default void refusesTheResumePointOfAnotherQuery() {
        try (ContractFixture fixture = fixture(23)) {
            ResumePoint point = ResumePoint.parse(pointAfter(fixture, 3));
            int requests = fixture.sandbox().requestCount();
            CallQuery other =
                    CallQuery.builder().direction(CallDirection.INBOUND).build();
            refuses(() -> fixture.lister().resume(other, point));
            assertThat(fixture.sandbox().requestCount()).isEqualTo(requests);
        }
    }

    private static void refuses(ThrowingCallable attempt) {
        assertThatThrownBy(attempt).isInstanceOfSatisfying(CallListException.class, e -> assertThat(e.kind())
                .isEqualTo(Kind.INVALID_RESUME_POINT));
    }

    private static String pointAfter(ContractFixture fixture, int calls) {
        CallIterator walk = fixture.lister().list(pagesOf(10)).readAhead(0).iterator();
        take(walk, calls);
        return walk.resumePoint().toString();
    }
}
