package dev.callist.sync.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.sync.CallRow;
import dev.callist.sync.CallStore;
import dev.callist.sync.SourceSession;
import dev.callist.sync.SourceState;
import dev.callist.sync.StoredCall;
import dev.callist.sync.TimeRange;
import dev.callist.sync.WriteCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How calls are marked as missing, and found again. */
interface MissingCallRules extends StoreFixture {
    /** When the second run starts. */
    Instant LATER = NOON.plusSeconds(600);

    @Test
    default void marksCallsThatARunDidNotFind() {
        try (CallStore store = open();
                SourceSession session = StoreFixture.session(store, SOURCE)) {
            List<CallRow> rows = StoreFixture.many(4);
            session.write(rows, NOON, STATE);

            session.beginListing();
            CallRow changed = StoreFixture.row(StoreFixture.call("c2", 2).channel("phone"));
            session.write(List.of(rows.get(0), changed, StoreFixture.row("new", 3)), LATER, STATE);
            SourceState after = new SourceState(Optional.of(LATER), Optional.empty(), List.of(), Optional.empty());
            assertThat(session.markMissing(TimeRange.ALL, LATER, after)).isEqualTo(2);

            assertThat(missing(store)).containsExactly("c3", "c4");
            assertThat(StoreFixture.stored(store, "c3"))
                    .isEqualTo(new StoredCall(rows.get(2), NOON, NOON, NOON, Optional.of(LATER)));
            assertThat(store.state(SOURCE)).isEqualTo(after);
        }
    }

    @Test
    default void marksCallsOfTheRangeOnly() {
        try (CallStore store = open();
                SourceSession session = StoreFixture.session(store, SOURCE)) {
            session.write(StoreFixture.many(5), NOON, STATE);
            session.beginListing();
            TimeRange range = TimeRange.between(NOON.minus(Duration.ofHours(4)), NOON.minus(Duration.ofHours(2)));
            assertThat(session.markMissing(range, LATER, STATE)).isEqualTo(2);
            assertThat(missing(store)).containsExactly("c3", "c4");
        }
    }

    @Test
    default void comparesTimesWithBoundsOfAnyPrecision() {
        Instant second = NOON.minus(Duration.ofHours(2));
        try (CallStore store = open();
                SourceSession session = StoreFixture.session(store, SOURCE)) {
            session.write(StoreFixture.many(3), NOON, STATE);
            session.beginListing();
            assertThat(session.markMissing(TimeRange.between(second.plusNanos(1), NOON), LATER, STATE))
                    .isEqualTo(1);
            assertThat(session.markMissing(TimeRange.between(Instant.EPOCH, second.plusNanos(1)), LATER, STATE))
                    .isEqualTo(2);
        }
    }

    @Test
    default void marksCallsWithoutATimeOnlyWhenEverythingWasListed() {
        CallRow undated = StoreFixture.row(StoreFixture.call("undated", 1).createdAt(Optional.empty()));
        try (CallStore store = open();
                SourceSession session = StoreFixture.session(store, SOURCE)) {
            session.write(List.of(undated), NOON, STATE);
            session.beginListing();
            assertThat(session.markMissing(TimeRange.since(Instant.EPOCH), LATER, STATE))
                    .isZero();
            assertThat(session.markMissing(TimeRange.until(Instant.MAX), LATER, STATE))
                    .isZero();
            assertThat(session.markMissing(TimeRange.ALL, LATER, STATE)).isEqualTo(1);
        }
    }

    @Test
    default void marksCallsOfItsOwnSourceOnly() {
        try (CallStore store = open()) {
            StoreFixture.write(store, SOURCE, NOON, StoreFixture.row("a", 1));
            try (SourceSession session = StoreFixture.session(store, OTHER)) {
                session.beginListing();
                assertThat(session.markMissing(TimeRange.ALL, LATER, STATE)).isZero();
            }
            assertThat(missing(store)).isEmpty();
        }
    }

    @Test
    default void leavesACallWithTheSourceThatStoredItFirst() {
        CallRow row = StoreFixture.row("a", 1);
        try (CallStore store = open()) {
            StoreFixture.write(store, SOURCE, NOON, row);
            StoreFixture.write(store, OTHER, NOON, row);
            assertThat(StoreFixture.ids(store, SOURCE, TimeRange.ALL)).containsExactly("a");
            assertThat(StoreFixture.ids(store, OTHER, TimeRange.ALL)).isEmpty();
        }
    }

    @Test
    default void keepsWhenACallWasFirstMissed() {
        try (CallStore store = open();
                SourceSession session = StoreFixture.session(store, SOURCE)) {
            session.write(List.of(StoreFixture.row("a", 1)), NOON, STATE);
            session.beginListing();
            assertThat(session.markMissing(TimeRange.ALL, LATER, STATE)).isEqualTo(1);
            session.beginListing();
            assertThat(session.markMissing(TimeRange.ALL, LATER.plusSeconds(1), STATE))
                    .isZero();
            assertThat(StoreFixture.stored(store, "a").missingSince()).contains(LATER);
        }
    }

    @Test
    default void takesBackACallThatReturns() {
        CallRow same = StoreFixture.row("a", 1);
        try (CallStore store = open();
                SourceSession session = StoreFixture.session(store, SOURCE)) {
            session.write(List.of(same, StoreFixture.row("b", 2)), NOON, STATE);
            session.beginListing();
            session.markMissing(TimeRange.ALL, LATER, STATE);

            Instant back = LATER.plusSeconds(1);
            CallRow changed = StoreFixture.row(StoreFixture.call("b", 2).channel("phone"));
            assertThat(session.write(List.of(same, changed), back, STATE)).isEqualTo(new WriteCounts(0, 1, 1, 0, 2));
            assertThat(missing(store)).isEmpty();
            assertThat(StoreFixture.stored(store, "a"))
                    .isEqualTo(new StoredCall(same, NOON, back, NOON, Optional.empty()));
        }
    }

    @Test
    default void forgetsWhatWasFoundWhenAnotherListingBegins() {
        CallRow row = StoreFixture.row("a", 1);
        try (CallStore store = open();
                SourceSession session = StoreFixture.session(store, SOURCE)) {
            session.write(List.of(row), NOON, STATE);
            session.write(List.of(row), LATER, STATE);
            assertThat(session.markMissing(TimeRange.ALL, LATER, STATE)).isZero();
            session.beginListing();
            assertThat(session.markMissing(TimeRange.ALL, LATER, STATE)).isEqualTo(1);
        }
    }

    private static List<String> missing(CallStore store) {
        List<String> ids = new ArrayList<>();
        store.read(SOURCE, TimeRange.ALL, call -> {
            if (call.missingSince().isPresent()) {
                ids.add(call.row().id().id());
            }
        });
        return ids;
    }
}
