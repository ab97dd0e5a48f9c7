package dev.callist.sync.internal.jdbc;

import dev.callist.sync.CallColumn;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** PostgreSQL. JSON is {@code json}, which keeps a text as it is; {@code jsonb} would reorder and refuse some. */
final class PostgresDialect implements SqlDialect {
    @Override
    public Map<String, String> words() {
        return Map.of(
                "id", "bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
                "text", "text",
                "instant", "timestamptz",
                "decimal", "numeric",
                "json", "json",
                "newest first", "created_at DESC NULLS LAST");
    }

    @Override
    public String parameter(CallColumn.Type type) {
        return type == CallColumn.Type.JSON ? "?::json" : "?";
    }

    /** Not VALUES: with {@code reWriteBatchedInserts}, the driver combines them, and does not report each row. */
    @Override
    public String row(String parameters) {
        return "SELECT " + parameters;
    }

    @Override
    public String isOneOf() {
        return "= ANY (?)";
    }

    @Override
    public void set(PreparedStatement statement, int index, CallColumn.Type type, @Nullable Object value)
            throws SQLException {
        switch (type) {
            case TEXT, JSON -> statement.setString(index, (String) value);
            case INSTANT -> {
                if (value == null) {
                    statement.setNull(index, Types.TIMESTAMP_WITH_TIMEZONE);
                } else {
                    statement.setObject(index, OffsetDateTime.ofInstant((Instant) value, ZoneOffset.UTC));
                }
            }
            case DECIMAL -> statement.setBigDecimal(index, (BigDecimal) value);
        }
    }

    @Override
    public void setTexts(PreparedStatement statement, int index, List<String> texts) throws SQLException {
        statement.setArray(index, statement.getConnection().createArrayOf("text", texts.toArray()));
    }

    @Override
    public @Nullable Object get(ResultSet row, int index, CallColumn.Type type) throws SQLException {
        return switch (type) {
            case TEXT, JSON -> row.getString(index);
            case INSTANT -> {
                OffsetDateTime time = row.getObject(index, OffsetDateTime.class);
                yield time == null ? null : time.toInstant();
            }
            case DECIMAL -> row.getBigDecimal(index);
        };
    }

    @Override
    public boolean hasTable(Connection connection, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT to_regclass(?) IS NOT NULL")) {
            query.setString(1, name);
            try (ResultSet found = query.executeQuery()) {
                return found.next() && found.getBoolean(1);
            }
        }
    }

    @Override
    public void prepareToStream(Connection connection) throws SQLException {
        connection.setAutoCommit(false); // otherwise the driver reads all rows at once
    }
}
