package dev.callist.testkit;

import static dev.callist.testkit.ContractSubject.ids;
import static dev.callist.testkit.ContractSubject.pagesOf;
import static dev.callist.testkit.ContractSubject.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallListing;
import dev.callist.ListingReport.Completeness;
import dev.callist.ResumePoint;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A place in the list that the server no longer takes: found again by its time where the server selects by time. */
interface ExpiryRules extends ContractSubject {
    @Test
    default void goesOnByTimeWhereItCanWhenAPlaceIsNoLongerTaken() {
        for (int status : new int[] {400, 404, 410, 422}) {
            for (int requests : new int[] {1, 4}) {
                try (Trial trial = trial(60)) {
                    trial.sandbox().on(3, Fault.status(status));
                    CallListing listing = trial.lister().list(pagesOf(10)).concurrency(requests);
                    if (findsPlacesByTime(trial.lister())) {
                        assertThat(ids(listing)).as("%d", status).isEqualTo(ids(trial.sandbox(), 0, 60));
                    } else {
                        CallListException met = ContractSubject.failure(listing);
                        assertThat(met.kind()).isEqualTo(Kind.CURSOR_EXPIRED);
                        assertThat(met.failure().resumePoint()).isPresent();
                    }
                }
            }
        }
    }

    @Test
    default void resumesByTimeWhereItCanWhenThePlaceIsNoLongerTaken() {
        for (int handed : new int[] {9, 10, 11, 15, 20, 25}) {
            try (Trial trial = trial(30)) {
                ResumePoint place = placeAfter(trial, handed);
                trial.sandbox().on(trial.sandbox().requestCount() + 1, Fault.status(400));
                try (CallIterator walk =
                        trial.lister().resume(pagesOf(10), place).iterator()) {
                    if (handed < 10) {
                        assertThat(catchThrowableOfType(CallListException.class, walk::hasNext)
                                        .kind())
                                .isEqualTo(Kind.INVALID_REQUEST);
                    } else if (findsPlacesByTime(trial.lister())) {
                        assertThat(take(walk, 30 - handed)).isEqualTo(ids(trial.sandbox(), handed, 30));
                        assertThat(walk.hasNext()).isFalse();
                        assertThat(walk.report().completeness()).isEqualTo(Completeness.COMPLETE);
                    } else {
                        assertThat(catchThrowableOfType(CallListException.class, walk::hasNext)
                                        .kind())
                                .isEqualTo(Kind.CURSOR_EXPIRED);
                        assertThat(walk.resumePoint()).isEqualTo(place);
                    }
                }
            }
        }
    }

    @Test
    default void givesUpInTheEndWhenNoPlaceIsEverTaken() {
        try (Trial trial = trial(30)) {
            ids(trial.lister().list(pagesOf(10)).limit(10));
            trial.sandbox().always(Fault.status(410));
            trial.sandbox().on(trial.sandbox().requestCount() + 1, Fault.delayed(Duration.ZERO));
            CallListException met = ContractSubject.failure(trial.lister().list(pagesOf(10)));
            assertThat(met.kind()).isIn(Kind.CURSOR_EXPIRED, Kind.INVALID_REQUEST);
            assertThat(met.failure().resumePoint()).isPresent();
        }
    }

    private static ResumePoint placeAfter(Trial trial, int handed) {
        try (CallIterator walk = trial.lister().list(pagesOf(10)).readAhead(0).iterator()) {
            take(walk, handed);
            return walk.resumePoint();
        }
    }
}
