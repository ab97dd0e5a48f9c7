package dev.callist.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callist.sync.CallStoreException.Kind;
import dev.callist.sync.internal.jdbc.StoreAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad input and bad luck with SQLite files. */
class SqliteFailureTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final SyncSource SOURCE = new SyncSource("bird", "ws1", "0011223344556677", "all calls");
    private static final SourceState STATE =
            new SourceState(Optional.of(NOON), Optional.of(Instant.MIN), List.of(), Optional.empty());

    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void nameFile() {
        file = folder.resolve("calls.db");
    }

    @Test
    void refusesAFileThatIsNotADatabase() throws IOException {
        Files.writeString(file, "id,from\n1,+15550100\n".repeat(100));
        expectFailure(Kind.NOT_A_STORE, () -> JdbcCallStore.open(file), "is not a SQLite database");
        assertThat(Files.readString(file)).startsWith("id,from");
    }

    @Test
    void refusesADatabaseWithOtherTablesOfTheSameName() throws SQLException {
        execute("CREATE TABLE calls (n integer)");
        expectFailure(Kind.NOT_A_STORE, () -> JdbcCallStore.open(file), "has a table calls that is not of Callist");
        assertThat(count("sqlite_master")).isEqualTo(1);
    }

    @Test
    void addsItsTablesToADatabaseWithOtherTables() throws SQLException {
        execute("CREATE TABLE customers (n integer)");
        JdbcCallStore.open(file).close();
        assertThat(count("calls")).isZero();
    }

    @Test
    void refusesAStoreOfANewerVersion() throws SQLException {
        JdbcCallStore.open(file).close();
        execute("INSERT INTO callist_schema (version) VALUES (99)");
        expectFailure(
                Kind.NEWER_SCHEMA, () -> JdbcCallStore.open(file), "written by a newer version of Callist (schema 99");
    }

    @Test
    void refusesAFolderAndAPathIntoNowhere() {
        expectFailure(Kind.NOT_A_STORE, () -> JdbcCallStore.open(folder), "is a folder");
        expectFailure(
                Kind.READ_ONLY, () -> JdbcCallStore.open(folder.resolve("no/calls.db")), "its folder does not exist");
    }

    @Test
    void refusesAFolderThatCannotBeWritten() throws IOException {
        Path locked = Files.createDirectory(folder.resolve("locked"));
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
        Path target = Files.isWritable(locked) ? Path.of("/sys/kernel") : locked; // root may write anywhere else
        expectFailure(
                Kind.READ_ONLY,
                () -> JdbcCallStore.open(target.resolve("calls.db")),
                "change the permissions of its folder, or choose another one");
    }

    @Test
    void refusesAddressesThatAreNoStore() {
        for (String address : List.of(
                "",
                " ",
                ":memory:",
                "jdbc:sqlite::memory:",
                "jdbc:sqlite:",
                "jdbc:mysql://localhost/x",
                "postgres://localhost/x",
                "postgresql://u:pw@localhost/x",
                "jdbc:sqlite:calls.db?key=1",
                "file:calls.db")) {
            expectFailure(Kind.INVALID_CONFIG, () -> JdbcCallStore.open(address), "path of a SQLite file");
        }
    }

    @Test
    void opensAPathAndAnAddressAlike() {
        JdbcCallStore.open(file.toString()).close();
        JdbcCallStore.open("jdbc:sqlite:" + file).close();
        assertThat(file).exists();
    }

    @Test
    void writesNothingWhenTheDiskIsFull() throws SQLException {
        try (JdbcCallStore store = JdbcCallStore.open(file);
                SourceSession session = store.open(SOURCE, Duration.ZERO)) {
            session.write(rows(0, 10), NOON, STATE);
        }
        long pages = count("pragma_page_count", "page_count") + 3;
        WatchedDatabase.Watcher fullDisk = new WatchedDatabase.Watcher() {
            @Override
            public void connected(Connection connection) throws SQLException {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("PRAGMA max_page_count = " + pages);
                }
            }
        };
        try (JdbcCallStore store = new JdbcCallStore(new WatchedDatabase(StoreAddress.of(file), fullDisk));
                SourceSession session = store.open(SOURCE, Duration.ZERO)) {
            expectFailure(
                    Kind.FULL, () -> session.write(rows(10, 3_000), NOON.plusSeconds(1), STATE), "the disk is full");
        }
        try (JdbcCallStore store = new JdbcCallStore(new WatchedDatabase(StoreAddress.of(file), fullDisk));
                SourceSession session = store.open(SOURCE, Duration.ZERO)) {
            assertThat(session.state()).isEqualTo(STATE);
            assertThat(session.write(rows(10, 11), NOON.plusSeconds(1), STATE).created())
                    .isEqualTo(1);
        }
        assertThat(count("calls")).isEqualTo(11);
    }

    @Test
    void keepsTheLockOfAnotherProcess() throws Exception {
        JdbcCallStore.open(file).close();
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockHolder.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (JdbcCallStore store = JdbcCallStore.open(file)) {
            assertThat(other.getInputStream().read()).isEqualTo('!');
            expectFailure(Kind.LOCKED, () -> store.open(SOURCE, Duration.ZERO), "being written by another run");

            other.destroyForcibly().waitFor(1, TimeUnit.MINUTES);
            store.open(SOURCE, Duration.ZERO).close();
        } finally {
            other.destroyForcibly();
        }
    }

    /** Holds the lock of a source until it is killed. */
    static final class LockHolder {
        private LockHolder() {}

        public static void main(String[] arguments) throws InterruptedException {
            try (JdbcCallStore store = JdbcCallStore.open(Path.of(arguments[0]));
                    SourceSession session = store.open(SOURCE, Duration.ZERO)) {
                System.out.print("!");
                System.out.flush();
                TimeUnit.MINUTES.sleep(session.lastRun().isPresent() ? 1 : 5);
            }
        }
    }

    @Test
    void hasAColumnForEachValueAndAVersion() throws SQLException {
        JdbcCallStore.open(file).close();
        JdbcCallStore.open(file).close();
        assertThat(count("callist_schema")).isEqualTo(1);
        List<String> columns = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT name FROM pragma_table_info('calls')")) {
            while (row.next()) {
                columns.add(row.getString(1));
            }
        }
        List<String> expected = new ArrayList<>();
        for (CallColumn column : CallColumn.values()) {
            expected.add(column.sqlName());
        }
        expected.addAll(List.of("first_seen", "last_seen", "changed_at", "missing_since", "source_id"));
        assertThat(columns).isEqualTo(expected);
    }

    @Test
    void keepsTimesAsTextInTheOrderOfTimeAndNumbersAsNumbers() throws SQLException {
        CallRow row = CallRow.of(
                ListedWorld.call("a", Instant.parse("2026-03-01T11:00:00Z"))
                        .duration(Duration.ofMillis(1_500))
                        .build(),
                "ws1");
        try (JdbcCallStore store = JdbcCallStore.open(file);
                SourceSession session = store.open(SOURCE, Duration.ZERO)) {
            session.write(List.of(row), NOON, STATE);
        }
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet stored = statement.executeQuery("SELECT created_at, duration * 2, tags FROM calls")) {
            assertThat(stored.next()).isTrue();
            assertThat(stored.getString(1)).isEqualTo("2026-03-01T11:00:00.000000Z");
            assertThat(stored.getDouble(2)).isEqualTo(3.0);
            assertThat(stored.getString(3)).isEqualTo("[]");
        }
    }

    private static List<CallRow> rows(int from, int to) {
        List<CallRow> rows = new ArrayList<>();
        for (int i = from; i < to; i++) {
            rows.add(CallRow.of(ListedWorld.call("c" + i, NOON.minusSeconds(i)).build(), "ws1"));
        }
        return rows;
    }

    private void expectFailure(Kind kind, ThrowingCallable action, String words) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(CallStoreException.class, e -> {
                    assertThat(e.kind()).isEqualTo(kind);
                    assertThat(e.getMessage()).doesNotContain("5550100").doesNotContain("\n");
                })
                .hasMessageContaining(words);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long count(String table) throws SQLException {
        return count(table, "count(*)");
    }

    private long count(String table, String value) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT " + value + " FROM " + table)) {
            return row.next() ? row.getLong(1) : -1;
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }
}
