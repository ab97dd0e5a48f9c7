package dev.callist.sync.internal.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.callist.CallJson;
import dev.callist.sync.CallColumn;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** SQLite. Instants are texts that sort by time; SQLite converts the texts of numbers. */
final class SqliteDialect implements SqlDialect {
    @Override
    public Map<String, String> words() {
        return Map.of(
                "id", "INTEGER PRIMARY KEY",
                "text", "TEXT",
                "instant", "TEXT",
                "decimal", "NUMERIC",
                "json", "TEXT",
                "newest first", "created_at DESC");
    }

    @Override
    public String parameter(CallColumn.Type type) {
        return "?";
    }

    @Override
    public String row(String parameters) {
        return "VALUES (" + parameters + ")";
    }

    @Override
    public String isOneOf() {
        return "IN (SELECT value FROM json_each(?))";
    }

    @Override
    public void set(PreparedStatement statement, int index, CallColumn.Type type, @Nullable Object value)
            throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.VARCHAR);
            return;
        }
        statement.setString(
                index,
                switch (type) {
                    case TEXT, JSON -> (String) value;
                    case INSTANT -> InstantText.of((Instant) value);
                    case DECIMAL -> ((BigDecimal) value).toPlainString();
                });
    }

    @Override
    public void setTexts(PreparedStatement statement, int index, List<String> texts) throws SQLException {
        try {
            statement.setString(index, CallJson.mapper().writeValueAsString(texts));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a list of texts is always JSON");
        }
    }

    @Override
    public @Nullable Object get(ResultSet row, int index, CallColumn.Type type) throws SQLException {
        String text = row.getString(index);
        if (text == null) {
            return null;
        }
        return switch (type) {
            case TEXT, JSON -> text;
            case INSTANT -> Instant.parse(text);
            case DECIMAL -> new BigDecimal(text);
        };
    }

    @Override
    public boolean hasTable(Connection connection, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT 1 FROM sqlite_master WHERE name = ?")) {
            query.setString(1, name);
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        }
    }

    @Override
    public void prepareToStream(Connection connection) {
        // SQLite always streams
    }
}
