package dev.callist.sync.internal.jdbc;

import dev.callist.sync.CallStoreException;
import dev.callist.sync.CallStoreException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The tables of a store: created, and brought to this version, by the scripts {@code schema-1.sql}, {@code
 * schema-2.sql} …
 */
public final class StoreSchema {
    /** The version that this code reads and writes. */
    static final int VERSION = 1;

    private static final Pattern COMMAND_END = Pattern.compile(";\\s*");
    private static final String VERSIONS = "callist_schema";
    private static final List<String> TABLES = List.of("calls", "callist_sources", "callist_runs");

    private StoreSchema() {}

    /**
     * Creates what is missing. Writes nothing if nothing is.
     *
     * @throws CallStoreException NEWER_SCHEMA or NOT_A_STORE
     */
    public static void prepare(Database database) {
        database.run(connection -> {
            if (version(database, connection) < VERSION) {
                database.inTransaction(connection, within -> {
                    database.lockSchema(within);
                    migrate(database, within);
                    return VERSION;
                });
            }
            return VERSION;
        });
    }

    private static int version(Database database, Connection connection) throws SQLException {
        if (!database.dialect().hasTable(connection, VERSIONS)) {
            return 0;
        }
        try (Statement query = connection.createStatement();
                ResultSet latest = query.executeQuery("SELECT max(version) FROM callist_schema")) {
            int version = latest.next() ? latest.getInt(1) : 0;
            if (version > VERSION) {
                throw new CallStoreException(
                        Kind.NEWER_SCHEMA,
                        database + " was written by a newer version of Callist (schema " + version
                                + ", this version knows " + VERSION + "); use that version");
            }
            return version;
        }
    }

    private static void migrate(Database database, Connection connection) throws SQLException {
        int version = version(database, connection);
        if (version == 0) {
            refuseOtherTables(database, connection);
        }
        for (int next = version + 1; next <= VERSION; next++) {
            try (Statement statement = connection.createStatement()) {
                for (String command : COMMAND_END
                        .splitAsStream(script(next, database.dialect().words()))
                        .toList()) {
                    statement.execute(command);
                }
                statement.execute("INSERT INTO callist_schema (version) VALUES (" + next + ")");
            }
        }
    }

    private static void refuseOtherTables(Database database, Connection connection) throws SQLException {
        for (String table : TABLES) {
            if (database.dialect().hasTable(connection, table)) {
                throw new CallStoreException(
                        Kind.NOT_A_STORE,
                        database + " has a table " + table + " that is not of Callist; choose another database");
            }
        }
    }

    private static String script(int version, Map<String, String> words) {
        String name = "schema-" + version + ".sql";
        try (InputStream file = StoreSchema.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing");
            }
            String script = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            for (Map.Entry<String, String> word : words.entrySet()) {
                script = script.replace("{" + word.getKey() + "}", word.getValue());
            }
            return script.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
