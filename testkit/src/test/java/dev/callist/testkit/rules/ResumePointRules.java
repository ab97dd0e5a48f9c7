package dev.callist.testkit.rules;

import static dev.callist.testkit.contract.ListerUnderTest.ids;
import static dev.callist.testkit.contract.ListerUnderTest.pagesOf;
import static dev.callist.testkit.contract.ListerUnderTest.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.ResumePoint;
import dev.callist.testkit.contract.ContractFixture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Resuming, in another process, right after any call. */
public interface ResumePointRules extends ProviderUnderTest {
    @Test
    default void limitsAResumedWalkAnew() {
        try (ContractFixture fixture = fixture(23)) {
            ResumePoint point = ResumePoint.parse(pointAfter(fixture, 9));
            assertThat(ids(fixture.lister().resume(pagesOf(10), point).limit(4)))
                    .isEqualTo(ids(fixture.sandbox(), 9, 13));
        }
    }

    @Test
    default void refusesTheResumePointOfAnotherServer() {
        try (ContractFixture here = fixture(23);
                ContractFixture there = fixture(23)) {
            ResumePoint point = ResumePoint.parse(pointAfter(here, 3));
            refuses(() -> there.lister().resume(pagesOf(10), point));
            assertThat(there.sandbox().requestCount()).isZero();
        }
    }

    @Test
    default void refusesAResumePointThatWasCutOrChanged() {
        try (ContractFixture fixture = fixture(23)) {
            String printed = pointAfter(fixture, 3);
            refuses(() -> ResumePoint.parse(printed.substring(0, printed.length() - 1)));
            refuses(() -> ResumePoint.parse(""));
            for (int i = 0; i < printed.length(); i++) {
                char other = printed.charAt(i) == 'A' ? 'B' : 'A';
                String changed = printed.substring(0, i) + other + printed.substring(i + 1);
                refuses(() -> ResumePoint.parse(changed));
            }
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
