package dev.callist.sync.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallIterator;
import dev.callist.CallQuery;
import dev.callist.ResumePoint;
import dev.callist.sync.CallRow;
import dev.callist.sync.CallStore;
import dev.callist.sync.RunRecord;
import dev.callist.sync.SourceSession;
import dev.callist.sync.SourceState;
import dev.callist.sync.TimeRange;
import dev.callist.sync.UnfinishedListing;
import dev.callist.sync.WriteCounts;
import dev.callist.testkit.InMemoryCalls;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a store remembers of its sources. */
interface SourceStateRules extends StoreFixture {
    @Test
    default void knowsNothingOfASourceThatWasNeverWritten() {
        try (CallStore store = open()) {
            assertThat(store.sources()).isEmpty();
            assertThat(store.state(SOURCE)).isEqualTo(SourceState.NEW);
            try (SourceSession session = StoreFixture.session(store, SOURCE)) {
                assertThat(session.state()).isEqualTo(SourceState.NEW);
                assertThat(session.lastRun()).isEmpty();
                assertThat(session.earliest()).isEmpty();
                assertThat(session.oldestOpen(Instant.EPOCH)).isEmpty();
            }
            assertThat(store.sources()).isEmpty();
        }
    }

    @Test
    default void keepsEveryPartOfAState() {
        Instant start = Instant.parse("2026-02-01T00:00:00.000001Z");
        SourceState state = new SourceState(
                Optional.of(NOON),
                Optional.of(start),
                List.of(TimeRange.until(start), TimeRange.between(start, NOON), TimeRange.since(NOON)),
                Optional.of(new UnfinishedListing(
                        TimeRange.between(start, NOON.plusNanos(1)), resumePoint(), NOON, Optional.of(start), true)));
        saveAndExpect(state);
    }

    @Test
    default void tellsAStateThatCoversEverythingFromOneThatCoversNothing() {
        saveAndExpect(new SourceState(Optional.empty(), Optional.of(Instant.MIN), List.of(), Optional.empty()));
        saveAndExpect(new SourceState(Optional.of(NOON), Optional.empty(), List.of(TimeRange.ALL), Optional.empty()));
    }

    private void saveAndExpect(SourceState state) {
        try (CallStore store = open();
                SourceSession session = StoreFixture.session(store, SOURCE)) {
            session.save(NOON, state);
            assertThat(session.state()).isEqualTo(state);
            assertThat(store.state(SOURCE)).isEqualTo(state);
        }
        try (CallStore again = open();
                SourceSession session = StoreFixture.session(again, SOURCE)) {
            assertThat(session.state()).isEqualTo(state);
            assertThat(session.lastRun()).contains(NOON);
        }
    }

    private static ResumePoint resumePoint() {
        try (InMemoryCalls calls = InMemoryCalls.of(
                        "bird", List.of(StoreFixture.call("a", 1).build()));
                CallIterator walk = calls.list(CallQuery.all()).iterator()) {
            walk.next();
            return walk.resumePoint();
        }
    }

    @Test
    default void savesTheStateTogetherWithCalls() {
        try (CallStore store = open()) {
            StoreFixture.write(store, SOURCE, NOON, StoreFixture.row("a", 1));
            assertThat(store.state(SOURCE)).isEqualTo(STATE);
            assertThat(store.sources()).containsExactly(SOURCE);
            assertThat(store.sources().get(0).queryText()).isEqualTo(SOURCE.queryText());
        }
    }

    @Test
    default void writesNothingWhereNothingIsNew() {
        try (CallStore store = open();
                SourceSession session = StoreFixture.session(store, SOURCE)) {
            CallRow row = StoreFixture.row("a", 1);
            session.write(List.of(row), NOON, STATE);

            SourceState later = new SourceState(Optional.of(NOON), Optional.empty(), List.of(), Optional.empty());
            session.beginListing();
            WriteCounts counts = session.write(List.of(row), NOON.plusSeconds(60), later);
            assertThat(counts).isEqualTo(new WriteCounts(0, 0, 1, 0, 0));
            assertThat(session.write(List.of(), NOON.plusSeconds(60), later)).isEqualTo(WriteCounts.NONE);
            assertThat(session.markMissing(TimeRange.ALL, NOON.plusSeconds(60), STATE))
                    .isZero();
            session.save(NOON.plusSeconds(60), STATE);

            assertThat(store.state(SOURCE)).isEqualTo(STATE);
            assertThat(session.lastRun()).contains(NOON);
            assertThat(StoreFixture.stored(store, "a").lastSeen()).isEqualTo(NOON);
        }
    }

    @Test
    default void keepsTheStatesOfSourcesApart() {
        SourceState state = new SourceState(Optional.of(NOON), Optional.of(NOON), List.of(), Optional.empty());
        try (CallStore store = open();
                SourceSession one = StoreFixture.session(store, SOURCE);
                SourceSession other = StoreFixture.session(store, OTHER)) {
            one.save(NOON, STATE);
            other.save(NOON.plusSeconds(1), state);
            assertThat(store.state(SOURCE)).isEqualTo(STATE);
            assertThat(store.state(OTHER)).isEqualTo(state);
            assertThat(store.sources()).containsExactly(SOURCE, OTHER);
            assertThat(one.lastRun()).contains(NOON);
        }
    }

    @Test
    default void remembersARunWithoutListingItsSourceAsWritten() {
        try (CallStore store = open()) {
            try (SourceSession session = StoreFixture.session(store, SOURCE)) {
                session.record(new RunRecord(
                        NOON, NOON.plus(Duration.ofSeconds(3)), "NETWORK", new WriteCounts(1, 2, 3, 4, 5), 6));
                assertThat(session.lastRun()).contains(NOON);
            }
            assertThat(store.sources()).isEmpty();
            assertThat(store.state(SOURCE)).isEqualTo(SourceState.NEW);
        }
        try (CallStore again = open();
                SourceSession session = StoreFixture.session(again, SOURCE)) {
            assertThat(session.lastRun()).contains(NOON);
        }
    }
}
