package dev.callist.testkit.contract;

import static dev.callist.testkit.contract.ListerUnderTest.assertResumePointRefused;
import static dev.callist.testkit.contract.ListerUnderTest.ids;
import static dev.callist.testkit.contract.ListerUnderTest.pagesOf;
import static dev.callist.testkit.contract.ListerUnderTest.resumePointAfter;
import static dev.callist.testkit.contract.ListerUnderTest.take;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallDirection;
import dev.callist.CallIterator;
import dev.callist.CallQuery;
import dev.callist.ResumePoint;
import org.junit.jupiter.api.Test;

/** Resuming, in another process, right after any call. */
public interface ResumeRules extends ListerUnderTest {
    @Test
    default void resumesAfterAnyCall() {
        try (ContractFixture fixture = fixture(23)) {
            for (int handedOver = 0; handedOver <= 23; handedOver++) {
                String printed = resumePointAfter(fixture.lister(), handedOver);
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
                    .resume(pagesOf(10), ResumePoint.parse(resumePointAfter(fixture.lister(), 7)))
                    .iterator();
            assertThat(second.resumePoint()).hasToString(resumePointAfter(fixture.lister(), 7));
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
            ResumePoint point = ResumePoint.parse(resumePointAfter(fixture.lister(), 3));
            int requests = fixture.sandbox().requestCount();
            CallQuery other =
                    CallQuery.builder().direction(CallDirection.INBOUND).build();
            assertResumePointRefused(() -> fixture.lister().resume(other, point));
            assertThat(fixture.sandbox().requestCount()).isEqualTo(requests);
        }
    }
}
