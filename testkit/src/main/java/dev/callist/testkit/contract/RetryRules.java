package dev.callist.testkit.contract;

import static dev.callist.testkit.contract.ListerUnderTest.ids;
import static dev.callist.testkit.contract.ListerUnderTest.pagesOf;
import static dev.callist.testkit.contract.ListerUnderTest.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallQuery;
import dev.callist.ListingReport.Completeness;
import dev.callist.ListingReport.EndReason;
import dev.callist.testkit.Fault;
import dev.callist.testkit.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Retries: within a request, and of the same page after a failure. */
interface RetryRules extends ListerUnderTest {
    @Test
    default void recoversFromAPassingFault() {
        for (Fault fault :
                new Fault[] {Fault.status(503), Fault.cutInBody(), Fault.dropped(), Fault.body("", "text/plain")}) {
            try (ContractFixture fixture = fixture(12);
                    CallIterator walk = fixture.lister().list(pagesOf(5)).iterator()) {
                fixture.sandbox().on(2, fault);
                assertThat(take(walk, 12)).as("%s", fault).isEqualTo(ids(fixture.sandbox(), 0, 12));
                assertThat(walk.hasNext()).isFalse();
                assertThat(walk.report().retries()).isLessThanOrEqualTo(1);
                assertThat(walk.report().completeness()).isEqualTo(Completeness.COMPLETE);
            }
        }
    }

    @Test
    default void waitsAsLongAsTheServerAsks() {
        ManualTime time = ManualTime.startingAt(Instant.parse("2026-03-02T00:00:00Z"));
        try (ContractFixture fixture =
                fixture(5, ContractFixture.quick().time(time).random(() -> 0).build())) {
            fixture.sandbox().on(1, Fault.status(429).withHeader("Retry-After", "7"));
            assertThat(ids(fixture.lister().list(CallQuery.all()))).hasSize(5);
            assertThat(time.slept()).containsExactly(Duration.ofSeconds(7));
        }
    }

    @Test
    default void waitsAsLongAsTheServerAsksInAnySpelling() {
        for (String wait : List.of(
                "7", "7.0", "7s", "7 seconds", "PT7S", "2026-03-02T00:00:07Z", "Mon, 02 Mar 2026 00:00:07 GMT")) {
            for (int status : new int[] {429, 403, 503}) {
                ManualTime time = ManualTime.startingAt(Instant.parse("2026-03-02T00:00:00Z"));
                try (ContractFixture fixture = fixture(
                        5, ContractFixture.quick().time(time).random(() -> 0).build())) {
                    fixture.sandbox().on(1, Fault.status(status).withHeader("Retry-After", wait));
                    assertThat(ids(fixture.lister().list(CallQuery.all()))).hasSize(5);
                    assertThat(time.slept()).as(wait).containsExactly(Duration.ofSeconds(7));
                }
            }
        }
    }

    @Test
    default void retriesTheSamePageAfterAFailure() {
        try (ContractFixture fixture =
                        fixture(25, ContractFixture.quick().maxAttempts(1).build());
                CallIterator walk = fixture.lister().list(pagesOf(10)).iterator()) {
            fixture.sandbox().on(2, Fault.status(500)).on(3, Fault.status(500));
            assertThat(take(walk, 10)).isEqualTo(ids(fixture.sandbox(), 0, 10));
            for (int i = 0; i < 2; i++) {
                CallListException e = catchThrowableOfType(CallListException.class, walk::hasNext);
                assertThat(e.kind()).isEqualTo(Kind.SERVER_ERROR);
                assertThat(e.failure().page()).isEqualTo(2);
                assertThat(e.isRetryable()).isTrue();
                assertThat(e.failure().resumePoint()).contains(walk.resumePoint());
                assertThat(walk.report().endReason()).contains(EndReason.FAILED);
                assertThat(walk.report().completeness()).isEqualTo(Completeness.INCOMPLETE);
            }
            assertThat(take(walk, 15)).isEqualTo(ids(fixture.sandbox(), 10, 25));
            assertThat(walk.hasNext()).isFalse();
            assertThat(walk.report().completeness()).isEqualTo(Completeness.COMPLETE);
        }
    }

    @Test
    default void resumesWithAnotherListerAfterAFailure() {
        try (ContractFixture fixture =
                        fixture(25, ContractFixture.quick().maxAttempts(1).build());
                CallIterator walk = fixture.lister().list(pagesOf(10)).iterator()) {
            fixture.sandbox().on(3, Fault.status(502));
            List<String> before = new ArrayList<>();
            CallListException e = catchThrowableOfType(
                    CallListException.class, () -> walk.forEachRemaining(call -> before.add(call.id())));
            assertThat(before).hasSizeBetween(15, 20).isEqualTo(ids(fixture.sandbox(), 0, before.size()));
            assertThat(ids(fixture.lister()
                            .resume(pagesOf(10), e.failure().resumePoint().orElseThrow())))
                    .isEqualTo(ids(fixture.sandbox(), before.size(), 25));
        }
    }
}
