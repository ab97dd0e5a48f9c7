package dev.callist.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.Call;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallStatus;
import dev.callist.ListingReport.Completeness;
import dev.callist.ListingReport.Doubt;
import dev.callist.Money;
import dev.callist.sync.SyncReport.Purpose;
import dev.callist.sync.internal.jdbc.StoreAddress;
import dev.callist.testkit.ManualTime;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random histories: calls arrive, also late, change, are deleted and return, while runs fail, are in doubt and are
 * killed. After each complete run, the copy of what it listed equals the world.
 */
class SyncHistoryTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration ALL_TIME = Duration.ofDays(3_000);
    private static final int HISTORIES = Integer.getInteger("callist.syncHistories", 60);

    @TempDir
    Path folder;

    @Test
    void keepsACopyInMemoryRight() {
        for (int seed = 0; seed < HISTORIES; seed++) {
            InMemoryCallStore store = new InMemoryCallStore();
            new History(seed, killAt -> dying(store, killAt)).play();
        }
    }

    @Test
    void keepsACopyInSqliteRight() {
        for (int seed = 0; seed < HISTORIES / 20; seed++) {
            Path file = folder.resolve("calls" + seed + ".db");
            new History(
                            seed,
                            killAt -> new JdbcCallStore(
                                    new WatchedDatabase(StoreAddress.of(file), new WatchedDatabase.Kill(killAt))))
                    .play();
        }
    }

    /** A store that fails before or after one of its methods, and ever after, except when it is closed. */
    private static CallStore dying(CallStore store, long methods) {
        return dying(CallStore.class, store, new long[] {methods});
    }

    private static <T> T dying(Class<T> type, T target, long[] left) {
        return type.cast(Proxy.newProxyInstance(
                SyncHistoryTest.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return target instanceof CallStore ? null : method.invoke(target, arguments);
                    }
                    boolean isBefore = left[0] % 2 == 0;
                    left[0] -= 1;
                    if (left[0] < 0 && isBefore) {
                        throw new CallStoreException(CallStoreException.Kind.FAILED, "killed");
                    }
                    try {
                        Object result = method.invoke(target, arguments);
                        if (left[0] < 0) {
                            if (result instanceof SourceSession session) {
                                session.close();
                            }
                            throw new CallStoreException(CallStoreException.Kind.FAILED, "killed");
                        }
                        return result instanceof SourceSession session
                                ? dying(SourceSession.class, session, left)
                                : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private static final class History {
        private final int seed;
        private final Random random;
        private final Function<Long, CallStore> stores;
        private final ManualTime time = ManualTime.startingAt(START);
        private final ListedWorld world = new ListedWorld();
        private int arrived;

        History(int seed, Function<Long, CallStore> stores) {
            this.seed = seed;
            this.random = new Random(seed);
            this.stores = stores;
            world.pageSize(2 + random.nextInt(6)).beforePage(() -> time.advance(Duration.ofSeconds(6)));
            if (random.nextInt(4) == 0) {
                world.withoutTimeFilter();
            }
        }

        void play() {
            for (int i = 0; i < 10 + random.nextInt(20); i++) {
                arrive(Duration.ofHours(random.nextInt(400)));
            }
            for (int step = 0; step < 15; step++) {
                happen();
                tryRun();
            }
            world.doubt();
            world.failAfter(Integer.MAX_VALUE, Kind.NETWORK);
            SyncReport last = run(Long.MAX_VALUE, ALL_TIME);
            assertThat(last.listings()).as("seed " + seed).isNotEmpty();
            last = run(Long.MAX_VALUE, ALL_TIME);
            assertThat(last.completeness()).as("seed " + seed).isEqualTo(Completeness.COMPLETE);
            expectEqual(TimeRange.ALL);
        }

        private void tryRun() {
            world.doubt();
            world.failAfter(Integer.MAX_VALUE, Kind.NETWORK);
            if (random.nextInt(5) == 0) {
                world.doubt(random.nextBoolean() ? Doubt.BETWEEN_PAGES : Doubt.REJECTED_ROW);
            }
            if (random.nextInt(4) == 0) {
                world.failAfter(random.nextInt(4), random.nextBoolean() ? Kind.NETWORK : Kind.INVALID_RESUME_POINT);
            }
            long killAt = random.nextInt(3) == 0 ? random.nextInt(40) : Long.MAX_VALUE;
            try {
                SyncReport report = run(killAt, Duration.ofDays(random.nextInt(4)));
                report.listings().stream()
                        .filter(listing -> listing.purpose() == Purpose.RECENT)
                        .filter(listing -> listing.report().completeness() == Completeness.COMPLETE)
                        .forEach(listing -> expectEqual(listing.range()));
            } catch (CallListException e) {
                assertThat(e.kind()).isIn(Kind.NETWORK, Kind.INVALID_RESUME_POINT);
            } catch (CallStoreException e) {
                assertThat(killAt).as("seed " + seed + ": " + e).isLessThan(Long.MAX_VALUE);
            }
        }

        private SyncReport run(long killAt, Duration lookback) {
            try (CallStore store = stores.apply(killAt)) {
                return CallSync.create(world, store, options(lookback)).run();
            }
        }

        private SyncOptions options(Duration lookback) {
            return SyncOptions.builder()
                    .account("test")
                    .time(Optional.of(time))
                    .random(Optional.of(random))
                    .lookback(lookback)
                    .build();
        }

        private void happen() {
            time.advance(Duration.ofMinutes(1 + random.nextInt(2_000)));
            for (int i = 0; i < random.nextInt(8); i++) {
                List<Call> calls = world.calls();
                Call call = calls.get(random.nextInt(calls.size()));
                switch (random.nextInt(6)) {
                    case 0, 1 -> arrive(Duration.ZERO);
                    case 2 -> arrive(Duration.ofHours(random.nextInt(60)));
                    case 3 -> world.change(call.id(), changed -> changed.status(CallStatus.FAILED));
                    case 4 ->
                        world.change(
                                call.id(), changed -> changed.price(new Money(BigDecimal.valueOf(arrived), "EUR")));
                    default -> world.remove(call.id());
                }
                if (world.calls().isEmpty()) {
                    arrive(Duration.ZERO);
                }
            }
        }

        private void arrive(Duration age) {
            CallStatus status = random.nextInt(3) == 0 ? CallStatus.IN_PROGRESS : CallStatus.COMPLETED;
            world.put(ListedWorld.call("c" + arrived++, time.now().minus(age))
                    .status(status)
                    .build());
        }

        private void expectEqual(TimeRange range) {
            try (CallStore store = stores.apply(Long.MAX_VALUE)) {
                SyncSource source =
                        CallSync.create(world, store, options(Duration.ZERO)).source();
                List<CallRow> copied = new ArrayList<>();
                store.read(source, range, call -> {
                    if (call.missingSince().isEmpty()) {
                        copied.add(call.row());
                    }
                });
                assertThat(copied)
                        .as("seed " + seed)
                        .containsExactlyInAnyOrderElementsOf(world.calls().stream()
                                .filter(call -> range.contains(call.createdAt()))
                                .map(call -> CallRow.of(call, source.account()))
                                .toList());
            }
        }
    }
}
