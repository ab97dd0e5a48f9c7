package dev.callist.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.Call;
import dev.callist.CallStatus;
import dev.callist.sync.internal.jdbc.Database;
import dev.callist.sync.internal.jdbc.StoreAddress;
import dev.callist.testkit.ManualTime;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that end between any two statements, and the run after each. */
class KilledSyncTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path folder;

    private int stores;

    @Test
    void continuesAfterAKillBetweenAnyTwoStatementsOfSqlite() {
        int killed = killAtEveryStatement(() -> StoreAddress.of(folder.resolve("calls" + stores++ + ".db")), 1);
        assertThat(killed).isGreaterThan(40);
    }

    @Test
    void continuesAfterAKillBetweenStatementsOfPostgres() {
        int killed = killAtEveryStatement(
                () -> {
                    try {
                        return StoreAddress.of(PostgresServer.get().newStore(), PostgresServer.PASSWORD);
                    } catch (SQLException e) {
                        throw new AssertionError(e);
                    }
                },
                7);
        assertThat(killed).isGreaterThan(5);
    }

    /** Kills the first and the second of three runs at a statement, and expects the third to make the copy right. */
    private static int killAtEveryStatement(Supplier<Database> databases, int step) {
        int killed = 0;
        for (int statement = 0; ; statement += step) {
            Database database = databases.get();
            Copy copy = new Copy();
            boolean first = copy.run(database, statement);
            copy.changeWorld();
            boolean second = copy.run(database, statement);
            copy.run(database, Long.MAX_VALUE);
            copy.expectEqual(database);
            if (!first && !second) {
                return killed;
            }
            killed++;
        }
    }

    private static final class Copy {
        private final ManualTime time = ManualTime.startingAt(NOON);
        private final ListedWorld world = new ListedWorld().pageSize(4);
        private final SyncOptions options = SyncOptions.builder()
                .account("test")
                .time(Optional.of(time))
                .random(Optional.of(new Random(3)))
                .build();

        Copy() {
            world.beforePage(() -> time.advance(Duration.ofSeconds(6))); // each page is a transaction
            for (int i = 0; i < 12; i++) {
                world.put("c" + i, NOON.minus(Duration.ofHours(8L * i)));
            }
            world.put(ListedWorld.call("open", NOON).status(CallStatus.RINGING).build());
        }

        void changeWorld() {
            world.change("open", call -> call.status(CallStatus.COMPLETED));
            world.remove("c2");
            world.put("late", NOON.minus(Duration.ofHours(20)));
            Call moved = world.calls().get(3);
            world.change(moved.id(), call -> call.channel("phone"));
        }

        /** Whether the run was killed. */
        boolean run(Database database, long statements) {
            time.advance(Duration.ofMinutes(1));
            WatchedDatabase.Kill kill = new WatchedDatabase.Kill(statements);
            try (CallStore store = new JdbcCallStore(new WatchedDatabase(database, kill))) {
                CallSync.create(world, store, options).run();
                return false;
            } catch (CallStoreException e) {
                assertThat(kill.isDead()).isTrue();
                assertThat(e).hasMessageNotContaining("5550100");
                return true;
            }
        }

        void expectEqual(Database database) {
            try (CallStore store = new JdbcCallStore(database)) {
                SyncSource source = CallSync.create(world, store, options).source();
                SyncRules.expectCopy(store, source, world);
                assertThat(store.state(source).unfinished()).isEmpty();
            }
        }
    }
}
