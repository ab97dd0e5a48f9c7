package dev.callist.sync.internal.jdbc;

import dev.callist.sync.CallStoreException;
import dev.callist.sync.CallStoreException.Kind;
import dev.callist.sync.SyncSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL database. Locks are advisory locks of the session's connection, apart for each schema. */
final class PostgresDatabase implements Database {
    private static final long SCHEMA_LOCK = 0x43616c6c697374L;

    private final SqlDialect dialect = new PostgresDialect();
    private final String url;
    private final @Nullable String password;

    /**
     * A database.
     *
     * @param url without a password
     */
    PostgresDatabase(String url, @Nullable CharSequence password) {
        this.url = url;
        this.password = password == null ? null : password.toString();
    }

    @Override
    public SqlDialect dialect() {
        return dialect;
    }

    @Override
    public Connection connect() throws SQLException {
        checkDriver();
        Properties settings = new Properties();
        settings.setProperty("ApplicationName", "callist");
        settings.setProperty("tcpKeepAlive", "true");
        if (password != null) {
            settings.setProperty("password", password);
        }
        return DriverManager.getConnection(url, settings);
    }

    private void checkDriver() {
        try {
            DriverManager.getDriver(url);
        } catch (SQLException e) {
            throw new CallStoreException(
                    Kind.INVALID_CONFIG,
                    this
                            + " cannot be reached: write the address as jdbc:postgresql://host:port/database?user=name, and"
                            + " add the driver org.postgresql:postgresql to the class path",
                    e);
        }
    }

    @Override
    public Optional<SourceLock> tryLock(Connection connection, SyncSource source) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement("SELECT pg_try_advisory_lock(hashtextextended(current_schema(), ?))")) {
            lock.setLong(1, SourceKeys.of(source));
            try (ResultSet result = lock.executeQuery()) {
                boolean isLocked = result.next() && result.getBoolean(1);
                return isLocked ? Optional.of(() -> {}) : Optional.empty(); // closing the connection unlocks
            }
        }
    }

    /** The server notices the end of a process when its connection breaks. */
    @Override
    public Duration lockGrace() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void lockSchema(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("SELECT pg_advisory_xact_lock(?)")) {
            lock.setLong(1, SCHEMA_LOCK);
            lock.execute();
        }
    }

    @Override
    public CallStoreException failure(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        return switch (state) {
            case "28000", "28P01", "08004" ->
                failure(Kind.UNAVAILABLE, "refused the login; check the user in the address, and PGPASSWORD", failure);
            case "3D000" -> failure(Kind.UNAVAILABLE, "does not exist; create the database", failure);
            case "08001" -> failure(Kind.UNAVAILABLE, "cannot be reached; check the address and the server", failure);
            case "53100" -> failure(Kind.FULL, "is on a disk that is full; free some space, and run again", failure);
            case "25006" ->
                failure(
                        Kind.READ_ONLY,
                        "accepts no writes now; use the primary server, or wait until it does",
                        failure);
            case "42501", "3F000" ->
                failure(
                        Kind.READ_ONLY,
                        "lets this user neither create nor write its tables; grant CREATE and USAGE on the schema, or"
                                + " choose another one",
                        failure);
            case "40P01", "40001", "55P03" ->
                failure(Kind.FAILED, "gave way to another transaction; run again", failure);
            default -> ofClass(state, failure);
        };
    }

    private CallStoreException ofClass(String state, SQLException failure) {
        if (state.startsWith("08") || state.startsWith("57P")) {
            return failure(Kind.UNAVAILABLE, "broke the connection; run again when the server is back", failure);
        }
        if (state.startsWith("53")) {
            return failure(Kind.UNAVAILABLE, "is short of connections or memory; run again later", failure);
        }
        return failure(Kind.FAILED, "could not be used (SQLSTATE " + state + ")", failure);
    }

    private CallStoreException failure(Kind kind, String detail, SQLException cause) {
        return new CallStoreException(kind, this + " " + detail, cause);
    }

    /** The address without its parameters. */
    @Override
    public String toString() {
        return url.replaceFirst("\\?.*", "").replaceFirst("^jdbc:", "");
    }
}
