package dev.callist.sync.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callist.sync.CallStore;
import dev.callist.sync.CallStoreException;
import dev.callist.sync.CallStoreException.Kind;
import dev.callist.sync.SourceSession;
import dev.callist.sync.TimeRange;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How sessions of one source exclude each other. */
interface SessionRules extends StoreFixture {
    @Test
    default void refusesASecondSessionOfASource() {
        try (CallStore store = open();
                CallStore other = open();
                SourceSession first = StoreFixture.session(store, SOURCE)) {
            for (CallStore any : List.of(store, other)) {
                assertThatThrownBy(() -> StoreFixture.session(any, SOURCE))
                        .isInstanceOfSatisfying(CallStoreException.class, e -> assertThat(e.kind())
                                .isEqualTo(Kind.LOCKED))
                        .hasMessageContaining("being written by another run");
            }
            assertThat(first.write(StoreFixture.many(1), NOON, STATE).created()).isEqualTo(1);
            assertThat(other.state(SOURCE)).isEqualTo(STATE);
        }
    }

    @Test
    default void opensASessionAfterTheOneBefore() {
        try (CallStore store = open()) {
            for (int i = 0; i < 3; i++) {
                SourceSession session = StoreFixture.session(store, SOURCE);
                session.close();
                session.close();
            }
            assertThat(store.sources()).isEmpty();
        }
    }

    @Test
    default void waitsForASessionToEnd() throws Exception {
        try (CallStore store = open()) {
            CountDownLatch isWaiting = new CountDownLatch(1);
            FutureTask<Boolean> waiting = new FutureTask<>(() -> {
                isWaiting.countDown();
                try (SourceSession second = store.open(SOURCE, Duration.ofMinutes(1))) {
                    return second.lastRun().isPresent();
                }
            });
            try (SourceSession first = StoreFixture.session(store, SOURCE)) {
                new Thread(waiting).start();
                isWaiting.await();
                first.write(StoreFixture.many(1), NOON, STATE);
            }
            assertThat(waiting.get(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    @Test
    default void stopsWaitingWhenInterrupted() {
        try (CallStore store = open();
                SourceSession first = StoreFixture.session(store, SOURCE)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> store.open(SOURCE, Duration.ofMinutes(1)))
                    .isInstanceOfSatisfying(
                            CallStoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.LOCKED));
            assertThat(Thread.interrupted()).isTrue();
            assertThat(first.lastRun()).isEmpty();
        }
    }

    @Test
    default void writesSeveralSourcesAtOnce() throws Exception {
        try (CallStore store = open();
                SourceSession one = StoreFixture.session(store, SOURCE);
                SourceSession other = StoreFixture.session(store, OTHER)) {
            FutureTask<Long> writing = new FutureTask<>(() -> {
                long created = 0;
                for (int i = 0; i < 20; i++) {
                    created += one.write(List.of(StoreFixture.row("a" + i, i)), NOON, STATE)
                            .created();
                }
                return created;
            });
            new Thread(writing).start();
            for (int i = 0; i < 20; i++) {
                other.write(List.of(StoreFixture.row("b" + i, i)), NOON, STATE);
            }
            assertThat(writing.get(1, TimeUnit.MINUTES)).isEqualTo(20);
            assertThat(StoreFixture.ids(store, SOURCE, TimeRange.ALL)).hasSize(20);
            assertThat(StoreFixture.ids(store, OTHER, TimeRange.ALL)).hasSize(20);
        }
    }

    @Test
    default void keepsTheLockOfOneSourceWhenTheSessionOfAnotherEnds() {
        try (CallStore store = open();
                CallStore other = open();
                SourceSession stays = StoreFixture.session(store, SOURCE)) {
            StoreFixture.session(store, OTHER).close();
            assertThatThrownBy(() -> StoreFixture.session(other, SOURCE)).isInstanceOf(CallStoreException.class);
            assertThat(stays.lastRun()).isEmpty();
        }
    }

    @Test
    default void endsItsSessionsWhenItIsClosed() {
        CallStore store = open();
        StoreFixture.session(store, SOURCE);
        store.close();
        store.close();
        try (CallStore again = open();
                SourceSession session = StoreFixture.session(again, SOURCE)) {
            assertThat(session.lastRun()).isEmpty();
        }
    }

    @Test
    default void showsNoNumberAsText() {
        try (CallStore store = open();
                SourceSession session = StoreFixture.session(store, SOURCE)) {
            session.write(List.of(StoreFixture.row("+15550100", 1)), NOON, STATE);
            assertThat(List.of(
                            store.toString(),
                            session.toString(),
                            StoreFixture.stored(store, "+15550100").toString()))
                    .noneMatch(text -> text.contains("5550100"));
        }
    }
}
