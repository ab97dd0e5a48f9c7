package dev.callist.testkit;

import static dev.callist.testkit.ContractSubject.failure;
import static dev.callist.testkit.ContractSubject.ids;
import static dev.callist.testkit.ContractSubject.pagesOf;
import static dev.callist.testkit.ContractSubject.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.ListingReport.EndReason;
import java.util.ArrayList;
import java.util.List;
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

    @Test
    default void refusesAPlaceThatComesAgainLater() {
        List<JsonNode> places = new ArrayList<>();
        try (Trial trial = trial(60);
                CallIterator walk =
                        trial.lister().list(pagesOf(10)).readAhead(0).iterator()) {
            trial.sandbox()
                    .on(1, Fault.edited(page -> places.add(page.next())))
                    .on(4, Fault.edited(page -> page.next(places.get(0).toString())));
            assertThat(take(walk, 40)).isEqualTo(ids(trial.sandbox(), 0, 40));
            assertThat(catchThrowableOfType(CallListException.class, walk::hasNext)
                            .kind())
                    .isEqualTo(Kind.PAGINATION_STALLED);
            assertThat(trial.sandbox().requestCount()).isEqualTo(4);
        }
    }

    @Test
    default void givesUpAfterAHundredEmptyPages() {
        try (Trial trial = trial(60)) {
            for (int request = 2; request < 200; request++) {
                trial.sandbox().emptyPageOn(request);
            }
            assertThat(failure(trial.lister().list(pagesOf(10))).kind()).isEqualTo(Kind.PAGINATION_STALLED);
            assertThat(trial.sandbox().requestCount()).isEqualTo(101);
        }
    }

    @Test
    default void endsWhereNoPlaceFollows() {
        for (String next : List.of("", "null", "''", "' '")) {
            try (Trial trial = trial(25)) {
                trial.sandbox().on(2, Fault.edited(page -> page.next(next)));
                assertThat(ids(trial.lister().list(pagesOf(10)))).as("%s", next).isEqualTo(ids(trial.sandbox(), 0, 20));
            }
        }
    }

    @Test
    default void refusesAPlaceThatIsNoText() {
        for (String next : List.of("7", "true", "false", "{}", "{'a':1}", "[]", "['a']")) {
            try (Trial trial = trial(25);
                    CallIterator walk = trial.lister().list(pagesOf(10)).iterator()) {
                trial.sandbox().on(2, Fault.edited(page -> page.next(next)));
                assertThat(take(walk, 10)).isEqualTo(ids(trial.sandbox(), 0, 10));
                assertThat(catchThrowableOfType(CallListException.class, walk::hasNext)
                                .kind())
                        .as("%s", next)
                        .isEqualTo(Kind.BAD_RESPONSE);
                assertThat(take(walk, 15)).isEqualTo(ids(trial.sandbox(), 10, 25));
            }
        }
    }

    @Test
    default void doesNotTakeTheWordNullForTheEnd() {
        try (Trial trial = trial(25)) {
            trial.sandbox().on(1, Fault.edited(page -> page.next("'null'")));
            List<String> listed = new ArrayList<>();
            Throwable met =
                    catchThrowable(() -> trial.lister().list(pagesOf(10)).forEach(call -> listed.add(call.id())));
            assertThat(met != null || listed.size() == 25).as("%s", listed).isTrue();
        }
    }
}
