package dev.callist.testkit.rules;

import static dev.callist.testkit.contract.ListerUnderTest.assertResumePointRefused;
import static dev.callist.testkit.contract.ListerUnderTest.ids;
import static dev.callist.testkit.contract.ListerUnderTest.pagesOf;
import static dev.callist.testkit.contract.ListerUnderTest.resumePointAfter;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.ResumePoint;
import dev.callist.testkit.contract.ContractFixture;
import org.junit.jupiter.api.Test;

/** Resuming, in another process, right after any call. */
public interface ResumePointRules extends ProviderUnderTest {
    @Test
    default void limitsAResumedWalkAnew() {
        try (ContractFixture fixture = fixture(23)) {
            ResumePoint point = ResumePoint.parse(resumePointAfter(fixture.lister(), 9));
            assertThat(ids(fixture.lister().resume(pagesOf(10), point).limit(4)))
                    .isEqualTo(ids(fixture.sandbox(), 9, 13));
        }
    }

    @Test
    default void refusesTheResumePointOfAnotherServer() {
        try (ContractFixture here = fixture(23);
                ContractFixture there = fixture(23)) {
            ResumePoint point = ResumePoint.parse(resumePointAfter(here.lister(), 3));
            assertResumePointRefused(() -> there.lister().resume(pagesOf(10), point));
            assertThat(there.sandbox().requestCount()).isZero();
        }
    }

    @Test
    default void refusesAResumePointThatWasCutOrChanged() {
        try (ContractFixture fixture = fixture(23)) {
            String printed = resumePointAfter(fixture.lister(), 3);
            assertResumePointRefused(() -> ResumePoint.parse(printed.substring(0, printed.length() - 1)));
            assertResumePointRefused(() -> ResumePoint.parse(""));
            for (int i = 0; i < printed.length(); i++) {
                char other = printed.charAt(i) == 'A' ? 'B' : 'A';
                String changed = printed.substring(0, i) + other + printed.substring(i + 1);
                assertResumePointRefused(() -> ResumePoint.parse(changed));
            }
        }
    }
}
