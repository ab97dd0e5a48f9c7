package dev.callist.sync;

import dev.callist.sync.internal.jdbc.Database;
import dev.callist.sync.internal.jdbc.SourceLock;
import dev.callist.sync.internal.jdbc.SqlDialect;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/** A database of which a test learns each connection and statement. */
final class WatchedDatabase implements Database {
    private final Database database;
    private final Watcher watcher;

    WatchedDatabase(Database database, Watcher watcher) {
        this.database = database;
        this.watcher = watcher;
    }

    /** Learns what happens, and may make it fail. */
    interface Watcher {
        /** A connection was made. */
        default void connected(Connection connection) throws SQLException {}

        /** A statement is about to be executed, or a transaction to begin or end. */
        default void beforeStatement() throws SQLException {}
    }

    /**
     * The end of a process before a statement: neither this statement nor a later one is executed, and transactions are
     * neither committed nor rolled back, until the connections are closed.
     */
    static final class Kill implements Watcher {
        private long statementsLeft;

        /** A process that executes this many statements. */
        Kill(long statements) {
            statementsLeft = statements;
        }

        boolean isDead() {
            return statementsLeft < 0;
        }

        @Override
        public void beforeStatement() throws SQLException {
            if (statementsLeft <= 0) {
                statementsLeft = -1;
                throw new SQLException("killed, as scripted for +15550100", "08006");
            }
            statementsLeft--;
        }
    }

    @Override
    public Connection connect() throws SQLException {
        Connection connection = database.connect();
        watcher.connected(connection);
        return proxy(Connection.class, connection, true);
    }

    private <T> T proxy(Class<T> type, T target, boolean isConnection) {
        return type.cast(Proxy.newProxyInstance(
                WatchedDatabase.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> invoke(target, isConnection, method, arguments)));
    }

    private Object invoke(Object target, boolean isConnection, Method method, Object[] arguments) throws Throwable {
        String name = method.getName();
        if (name.startsWith("execute") || (isConnection && (name.equals("setAutoCommit") || name.equals("rollback")))) {
            watcher.beforeStatement();
        }
        try {
            Object result = method.invoke(target, arguments);
            if (isConnection && result instanceof PreparedStatement statement) {
                return proxy(PreparedStatement.class, statement, false);
            }
            return isConnection && result instanceof Statement statement
                    ? proxy(Statement.class, statement, false)
                    : result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public SqlDialect dialect() {
        return database.dialect();
    }

    @Override
    public Optional<SourceLock> tryLock(Connection connection, SyncSource source) throws SQLException {
        return database.tryLock(connection, source);
    }

    @Override
    public Duration lockGrace() {
        return database.lockGrace();
    }

    @Override
    public void lockSchema(Connection connection) throws SQLException {
        database.lockSchema(connection);
    }

    @Override
    public CallStoreException failure(SQLException failure) {
        return database.failure(failure);
    }

    @Override
    public String toString() {
        return database.toString();
    }
}
