package dev.callist.sync.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callist.sync.CallId;
import dev.callist.sync.CallRow;
import dev.callist.sync.CallStore;
import dev.callist.sync.SourceSession;
import dev.callist.sync.StoredCall;
import dev.callist.sync.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How calls are read. */
interface ReadingRules extends StoreFixture {
    @Test
    default void readsTheNewestFirstAndCallsWithoutATimeLast() {
        try (CallStore store = open()) {
            StoreFixture.write(
                    store,
                    SOURCE,
                    NOON,
                    StoreFixture.row("b", 2),
                    StoreFixture.row(StoreFixture.call("undated", 1).createdAt(Optional.empty())),
                    StoreFixture.row("c", 3),
                    StoreFixture.row("a", 1));
            assertThat(StoreFixture.ids(store, SOURCE, TimeRange.ALL)).containsExactly("a", "b", "c", "undated");
        }
    }

    @Test
    default void readsCallsWithoutATimeAlone() {
        try (CallStore store = open()) {
            CallRow undated = StoreFixture.row(StoreFixture.call("undated", 1).createdAt(Optional.empty()));
            CallRow other = StoreFixture.row(StoreFixture.call("other", 1).createdAt(Optional.empty()));
            StoreFixture.write(store, SOURCE, NOON, StoreFixture.row("a", 1), undated);
            StoreFixture.write(store, OTHER, NOON, other);
            List<StoredCall> read = new ArrayList<>();
            store.readUndated(SOURCE, read::add);
            assertThat(read).containsExactly(StoredCall.first(undated, NOON));
        }
    }

    @Test
    default void readsARangeWithoutItsEnd() {
        Instant from = NOON.minus(Duration.ofHours(3));
        Instant before = NOON.minus(Duration.ofHours(1));
        try (CallStore store = open()) {
            StoreFixture.write(store, SOURCE, NOON, StoreFixture.many(5).toArray(CallRow[]::new));
            assertThat(StoreFixture.ids(store, SOURCE, TimeRange.between(from, before)))
                    .containsExactly("c2", "c3");
            assertThat(StoreFixture.ids(store, SOURCE, TimeRange.since(from))).containsExactly("c1", "c2", "c3");
            assertThat(StoreFixture.ids(store, SOURCE, TimeRange.until(from))).containsExactly("c4", "c5");
            assertThat(StoreFixture.ids(store, SOURCE, TimeRange.between(Instant.MIN, Instant.MAX)))
                    .hasSize(5);
            assertThat(StoreFixture.ids(store, SOURCE, TimeRange.since(Instant.MAX)))
                    .isEmpty();
        }
    }

    @Test
    default void readsTheCallsOfOneSource() {
        try (CallStore store = open()) {
            StoreFixture.write(store, SOURCE, NOON, StoreFixture.row("a", 1));
            StoreFixture.write(store, OTHER, NOON, StoreFixture.row("b", 1));
            assertThat(StoreFixture.ids(store, SOURCE, TimeRange.ALL)).containsExactly("a");
            assertThat(StoreFixture.ids(store, OTHER, TimeRange.ALL)).containsExactly("b");
        }
    }

    @Test
    default void leavesOutKeysThatItDoesNotHave() {
        try (CallStore store = open()) {
            StoreFixture.write(store, SOURCE, NOON, StoreFixture.row("a", 1));
            assertThat(store.find(List.of())).isEmpty();
            assertThat(store.find(List.of(new CallId("bird", "ws2", "a"), new CallId("search", "ws1", "a"))))
                    .isEmpty();
        }
    }

    @Test
    default void passesOnWhatAReaderThrows() {
        IllegalStateException thrown = new IllegalStateException("enough");
        try (CallStore store = open()) {
            StoreFixture.write(store, SOURCE, NOON, StoreFixture.many(3).toArray(CallRow[]::new));
            assertThatThrownBy(() -> store.read(SOURCE, TimeRange.ALL, call -> {
                        throw thrown;
                    }))
                    .isSameAs(thrown);
            assertThat(StoreFixture.ids(store, SOURCE, TimeRange.ALL)).hasSize(3);
        }
    }

    @Test
    default void readsWhileASessionIsOpen() {
        try (CallStore store = open();
                SourceSession session = StoreFixture.session(store, SOURCE)) {
            session.write(StoreFixture.many(3), NOON, STATE);
            assertThat(StoreFixture.ids(store, SOURCE, TimeRange.ALL)).hasSize(3);
            session.write(StoreFixture.many(4), NOON, STATE);
            assertThat(StoreFixture.ids(store, SOURCE, TimeRange.ALL)).hasSize(4);
        }
    }
}
