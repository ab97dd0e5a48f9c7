package dev.callist.testkit.rules;

import dev.callist.CallLister;
import dev.callist.CallQuery;
import dev.callist.QueryFilter;
import dev.callist.testkit.ManualTime;
import dev.callist.testkit.contract.ListerUnderTest;
import java.time.Duration;
import java.time.Instant;

/** What our own rules need to know about a provider, in addition to the published contract. */
public interface ProviderUnderTest extends ListerUnderTest {
    /** How long a response may take before a test's client gives up. */
    Duration SHORT = Duration.ofMillis(80);

    /** A query for a list that can be requested in several pages at once. */
    default CallQuery splittable(int pageSize) {
        return ListerUnderTest.pagesOf(pageSize);
    }

    /** Whether several pages of {@link #splittable} can be requested at once. */
    default boolean canBeSplit() {
        return true;
    }

    /** Whether the walk continues by time when the server no longer accepts a cursor. */
    default boolean findsPlacesByTime(CallLister lister) {
        CallQuery window = CallQuery.builder().createdBefore(Instant.EPOCH).build();
        return lister.plan(window).pushedFilters().contains(QueryFilter.CREATED_BEFORE);
    }

    /** A clock that moves only when a wait advances it. */
    static ManualTime stoppedTime() {
        return ManualTime.startingAt(Instant.parse("2026-03-02T00:00:00Z"));
    }
}
