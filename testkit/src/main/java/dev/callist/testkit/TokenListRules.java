package dev.callist.testkit;

import static dev.callist.testkit.ContractSubject.failure;
import static dev.callist.testkit.ContractSubject.ids;
import static dev.callist.testkit.ContractSubject.pagesOf;
import static dev.callist.testkit.ContractSubject.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.ListingReport.EndReason;
import org.junit.jupiter.api.Test;

/** What a list must do besides whose pages are tied by tokens or links: empty pages, and places that come again. */
public interface TokenListRules extends ContractSubject {
    @Test
    default void crossesAnEmptyPage() {
        try (Trial trial = trial(12)) {
            trial.sandbox().emptyPageOn(2);
            assertThat(ids(trial.lister().list(pagesOf(5)))).isEqualTo(ids(trial.sandbox(), 0, 12));
        }
    }

    @Test
    default void refusesAPlaceThatComesAgain() {
        try (Trial trial = trial(25);
                CallIterator walk = trial.lister().list(pagesOf(5)).iterator()) {
            trial.sandbox().repeatPlaceOn(2);
            assertThat(take(walk, 10)).isEqualTo(ids(trial.sandbox(), 0, 10));
            assertThatThrownBy(walk::hasNext).isInstanceOfSatisfying(CallListException.class, e -> assertThat(e.kind())
                    .isEqualTo(Kind.PAGINATION_STALLED));
            assertThat(walk.report().endReason()).contains(EndReason.FAILED);
            assertThat(trial.sandbox().requestCount()).isEqualTo(2);
        }
    }

    @Test
    default void refusesAFirstPageThatLeadsToItself() {
        try (Trial trial = trial(25)) {
            trial.sandbox().repeatPlaceOn(1).repeatPlaceOn(2).repeatPlaceOn(3);
            assertThat(failure(trial.lister().list(pagesOf(5))).kind()).isEqualTo(Kind.PAGINATION_STALLED);
            assertThat(trial.sandbox().requestCount()).isLessThanOrEqualTo(3);
        }
    }
}
