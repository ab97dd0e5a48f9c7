package dev.callist.sync.internal.jdbc;

import dev.callist.sync.CallColumn;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a database writes values. Stateless. */
public interface SqlDialect {
    /** What replaces the words in braces of a schema script. */
    Map<String, String> words();

    /** A parameter for a value of this type. */
    String parameter(CallColumn.Type type);

    /** The row of an INSERT, so that the driver reports for each row of a batch whether it was inserted. */
    String row(String parameters);

    /** A condition that one of several texts is met, with one parameter for {@link #setTexts}. */
    String isOneOf();

    /** Sets a parameter to a value of this type. */
    void set(PreparedStatement statement, int index, CallColumn.Type type, @Nullable Object value) throws SQLException;

    /** Sets the parameter of {@link #isOneOf}. */
    void setTexts(PreparedStatement statement, int index, List<String> texts) throws SQLException;

    /** The value of a column of this type. */
    @Nullable
    Object get(ResultSet row, int index, CallColumn.Type type) throws SQLException;

    /** Whether there is a table of this name. */
    boolean hasTable(Connection connection, String name) throws SQLException;

    /** Makes the next query return its rows one by one. */
    void prepareToStream(Connection connection) throws SQLException;
}
