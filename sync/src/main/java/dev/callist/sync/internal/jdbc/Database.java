package dev.callist.sync.internal.jdbc;

import dev.callist.sync.CallStoreException;
import dev.callist.sync.SyncSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * A database: how to reach it, how to lock sources in it, and what its errors mean. Thread-safe. Its text contains no
 * secret.
 */
public interface Database {
    /** How it writes values. */
    SqlDialect dialect();

    /** A new connection in auto-commit mode. */
    Connection connect() throws SQLException;

    /** Locks a source until the lock or the connection is closed; absent while another session has the lock. */
    Optional<SourceLock> tryLock(Connection connection, SyncSource source) throws SQLException;

    /** How long the lock of a process that was killed may remain. */
    Duration lockGrace();

    /** Within a transaction, keeps others from changing the schema until the transaction ends. */
    void lockSchema(Connection connection) throws SQLException;

    /** A failure as one line that says what to do. The message of the database is not quoted. */
    CallStoreException failure(SQLException failure);

    /** Does something on a connection of its own. */
    default <T> T run(SqlWork<T> work) {
        try (Connection connection = connect()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Does something in one transaction, all or nothing. */
    default <T> T inTransaction(Connection connection, SqlWork<T> work) {
        boolean isDone = false;
        try {
            connection.setAutoCommit(false);
            T result = work.on(connection);
            connection.setAutoCommit(true); // commits
            isDone = true;
            return result;
        } catch (SQLException e) {
            throw failure(e);
        } finally {
            if (!isDone) {
                rollBack(connection);
            }
        }
    }

    /** Ends a transaction that failed. A connection that cannot even do this is no longer of use. */
    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            try {
                connection.close();
            } catch (SQLException ignored) {
                // the transaction has ended with the connection
            }
        }
    }
}
