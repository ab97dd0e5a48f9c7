package dev.callist.testkit.rules;

import static dev.callist.testkit.contract.ListerUnderTest.ids;
import static dev.callist.testkit.contract.ListerUnderTest.pagesOf;
import static dev.callist.testkit.contract.ListerUnderTest.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallListing;
import dev.callist.ListingReport.Completeness;
import dev.callist.ResumePoint;
import dev.callist.testkit.Fault;
import dev.callist.testkit.ShiftingSandbox;
import dev.callist.testkit.contract.ContractFixture;
import dev.callist.testkit.contract.ListerUnderTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A cursor that the server no longer accepts: the walk continues by time where the server selects by time. */
public interface ExpiryRules extends ProviderUnderTest {
    @Test
    default void continuesByTimeWhenACursorHasExpired() {
        for (int status : new int[] {400, 404, 410, 422}) {
            for (int requests : new int[] {1, 4}) {
                try (ContractFixture fixture = fixture(60)) {
                    fixture.sandbox().on(3, Fault.status(status));
                    CallListing listing = fixture.lister().list(pagesOf(10)).concurrency(requests);
                    if (findsPlacesByTime(fixture.lister())) {
                        assertThat(ids(listing)).as("%d", status).isEqualTo(ids(fixture.sandbox(), 0, 60));
                    } else {
                        CallListException failure = ListerUnderTest.failure(listing);
                        assertThat(failure.kind()).isEqualTo(Kind.CURSOR_EXPIRED);
                        assertThat(failure.failure().resumePoint()).isPresent();
                    }
                }
            }
        }
    }

    @Test
    default void resumesByTimeWhenTheCursorHasExpired() {
        for (int handedOver : new int[] {9, 10, 11, 15, 20, 25}) {
            try (ContractFixture fixture = fixture(30)) {
                ResumePoint place = placeAfter(fixture, handedOver);
                fixture.sandbox().on(fixture.sandbox().requestCount() + 1, Fault.status(400));
                try (CallIterator walk =
                        fixture.lister().resume(pagesOf(10), place).iterator()) {
                    boolean readsTheFirstPageAgain = handedOver < 10 && !(fixture.sandbox() instanceof ShiftingSandbox);
                    if (readsTheFirstPageAgain) {
                        assertThat(catchThrowableOfType(CallListException.class, walk::hasNext)
                                        .kind())
                                .isEqualTo(Kind.INVALID_REQUEST);
                    } else if (findsPlacesByTime(fixture.lister())) {
                        assertThat(take(walk, 30 - handedOver)).isEqualTo(ids(fixture.sandbox(), handedOver, 30));
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
    default void givesUpWhenEveryCursorIsRefused() {
        try (ContractFixture fixture = fixture(30)) {
            ids(fixture.lister().list(pagesOf(10)).limit(10));
            fixture.sandbox().always(Fault.status(410));
            fixture.sandbox().on(fixture.sandbox().requestCount() + 1, Fault.delayed(Duration.ZERO));
            CallListException failure = ListerUnderTest.failure(fixture.lister().list(pagesOf(10)));
            assertThat(failure.kind()).isIn(Kind.CURSOR_EXPIRED, Kind.INVALID_REQUEST);
            assertThat(failure.failure().resumePoint()).isPresent();
        }
    }

    private static ResumePoint placeAfter(ContractFixture fixture, int handedOver) {
        try (CallIterator walk = fixture.lister().list(pagesOf(10)).readAhead(0).iterator()) {
            take(walk, handedOver);
            return walk.resumePoint();
        }
    }
}
