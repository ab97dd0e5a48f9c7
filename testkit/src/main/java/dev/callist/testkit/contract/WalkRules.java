package dev.callist.testkit.contract;

import static dev.callist.testkit.contract.ListerUnderTest.ids;
import static dev.callist.testkit.contract.ListerUnderTest.pagesOf;
import static dev.callist.testkit.contract.ListerUnderTest.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callist.CallIterator;
import dev.callist.CallListing;
import dev.callist.CallQuery;
import dev.callist.ListingReport.Completeness;
import dev.callist.ListingReport.EndReason;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/** The order, ends, limits, laziness and independence of walks. */
public interface WalkRules extends ListerUnderTest {
    @Test
    default void handsOverEveryCallOnceNewestFirst() {
        try (ContractFixture fixture = fixture(25);
                CallIterator walk = fixture.lister().list(pagesOf(10)).iterator()) {
            assertThat(take(walk, 25)).isEqualTo(ids(fixture.sandbox(), 0, 25));
            assertThat(walk.hasNext()).isFalse();
            assertThat(walk.report().calls()).isEqualTo(25);
            assertThat(walk.report().ordered()).isTrue();
            assertThat(walk.report().endReason()).contains(EndReason.END_OF_LIST);
            assertThat(walk.report().completeness()).isEqualTo(Completeness.COMPLETE);
            assertThat(walk.resumePoint().isEnd()).isTrue();
        }
    }

    @Test
    default void endsAfterAFullLastPage() {
        try (ContractFixture fixture = fixture(20)) {
            assertThat(ids(fixture.lister().list(pagesOf(10)))).isEqualTo(ids(fixture.sandbox(), 0, 20));
        }
    }

    @Test
    default void endsAtOnceWhenThereAreNoCalls() {
        try (ContractFixture fixture = fixture(0);
                CallIterator walk = fixture.lister().list(CallQuery.all()).iterator()) {
            assertThat(walk.hasNext()).isFalse();
            assertThat(walk.hasNext()).isFalse();
            assertThatThrownBy(walk::next).isInstanceOf(NoSuchElementException.class);
            assertThat(fixture.sandbox().requestCount()).isEqualTo(1);
            assertThat(walk.report().completeness()).isEqualTo(Completeness.COMPLETE);
        }
    }

    @Test
    default void returnsTheSameAnswerFromRepeatedHasNext() {
        try (ContractFixture fixture = fixture(3);
                CallIterator walk = fixture.lister().list(pagesOf(2)).iterator()) {
            for (int i = 0; i < 3; i++) {
                assertThat(walk.hasNext()).isTrue();
                assertThat(walk.hasNext()).isTrue();
                assertThat(walk.next().id()).isEqualTo(fixture.sandbox().id(i));
            }
            assertThat(walk.hasNext()).isFalse();
        }
    }

    @Test
    default void requestsNoPageBeyondTheLimit() {
        try (ContractFixture fixture = fixture(50);
                CallIterator walk = fixture.lister().list(pagesOf(10)).limit(25).iterator()) {
            assertThat(take(walk, 25)).isEqualTo(ids(fixture.sandbox(), 0, 25));
            assertThat(walk.hasNext()).isFalse();
            assertThat(walk.report().endReason()).contains(EndReason.LIMIT);
            assertThat(walk.report().completeness()).isEqualTo(Completeness.COMPLETE);
            assertThat(fixture.sandbox().requestCount()).isBetween(3, 4);
        }
    }

    @Test
    default void requestsNothingForALimitOfZero() {
        try (ContractFixture fixture = fixture(5)) {
            assertThat(fixture.lister().list(CallQuery.all()).limit(0)).isEmpty();
            assertThat(fixture.sandbox().requestCount()).isZero();
        }
    }

    @Test
    default void requestsNothingBeforeACallIsAskedFor() {
        try (ContractFixture fixture = fixture(5)) {
            CallListing listing = fixture.lister().list(CallQuery.all());
            CallIterator walk = listing.iterator();
            listing.stream().close();
            walk.resumePoint();
            walk.report();
            assertThat(fixture.sandbox().requestCount()).isZero();
            walk.close();
        }
    }

    @Test
    default void fetchesAPageOnlyWhenItIsNeededWithoutReadAhead() {
        try (ContractFixture fixture = fixture(30);
                CallIterator walk =
                        fixture.lister().list(pagesOf(10)).readAhead(0).iterator()) {
            take(walk, 10);
            assertThat(fixture.sandbox().requestCount()).isEqualTo(1);
            take(walk, 1);
            assertThat(fixture.sandbox().requestCount()).isEqualTo(2);
        }
    }

    @Test
    default void walksTwoIteratorsOfOneListingIndependently() {
        try (ContractFixture fixture = fixture(12)) {
            CallListing listing = fixture.lister().list(pagesOf(5));
            try (CallIterator one = listing.iterator();
                    CallIterator other = listing.iterator()) {
                assertThat(take(one, 7)).isEqualTo(ids(fixture.sandbox(), 0, 7));
                assertThat(take(other, 12)).isEqualTo(ids(fixture.sandbox(), 0, 12));
                assertThat(take(one, 5)).isEqualTo(ids(fixture.sandbox(), 7, 12));
                assertThat(other.hasNext()).isFalse();
            }
        }
    }
}
