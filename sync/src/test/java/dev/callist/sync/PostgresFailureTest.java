package dev.callist.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callist.sync.CallStoreException.Kind;
import dev.callist.sync.internal.jdbc.Database;
import dev.callist.sync.internal.jdbc.StoreAddress;
import dev.callist.testkit.ManualTime;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Bad input and bad luck with PostgreSQL. */
class PostgresFailureTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final SyncSource SOURCE = new SyncSource("bird", "ws1", "0011223344556677", "all calls");
    private static final SourceState STATE =
            new SourceState(Optional.of(NOON), Optional.of(Instant.MIN), List.of(), Optional.empty());

    @Test
    void refusesAPasswordInTheAddress() {
        for (String address : List.of(
                "jdbc:postgresql://localhost/x?user=a&password=canary-1",
                "jdbc:postgresql://localhost/x?PASSWORD=canary-1",
                "jdbc:postgresql://localhost/x?pass%77ord=canary-1",
                "jdbc:postgresql://localhost/x?sslpassword=canary-1",
                "jdbc:postgresql://user:canary-1@localhost/x",
                "jdbc:postgresql://user:canary-1%40localhost/x")) {
            expectFailure(
                    Kind.INVALID_CONFIG,
                    () -> JdbcCallStore.open(address, "canary-1"),
                    "must not contain a password; remove it, and set PGPASSWORD");
        }
    }

    @Test
    void refusesAnAddressThatItCannotRead() {
        expectFailure(
                Kind.INVALID_CONFIG,
                () -> JdbcCallStore.open("jdbc:postgresql://localhost/x?a=%zz", "canary-1"),
                "not followed by two hexadecimal digits");
        expectFailure(
                Kind.INVALID_CONFIG,
                () -> JdbcCallStore.open("jdbc:postgresql://localhost:notaport/x", "canary-1"),
                "write the address as jdbc:postgresql://host:port/database");
    }

    @Test
    void saysThatTheServerCannotBeReached() {
        expectFailure(
                Kind.UNAVAILABLE,
                () -> JdbcCallStore.open("jdbc:postgresql://127.0.0.1:1/x?user=a", "canary-1"),
                "postgresql://127.0.0.1:1/x cannot be reached");
    }

    @Test
    void saysThatTheLoginWasRefused() {
        String url = PostgresServer.get().url();
        expectFailure(Kind.UNAVAILABLE, () -> JdbcCallStore.open(url, "canary-1"), "refused the login");
        expectFailure(Kind.UNAVAILABLE, () -> JdbcCallStore.open(url, null), "refused the login");
    }

    @Test
    void saysThatTheDatabaseDoesNotExist() {
        String url = PostgresServer.get().url().replace("/postgres?", "/nowhere?");
        expectFailure(Kind.UNAVAILABLE, () -> JdbcCallStore.open(url, PostgresServer.PASSWORD), "create the database");
    }

    @Test
    void refusesAStoreOfANewerVersionAndOtherTables() throws SQLException {
        PostgresServer server = PostgresServer.get();
        String newer = server.newStore();
        JdbcCallStore.open(newer, PostgresServer.PASSWORD).close();
        execute(newer, "INSERT INTO callist_schema (version) VALUES (99)");
        expectFailure(Kind.NEWER_SCHEMA, () -> JdbcCallStore.open(newer, PostgresServer.PASSWORD), "use that version");

        String other = server.newStore();
        execute(other, "CREATE TABLE calls (n integer)");
        expectFailure(
                Kind.NOT_A_STORE, () -> JdbcCallStore.open(other, PostgresServer.PASSWORD), "that is not of Callist");
    }

    @Test
    void saysThatTheUserMayNotCreateTables() throws SQLException {
        PostgresServer server = PostgresServer.get();
        String address = server.newStore();
        execute(address, "CREATE ROLE reader LOGIN PASSWORD 'canary-2'");
        String schema = address.replaceFirst(".*currentSchema=", "");
        execute(address, "GRANT USAGE ON SCHEMA " + schema + " TO reader");
        expectFailure(
                Kind.READ_ONLY,
                () -> JdbcCallStore.open(address.replace("user=callist", "user=reader"), "canary-2"),
                "grant CREATE and USAGE on the schema");
    }

    @Test
    void writesNothingWhenTheConnectionBreaksWithinATransaction() throws SQLException {
        String address = PostgresServer.get().newStore();
        try (JdbcCallStore store = JdbcCallStore.open(address, PostgresServer.PASSWORD);
                SourceSession session = store.open(SOURCE, Duration.ZERO)) {
            session.write(rows(0, 5), NOON, STATE);
        }
        for (int statement = 0; statement < 20; statement++) {
            Break breakAt = new Break();
            Database database = StoreAddress.of(address, PostgresServer.PASSWORD);
            try (JdbcCallStore store = new JdbcCallStore(new WatchedDatabase(database, breakAt));
                    SourceSession session = store.open(SOURCE, Duration.ZERO)) {
                breakAt.statementsLeft = statement;
                session.write(rows(0, 10), NOON.plusSeconds(1), STATE);
                assertThat(statement).isGreaterThan(3);
                return;
            } catch (CallStoreException e) {
                assertThat(e.kind()).isEqualTo(Kind.UNAVAILABLE);
                assertThat(e).hasMessageContaining("broke the connection; run again");
                assertThat(count(address)).isEqualTo(5);
            }
        }
        throw new AssertionError("the transaction has more statements than expected");
    }

    @Test
    void continuesAfterTheServerEndsTheConnectionWithinARun() throws SQLException {
        String address = PostgresServer.get().newStore();
        ManualTime time = ManualTime.startingAt(NOON);
        ListedWorld world = new ListedWorld().pageSize(4);
        world.beforePage(() -> time.advance(Duration.ofSeconds(6))); // each page is a transaction
        IntStream.range(0, 12).forEach(i -> world.put("c" + i, NOON.minus(Duration.ofHours(i))));
        SyncOptions options =
                SyncOptions.builder().account("ws1").time(Optional.of(time)).build();
        int failures = 0;
        long stored = 0;
        boolean isDone = false;
        for (int statement = 5; !isDone; statement += 5) {
            Break breakAt = new Break();
            Database database = StoreAddress.of(address, PostgresServer.PASSWORD);
            try (JdbcCallStore store = new JdbcCallStore(new WatchedDatabase(database, breakAt))) {
                breakAt.statementsLeft = statement;
                CallSync.create(world, store, options).run();
                isDone = true;
            } catch (CallStoreException e) {
                failures++;
                assertThat(e.kind()).isEqualTo(Kind.UNAVAILABLE);
                assertThat(e).hasMessageContaining("broke the connection; run again");
                assertThat(e.getMessage()).doesNotContain("\n");
                assertThat(count(address)).isGreaterThanOrEqualTo(stored);
                stored = count(address);
            }
        }
        assertThat(failures).isGreaterThan(1);
        try (JdbcCallStore store = JdbcCallStore.open(address, PostgresServer.PASSWORD)) {
            SyncRules.expectCopy(store, CallSync.create(world, store, options).source(), world);
        }
    }

    /** The server ends the latest connection before a statement. */
    private static final class Break implements WatchedDatabase.Watcher {
        private int statementsLeft = Integer.MAX_VALUE;
        private int backend;

        @Override
        public void connected(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
                assertThat(row.next()).isTrue();
                backend = row.getInt(1);
            }
        }

        @Override
        public void beforeStatement() throws SQLException {
            if (statementsLeft-- == 0) {
                try (Connection connection = PostgresServer.get().connect();
                        Statement statement = connection.createStatement()) {
                    statement.execute("SELECT pg_terminate_backend(" + backend + ", 10000)");
                }
            }
        }
    }

    @Test
    void keepsSourcesOfTwoSchemasApart() throws SQLException {
        PostgresServer server = PostgresServer.get();
        try (JdbcCallStore one = JdbcCallStore.open(server.newStore(), PostgresServer.PASSWORD);
                JdbcCallStore other = JdbcCallStore.open(server.newStore(), PostgresServer.PASSWORD);
                SourceSession first = one.open(SOURCE, Duration.ZERO);
                SourceSession second = other.open(SOURCE, Duration.ZERO)) {
            first.write(rows(0, 1), NOON, STATE);
            assertThat(second.lastRun()).isEmpty();
            assertThat(one.toString()).doesNotContain("user=").doesNotContain(PostgresServer.PASSWORD);
        }
    }

    private static List<CallRow> rows(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> CallRow.of(
                        ListedWorld.call("c" + i, NOON.minusSeconds(i)).build(), "ws1"))
                .toList();
    }

    private static void expectFailure(Kind kind, ThrowingCallable action, String words) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(CallStoreException.class, e -> {
                    StringWriter stack = new StringWriter();
                    e.printStackTrace(new PrintWriter(stack));
                    assertThat(e.kind()).isEqualTo(kind);
                    assertThat(e.getMessage()).doesNotContain("\n");
                    assertThat(stack.toString()).doesNotContain("canary-").doesNotContain(PostgresServer.PASSWORD);
                })
                .hasMessageContaining(words);
    }

    private static void execute(String address, String sql) throws SQLException {
        String schema = address.replaceFirst(".*currentSchema=", "");
        try (Connection connection = PostgresServer.get().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET search_path TO " + schema);
            statement.execute(sql);
        }
    }

    private static long count(String address) throws SQLException {
        String schema = address.replaceFirst(".*currentSchema=", "");
        try (Connection connection = PostgresServer.get().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM " + schema + ".calls")) {
            return row.next() ? row.getLong(1) : -1;
        }
    }
}
