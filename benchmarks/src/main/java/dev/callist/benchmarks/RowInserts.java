package dev.callist.benchmarks;

import dev.callist.Call;
import dev.callist.benchmarks.candidates.ListWalk;
import dev.callist.sync.CallColumn;
import dev.callist.sync.CallRow;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A floor: inserts the texts of rows into a SQLite table with the columns, the key and the index of a copy. It reads no
 * list, converts nothing, and saves no progress.
 */
final class RowInserts implements ListWalk {
    private static final int ROWS_IN_TRANSACTION = 5000;
    private static final List<CallColumn> COLUMNS = List.of(CallColumn.values());

    private final List<@Nullable String[]> rows;
    private final Supplier<Path> newFile;

    private RowInserts(List<@Nullable String[]> rows, Supplier<Path> newFile) {
        this.rows = rows;
        this.newFile = newFile;
    }

    /** Prepares the texts of these calls. */
    static RowInserts of(List<Call> calls, Supplier<Path> newFile) {
        return new RowInserts(calls.stream().map(RowInserts::texts).toList(), newFile);
    }

    private static @Nullable String[] texts(Call call) {
        CallRow row = CallRow.of(call, "benchmark");
        return COLUMNS.stream()
                .map(column -> Objects.toString(row.get(column), null))
                .toArray(String[]::new);
    }

    @Override
    public long walk() {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + newFile.get(), settings())) {
            create(connection);
            long written = 0;
            String parameters = COLUMNS.stream().map(column -> "?").collect(Collectors.joining(", "));
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO calls VALUES (" + parameters + ")")) {
                for (int start = 0; start < rows.size(); start += ROWS_IN_TRANSACTION) {
                    connection.setAutoCommit(false);
                    written += insert(insert, rows.subList(start, Math.min(rows.size(), start + ROWS_IN_TRANSACTION)));
                    connection.setAutoCommit(true);
                }
            }
            return written;
        } catch (SQLException e) {
            throw new IllegalStateException("the rows could not be written", e);
        }
    }

    private static Properties settings() {
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "cache_size", "-32000",
                "journal_mode", "WAL",
                "synchronous", "NORMAL",
                "wal_autocheckpoint", "16000"));
        return settings;
    }

    private static void create(Connection connection) throws SQLException {
        String columns = COLUMNS.stream()
                .map(column -> column.sqlName() + (column.type() == CallColumn.Type.DECIMAL ? " NUMERIC" : " TEXT"))
                .collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE calls (" + columns + ", PRIMARY KEY (provider, account, id))");
            statement.execute("CREATE INDEX newest_first ON calls (created_at DESC)");
        }
    }

    private static int insert(PreparedStatement insert, List<@Nullable String[]> some) throws SQLException {
        for (@Nullable String[] row : some) {
            for (int i = 0; i < row.length; i++) {
                insert.setString(i + 1, row[i]);
            }
            insert.addBatch();
        }
        return Arrays.stream(insert.executeBatch()).sum();
    }
}
