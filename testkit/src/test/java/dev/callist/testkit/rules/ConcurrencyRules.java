package dev.callist.testkit.rules;

import static dev.callist.testkit.contract.ListerUnderTest.ids;
import static dev.callist.testkit.contract.ListerUnderTest.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallListing;
import dev.callist.CallQuery;
import dev.callist.ListingReport.Completeness;
import dev.callist.ListingReport.EndReason;
import dev.callist.ResumePoint;
import dev.callist.testkit.Fault;
import dev.callist.testkit.ManualTime;
import dev.callist.testkit.contract.ContractFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/** Concurrent requests: the same calls in the same order, no unnecessary pages, and the same ends. */
public interface ConcurrencyRules extends ProviderUnderTest {
    @Test
    default void plansSeveralRequestsAtOnce() {
        try (ContractFixture fixture = fixture(1)) {
            assertThat(fixture.lister().plan(splittable(5)).concurrency() > 1).isEqualTo(canBeSplit());
        }
    }

    @Test
    default void returnsTheSameCallsInTheSameOrderAtAnyConcurrency() {
        try (ContractFixture fixture = fixture(260)) {
            for (int size : new int[] {3, 10, 40}) {
                CallListing listing = fixture.lister().list(splittable(size));
                List<String> expected = ids(listing);
                for (int requests : new int[] {2, 3, 8, 100}) {
                    try (CallIterator walk = listing.concurrency(requests).iterator()) {
                        assertThat(take(walk, expected.size()))
                                .as("%d at once, pages of %d", requests, size)
                                .isEqualTo(expected);
                        assertThat(walk.hasNext()).isFalse();
                        assertThat(walk.report().completeness()).isEqualTo(Completeness.COMPLETE);
                        assertThat(walk.report().ordered()).isTrue();
                        assertThat(walk.resumePoint().isEnd()).isTrue();
                    }
                }
            }
        }
    }

    @Test
    default void runsAsManyRequestsAsAllowedAndNoMore() {
        RequestGate gate = new RequestGate(canBeSplit() ? 4 : 1);
        OkHttpClient http = new OkHttpClient.Builder().addInterceptor(gate).build();
        try (ContractFixture fixture =
                fixture(200, ContractFixture.quick().httpClient(http).build())) {
            CallListing listing = fixture.lister().list(splittable(10));
            assertThat(ids(listing.concurrency(4))).isEqualTo(ids(listing));
            assertThat(gate.mostAtOnce()).isEqualTo(canBeSplit() ? 4 : 1);
        }
    }

    @Test
    default void requestsNoConcurrentPageBeyondTheLimit() {
        try (ContractFixture fixture = fixture(800);
                CallIterator walk = fixture.lister()
                        .list(splittable(100))
                        .concurrency(8)
                        .limit(250)
                        .iterator()) {
            List<String> taken = take(walk, 250);
            assertThat(walk.hasNext()).isFalse();
            assertThat(walk.report().endReason()).contains(EndReason.LIMIT);
            assertThat(walk.report().completeness()).isEqualTo(Completeness.COMPLETE);
            assertThat(fixture.sandbox().requestCount()).isBetween(3, 6);
            assertThat(taken)
                    .isEqualTo(ids(fixture.lister().list(splittable(100)).limit(250)));
        }
    }

    @Test
    default void resumesAfterAnyCallOfAConcurrentWalk() {
        try (ContractFixture fixture = fixture(60)) {
            CallQuery query = splittable(5);
            List<String> expected = ids(fixture.lister().list(query));
            try (CallIterator walk = fixture.lister().list(query).concurrency(3).iterator()) {
                for (int handedOver = 0; handedOver <= expected.size(); handedOver++) {
                    ResumePoint place = ResumePoint.parse(walk.resumePoint().toString());
                    CallListing rest = fixture.lister().resume(query, place).concurrency(handedOver % 2 == 0 ? 1 : 4);
                    assertThat(ids(rest))
                            .as("after %d", handedOver)
                            .isEqualTo(expected.subList(handedOver, expected.size()));
                    if (walk.hasNext()) {
                        walk.next();
                    }
                }
            }
        }
    }

    /** A request that was sent over the connection of the failing one meanwhile fails with it. */
    @Test
    default void reportsAFailureInItsTurnAndContinuesAfterIt() {
        try (ContractFixture fixture =
                fixture(120, ContractFixture.quick().maxAttempts(1).build())) {
            CallQuery query = splittable(10);
            List<String> expected = ids(fixture.lister().list(query));
            for (int failing = 1; failing <= 10; failing++) {
                fixture.sandbox().on(fixture.sandbox().requestCount() + failing, Fault.status(500));
                List<String> handedOver = new ArrayList<>();
                try (CallIterator walk =
                        fixture.lister().list(query).concurrency(4).iterator()) {
                    while (handedOver.size() < expected.size()) {
                        CallListException e = catchThrowableOfType(
                                CallListException.class,
                                () -> walk.forEachRemaining(call -> handedOver.add(call.id())));
                        assertThat(e == null || e.kind() == Kind.SERVER_ERROR || e.kind() == Kind.NETWORK)
                                .as("%s", e)
                                .isTrue();
                    }
                    assertThat(walk.hasNext()).isFalse();
                    assertThat(walk.report().completeness()).isEqualTo(Completeness.COMPLETE);
                }
                assertThat(handedOver).as("request %d failed", failing).isEqualTo(expected);
            }
        }
    }

    @Test
    default void appliesTheRateLimitToAllRequestsTogether() {
        ManualTime time = ManualTime.startingAt(Instant.parse("2026-03-02T00:00:00Z"));
        try (ContractFixture fixture = fixture(
                100, ContractFixture.quick().time(time).requestsPerSecond(2).build())) {
            fixture.lister().list(splittable(10)).concurrency(8).forEach(call -> {});
            Duration least =
                    Duration.ofMillis(500).multipliedBy(fixture.sandbox().requestCount() - 1);
            assertThat(Duration.ofNanos(time.nanoTime())).isGreaterThanOrEqualTo(least);
        }
    }
}
