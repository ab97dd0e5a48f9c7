package dev.callist.sync.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallStatus;
import dev.callist.sync.CallStore;
import dev.callist.sync.SourceSession;
import dev.callist.sync.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which calls may still change. */
interface OpenCallRules extends StoreFixture {
    @Test
    default void namesTheOldestCallThatHasNotEnded() {
        try (CallStore store = open();
                SourceSession session = StoreFixture.session(store, SOURCE)) {
            session.write(
                    List.of(
                            StoreFixture.row(StoreFixture.call("ringing", 1).status(CallStatus.RINGING)),
                            StoreFixture.row(StoreFixture.call("unclear", 2).status(CallStatus.UNKNOWN)),
                            StoreFixture.row(StoreFixture.call("ended", 3)
                                    .status(CallStatus.UNKNOWN)
                                    .endedAt(NOON)),
                            StoreFixture.row("completed", 4)),
                    NOON,
                    STATE);
            assertThat(session.oldestOpen(Instant.EPOCH)).contains(hoursAgo(2));
            assertThat(session.oldestOpen(hoursAgo(2))).contains(hoursAgo(2));
            assertThat(session.oldestOpen(hoursAgo(2).plusNanos(1))).contains(hoursAgo(1));
            assertThat(session.oldestOpen(NOON)).isEmpty();
        }
    }

    @Test
    default void waitsForAPriceWhereOtherCallsHaveOne() {
        try (CallStore store = open();
                SourceSession session = StoreFixture.session(store, SOURCE)) {
            session.write(List.of(StoreFixture.row("unpriced", 2)), NOON, STATE);
            assertThat(session.oldestOpen(Instant.EPOCH)).isEmpty();
            session.write(
                    List.of(StoreFixture.row(StoreFixture.call("priced", 3).price(StoreFixture.price("0")))),
                    NOON,
                    STATE);
            assertThat(session.oldestOpen(Instant.EPOCH)).contains(hoursAgo(2));
        }
        try (CallStore again = open();
                SourceSession session = StoreFixture.session(again, SOURCE)) {
            assertThat(session.oldestOpen(Instant.EPOCH)).contains(hoursAgo(2));
        }
    }

    @Test
    default void doesNotWaitForMissingCallsAndThoseOfOtherSources() {
        try (CallStore store = open();
                SourceSession session = StoreFixture.session(store, SOURCE)) {
            StoreFixture.write(
                    store,
                    OTHER,
                    NOON,
                    StoreFixture.row(StoreFixture.call("other", 5).status(CallStatus.QUEUED)));
            session.write(
                    List.of(StoreFixture.row(StoreFixture.call("gone", 1).status(CallStatus.QUEUED))), NOON, STATE);
            session.beginListing();
            session.markMissing(TimeRange.ALL, NOON.plusSeconds(1), STATE);
            assertThat(session.oldestOpen(Instant.EPOCH)).isEmpty();
        }
    }

    @Test
    default void namesTheEarliestCallOfASource() {
        try (CallStore store = open();
                SourceSession session = StoreFixture.session(store, SOURCE)) {
            StoreFixture.write(store, OTHER, NOON, StoreFixture.row("other", 9));
            session.write(
                    List.of(StoreFixture.row(StoreFixture.call("undated", 1).createdAt(Optional.empty()))),
                    NOON,
                    STATE);
            assertThat(session.earliest()).isEmpty();
            session.write(StoreFixture.many(3), NOON, STATE);
            assertThat(session.earliest()).contains(hoursAgo(3));
        }
    }

    private static Instant hoursAgo(int hours) {
        return NOON.minus(Duration.ofHours(hours));
    }
}
