package dev.callist.testkit.contract;

import static dev.callist.testkit.contract.ListerUnderTest.failure;
import static dev.callist.testkit.contract.ListerUnderTest.ids;
import static dev.callist.testkit.contract.ListerUnderTest.pagesOf;
import static dev.callist.testkit.contract.ListerUnderTest.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.ListingReport.EndReason;
import dev.callist.ResumePoint;
import org.junit.jupiter.api.Test;

/**
 * What a list whose pages are linked by tokens or URLs must do in addition: cross empty pages, and detect repeated
 * cursors.
 */
public interface TokenListRules extends ListerUnderTest {
    @Test
    default void crossesAnEmptyPage() {
        try (ContractFixture fixture = fixture(12)) {
            fixture.sandbox().emptyPageOn(2);
            assertThat(ids(fixture.lister().list(pagesOf(5)))).isEqualTo(ids(fixture.sandbox(), 0, 12));
        }
    }

    @Test
    default void refusesACursorThatRepeats() {
        try (ContractFixture fixture = fixture(25);
                CallIterator walk = fixture.lister().list(pagesOf(5)).iterator()) {
            fixture.sandbox().repeatPlaceOn(2);
            assertThat(take(walk, 10)).isEqualTo(ids(fixture.sandbox(), 0, 10));
            assertThatThrownBy(walk::hasNext).isInstanceOfSatisfying(CallListException.class, e -> assertThat(e.kind())
                    .isEqualTo(Kind.PAGINATION_STALLED));
            assertThat(walk.report().endReason()).contains(EndReason.FAILED);
            assertThat(fixture.sandbox().requestCount()).isEqualTo(2);
        }
    }

    @Test
    default void refusesAFirstPageThatLeadsToItself() {
        try (ContractFixture fixture = fixture(25)) {
            fixture.sandbox().repeatPlaceOn(1).repeatPlaceOn(2).repeatPlaceOn(3);
            assertThat(failure(fixture.lister().list(pagesOf(5))).kind()).isEqualTo(Kind.PAGINATION_STALLED);
            assertThat(fixture.sandbox().requestCount()).isLessThanOrEqualTo(3);
        }
    }

    @Test
    default void givesUpAfterAHundredEmptyPages() {
        try (ContractFixture fixture = fixture(60)) {
            for (int request = 2; request < 200; request++) {
                fixture.sandbox().emptyPageOn(request);
            }
            assertThat(failure(fixture.lister().list(pagesOf(10))).kind()).isEqualTo(Kind.PAGINATION_STALLED);
            assertThat(fixture.sandbox().requestCount()).isEqualTo(101);
        }
    }

    @Test
    default void givesUpAfterAHundredEmptyPagesAfterAResume() {
        try (ContractFixture fixture = fixture(60)) {
            for (int request = 2; request < 200; request++) {
                fixture.sandbox().emptyPageOn(request);
            }
            ResumePoint point;
            try (CallIterator walk =
                    fixture.lister().list(pagesOf(10)).readAhead(0).iterator()) {
                take(walk, 5);
                point = walk.resumePoint();
            }
            assertThat(failure(fixture.lister().resume(pagesOf(10), point)).kind())
                    .isEqualTo(Kind.PAGINATION_STALLED);
            assertThat(fixture.sandbox().requestCount()).isEqualTo(101);
        }
    }
}
