package dev.callist.sync.internal.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What to do on a connection.
 *
 * @param <T> the result
 */
@FunctionalInterface
public interface SqlWork<T> {
    /** Does it. */
    T on(Connection connection) throws SQLException;
}
