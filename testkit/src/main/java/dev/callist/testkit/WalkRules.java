package dev.callist.testkit;

import static dev.callist.testkit.ContractSubject.ids;
import static dev.callist.testkit.ContractSubject.pagesOf;
import static dev.callist.testkit.ContractSubject.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callist.CallIterator;
import dev.callist.CallListing;
import dev.callist.CallQuery;
import dev.callist.ListingReport.Completeness;
import dev.callist.ListingReport.EndReason;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/** Order, ends, limits, laziness, independence. */
interface WalkRules extends ContractSubject {
    @Test
    default void handsOverEveryCallOnceNewestFirst() {
        try (Trial trial = trial(25);
                CallIterator walk = trial.lister().list(pagesOf(10)).iterator()) {
            assertThat(take(walk, 25)).isEqualTo(ids(trial.sandbox(), 0, 25));
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
        try (Trial trial = trial(20)) {
            assertThat(ids(trial.lister().list(pagesOf(10)))).isEqualTo(ids(trial.sandbox(), 0, 20));
        }
    }

    @Test
    default void endsAtOnceWhenThereAreNoCalls() {
        try (Trial trial = trial(0);
                CallIterator walk = trial.lister().list(CallQuery.all()).iterator()) {
            assertThat(walk.hasNext()).isFalse();
            assertThat(walk.hasNext()).isFalse();
            assertThatThrownBy(walk::next).isInstanceOf(NoSuchElementException.class);
            assertThat(trial.sandbox().requestCount()).isEqualTo(1);
            assertThat(walk.report().completeness()).isEqualTo(Completeness.COMPLETE);
        }
    }

    @Test
    default void asksAgainAndAgainWithoutMovingOn() {
        try (Trial trial = trial(3);
                CallIterator walk = trial.lister().list(pagesOf(2)).iterator()) {
            for (int i = 0; i < 3; i++) {
                assertThat(walk.hasNext()).isTrue();
                assertThat(walk.hasNext()).isTrue();
                assertThat(walk.next().id()).isEqualTo(trial.sandbox().id(i));
            }
            assertThat(walk.hasNext()).isFalse();
        }
    }

    @Test
    default void requestsNoPageBeyondTheLimit() {
        try (Trial trial = trial(50);
                CallIterator walk = trial.lister().list(pagesOf(10)).limit(25).iterator()) {
            assertThat(take(walk, 25)).isEqualTo(ids(trial.sandbox(), 0, 25));
            assertThat(walk.hasNext()).isFalse();
            assertThat(walk.report().endReason()).contains(EndReason.LIMIT);
            assertThat(walk.report().completeness()).isEqualTo(Completeness.COMPLETE);
            assertThat(trial.sandbox().requestCount()).isBetween(3, 4);
        }
    }

    @Test
    default void requestsNothingForALimitOfZero() {
        try (Trial trial = trial(5)) {
            assertThat(trial.lister().list(CallQuery.all()).limit(0)).isEmpty();
            assertThat(trial.sandbox().requestCount()).isZero();
        }
    }

    @Test
    default void requestsNothingBeforeACallIsAskedFor() {
        try (Trial trial = trial(5)) {
            CallListing listing = trial.lister().list(CallQuery.all());
            CallIterator walk = listing.iterator();
            listing.stream().close();
            walk.resumePoint();
            walk.report();
            assertThat(trial.sandbox().requestCount()).isZero();
            walk.close();
        }
    }

    @Test
    default void fetchesAPageOnlyWhenItIsNeededWithoutReadAhead() {
        try (Trial trial = trial(30);
                CallIterator walk =
                        trial.lister().list(pagesOf(10)).readAhead(0).iterator()) {
            take(walk, 10);
            assertThat(trial.sandbox().requestCount()).isEqualTo(1);
            take(walk, 1);
            assertThat(trial.sandbox().requestCount()).isEqualTo(2);
        }
    }

    @Test
    default void walksTwoIteratorsOfOneListingIndependently() {
        try (Trial trial = trial(12)) {
            CallListing listing = trial.lister().list(pagesOf(5));
            CallIterator one = listing.iterator();
            CallIterator other = listing.iterator();
            assertThat(take(one, 7)).isEqualTo(ids(trial.sandbox(), 0, 7));
            assertThat(take(other, 12)).isEqualTo(ids(trial.sandbox(), 0, 12));
            assertThat(take(one, 5)).isEqualTo(ids(trial.sandbox(), 7, 12));
            assertThat(other.hasNext()).isFalse();
        }
    }

    @Test
    default void streamsTheSameCalls() {
        try (Trial trial = trial(12)) {
            assertThat(trial.lister().list(pagesOf(5)).stream().map(call -> call.id()))
                    .isEqualTo(ids(trial.sandbox(), 0, 12));
        }
    }

    @Test
    default void losesNothingWhateverOurOwnClockSays() {
        for (String clock : List.of(
                "1970-01-01T00:00:00Z", "2026-03-01T11:00:00Z", "2026-03-01T13:00:00Z", "2999-12-31T23:59:59Z")) {
            ManualTime time = ManualTime.startingAt(Instant.parse(clock));
            try (Trial trial = trial(25, Trial.quick().time(time).build())) {
                assertThat(ids(trial.lister().list(pagesOf(10)))).as(clock).isEqualTo(ids(trial.sandbox(), 0, 25));
            }
        }
    }

    @Test
    default void asksForNoMoreThanAPageHolds() {
        try (Trial trial = trial(25)) {
            assertThat(ids(trial.lister().list(pagesOf(Integer.MAX_VALUE)))).isEqualTo(ids(trial.sandbox(), 0, 25));
        }
    }
}
