package dev.callist.cli;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The database of a copy, read and changed past the commands. */
record CopiedCalls(String url, String user, String password) {
    /** The columns that say when a run found a call, not what it is. */
    private static final List<String> OF_RUNS =
            List.of("source_id", "first_seen", "last_seen", "changed_at", "missing_since", "found", "run");

    /** A SQLite file. */
    static CopiedCalls sqlite(Object file) {
        return new CopiedCalls("jdbc:sqlite:" + file, "", "");
    }

    /** Returns the first column of the result as text. */
    List<String> query(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    /** Changes rows, and returns how many. */
    int change(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    /** Returns the content of all calls that are not missing, as one text for each, by id. */
    List<String> content() throws SQLException {
        List<String> calls = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT * FROM calls WHERE missing_since IS NULL ORDER BY provider, id")) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                StringBuilder call = new StringBuilder();
                for (int column = 1; column <= columns; column++) {
                    String name = rows.getMetaData().getColumnName(column);
                    if (!OF_RUNS.contains(name)) {
                        call.append(name)
                                .append('=')
                                .append(rows.getString(column))
                                .append('\n');
                    }
                }
                calls.add(call.toString());
            }
        }
        return calls;
    }
}
