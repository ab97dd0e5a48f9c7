package dev.callist.sync.internal.jdbc;

import dev.callist.CallStatus;
import dev.callist.sync.CallColumn;
import dev.callist.sync.CallId;
import dev.callist.sync.CallRow;
import dev.callist.sync.StoredCall;
import dev.callist.sync.SyncSource;
import dev.callist.sync.TimeRange;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The table {@code calls}, over one connection, which closes the statements when it is closed. Not thread-safe. */
public final class CallTable {
    private static final List<CallColumn> COLUMNS = List.of(CallColumn.values());
    private static final Set<CallColumn> KEY = EnumSet.of(CallColumn.PROVIDER, CallColumn.ACCOUNT, CallColumn.ID);
    private static final List<CallColumn> CONTENT =
            COLUMNS.stream().filter(column -> !KEY.contains(column)).toList();
    private static final String NAMES =
            COLUMNS.stream().map(CallColumn::sqlName).collect(Collectors.joining(", "));
    private static final String SELECT =
            "SELECT " + NAMES + ", first_seen, last_seen, changed_at, missing_since FROM calls";
    private static final String IS_CALL = " WHERE provider = ? AND account = ? AND id = ?";
    private static final String IS_OF_SOURCE =
            " WHERE source_id = (SELECT id FROM callist_sources WHERE provider = ? AND account = ? AND query_hash = ?)";
    private static final List<String> FINAL_STATUSES = Arrays.stream(CallStatus.values())
            .filter(CallStatus::isFinal)
            .map(Enum::name)
            .toList();
    private static final Comparator<CallRow> BY_ID =
            Comparator.comparing(row -> row.id().id());
    private static final int MAX_IN_QUERY = 1000;
    private static final int STREAMED_ROWS = 500;

    private final Connection connection;
    private final SqlDialect dialect;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    /** The table of a database. */
    public CallTable(Connection connection, SqlDialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** The calls with these keys. */
    public Map<CallId, StoredCall> find(Collection<CallId> ids) throws SQLException {
        Map<CallId, List<String>> byAccount = new LinkedHashMap<>();
        ids.forEach(id -> byAccount
                .computeIfAbsent(new CallId(id.provider(), id.account(), ""), account -> new ArrayList<>())
                .add(id.id()));
        Map<CallId, StoredCall> found = new LinkedHashMap<>();
        for (Map.Entry<CallId, List<String>> account : byAccount.entrySet()) {
            List<String> texts = account.getValue();
            for (int start = 0; start < texts.size(); start += MAX_IN_QUERY) {
                List<String> some = texts.subList(start, Math.min(texts.size(), start + MAX_IN_QUERY));
                find(account.getKey(), some, call -> found.put(call.row().id(), call));
            }
        }
        return found;
    }

    private void find(CallId account, List<String> ids, Consumer<StoredCall> reader) throws SQLException {
        PreparedStatement query = prepare(SELECT + " WHERE provider = ? AND account = ? AND id " + dialect.isOneOf());
        query.setString(1, account.provider());
        query.setString(2, account.account());
        dialect.setTexts(query, 3, ids);
        readAll(query, reader);
    }

    /** The calls of a source in a range, the newest first. */
    public void read(SyncSource source, TimeRange range, Consumer<StoredCall> reader) throws SQLException {
        PreparedStatement query = streamed(source, RangeCondition.of(range) + " ORDER BY created_at DESC NULLS LAST");
        RangeCondition.set(query, 4, range, dialect);
        readAll(query, reader);
    }

    /** The calls of a source that have no creation time. */
    public void readUndated(SyncSource source, Consumer<StoredCall> reader) throws SQLException {
        readAll(streamed(source, " AND created_at IS NULL"), reader);
    }

    private PreparedStatement streamed(SyncSource source, String rest) throws SQLException {
        dialect.prepareToStream(connection);
        PreparedStatement query = prepare(SELECT + IS_OF_SOURCE + rest);
        query.setFetchSize(STREAMED_ROWS);
        setSource(query, source);
        return query;
    }

    /**
     * Adds calls, in the order of their ids, which the index of the keys likes.
     *
     * @return those that were there before, also earlier in the list; they were not written
     */
    List<CallRow> insert(List<CallRow> calls, long sourceId, Instant runAt) throws SQLException {
        List<CallRow> rows = new ArrayList<>(calls);
        rows.sort(BY_ID);
        String parameters =
                COLUMNS.stream().map(column -> dialect.parameter(column.type())).collect(Collectors.joining(", "));
        PreparedStatement insert = prepare("INSERT INTO calls (" + NAMES
                + ", first_seen, last_seen, changed_at, source_id) " + dialect.row(parameters + ", ?, ?, ?, ?")
                + " ON CONFLICT (provider, account, id) DO NOTHING");
        for (CallRow row : rows) {
            int next = setAll(insert, 1, COLUMNS, row);
            dialect.set(insert, next, CallColumn.Type.INSTANT, runAt);
            dialect.set(insert, next + 1, CallColumn.Type.INSTANT, runAt);
            dialect.set(insert, next + 2, CallColumn.Type.INSTANT, runAt);
            insert.setLong(next + 3, sourceId);
            insert.addBatch();
        }
        int[] inserted = rows.isEmpty() ? new int[0] : insert.executeBatch();
        List<CallRow> known = new ArrayList<>();
        for (int i = 0; i < inserted.length; i++) {
            if (inserted[i] != 1) {
                known.add(rows.get(i));
            }
        }
        return known;
    }

    /** Replaces calls. */
    void update(List<StoredCall> calls) throws SQLException {
        if (calls.isEmpty()) {
            return;
        }
        PreparedStatement update = prepare("UPDATE calls SET "
                + CONTENT.stream()
                        .map(column -> column.sqlName() + " = " + dialect.parameter(column.type()))
                        .collect(Collectors.joining(", "))
                + ", last_seen = ?, changed_at = ?, missing_since = ?" + IS_CALL);
        for (StoredCall call : calls) {
            int next = setAll(update, 1, CONTENT, call.row());
            dialect.set(update, next, CallColumn.Type.INSTANT, call.lastSeen());
            dialect.set(update, next + 1, CallColumn.Type.INSTANT, call.changedAt());
            dialect.set(
                    update,
                    next + 2,
                    CallColumn.Type.INSTANT,
                    call.missingSince().orElse(null));
            setKey(update, next + 3, call.row().id());
            update.addBatch();
        }
        update.executeBatch();
    }

    /** Prepares to remember which calls were found unchanged, for {@link #markMissing}. */
    void forgetFound() throws SQLException {
        prepare("CREATE TEMPORARY TABLE IF NOT EXISTS callist_found (provider " + text() + ", account " + text()
                        + ", id " + text() + ", PRIMARY KEY (provider, account, id))")
                .execute();
        prepare("DELETE FROM callist_found").execute();
    }

    private String text() {
        return Objects.requireNonNull(dialect.words().get("text"));
    }

    /** Remembers calls that were found unchanged. */
    void rememberFound(List<CallId> ids) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        PreparedStatement insert =
                prepare("INSERT INTO callist_found (provider, account, id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING");
        for (CallId id : ids) {
            setKey(insert, 1, id);
            insert.addBatch();
        }
        insert.executeBatch();
    }

    /** Marks the calls of a range that this run neither wrote nor found. */
    int markMissing(long sourceId, TimeRange range, Instant runAt) throws SQLException {
        PreparedStatement update = prepare(
                "UPDATE calls SET missing_since = ? WHERE source_id = ? AND missing_since IS NULL AND last_seen < ?"
                        + " AND NOT EXISTS (SELECT 1 FROM callist_found WHERE callist_found.provider = calls.provider AND"
                        + " callist_found.account = calls.account AND callist_found.id = calls.id)"
                        + RangeCondition.of(range));
        dialect.set(update, 1, CallColumn.Type.INSTANT, runAt);
        update.setLong(2, sourceId);
        dialect.set(update, 3, CallColumn.Type.INSTANT, runAt);
        RangeCondition.set(update, 4, range, dialect);
        return update.executeUpdate();
    }

    /** The creation time of the oldest call that may change, see {@link StoredCall#isOpen}. */
    Optional<Instant> oldestOpen(SyncSource source, Instant since, boolean hasPrices) throws SQLException {
        TimeRange range = TimeRange.since(since);
        PreparedStatement query = prepare("SELECT created_at FROM calls" + IS_OF_SOURCE + RangeCondition.of(range)
                + " AND missing_since IS NULL AND ((NOT COALESCE(status, 'UNKNOWN') " + dialect.isOneOf()
                + " AND ended_at IS NULL)" + (hasPrices ? " OR price_amount IS NULL" : "")
                + ") ORDER BY created_at LIMIT 1");
        setSource(query, source);
        int next = RangeCondition.set(query, 4, range, dialect);
        dialect.setTexts(query, next, FINAL_STATUSES);
        return instant(query);
    }

    /** The earliest creation time of a source. */
    Optional<Instant> earliest(SyncSource source) throws SQLException {
        PreparedStatement query = prepare("SELECT created_at FROM calls" + IS_OF_SOURCE
                + " AND created_at IS NOT NULL ORDER BY created_at LIMIT 1");
        setSource(query, source);
        return instant(query);
    }

    private Optional<Instant> instant(PreparedStatement query) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            return row.next()
                    ? Optional.ofNullable((Instant) dialect.get(row, 1, CallColumn.Type.INSTANT))
                    : Optional.empty();
        }
    }

    private void readAll(PreparedStatement query, Consumer<StoredCall> reader) throws SQLException {
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                reader.accept(stored(rows));
            }
        }
    }

    private StoredCall stored(ResultSet row) throws SQLException {
        Map<CallColumn, Object> values = new EnumMap<>(CallColumn.class);
        int seen = 1;
        for (CallColumn column : COLUMNS) {
            Object value = dialect.get(row, seen++, column.type());
            if (value != null) {
                values.put(column, value);
            }
        }
        return new StoredCall(
                CallRow.of(values),
                instant(row, seen),
                instant(row, seen + 1),
                instant(row, seen + 2),
                Optional.ofNullable((Instant) dialect.get(row, seen + 3, CallColumn.Type.INSTANT)));
    }

    private Instant instant(ResultSet row, int index) throws SQLException {
        return (Instant) Objects.requireNonNull(dialect.get(row, index, CallColumn.Type.INSTANT));
    }

    private int setAll(PreparedStatement statement, int first, List<CallColumn> columns, CallRow row)
            throws SQLException {
        int index = first;
        for (CallColumn column : columns) {
            dialect.set(statement, index++, column.type(), row.get(column));
        }
        return index;
    }

    private static void setSource(PreparedStatement statement, SyncSource source) throws SQLException {
        statement.setString(1, source.provider());
        statement.setString(2, source.account());
        statement.setString(3, source.queryHash());
    }

    private static void setKey(PreparedStatement statement, int first, CallId id) throws SQLException {
        statement.setString(first, id.provider());
        statement.setString(first + 1, id.account());
        statement.setString(first + 2, id.id());
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement known = prepared.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            prepared.put(sql, known);
        }
        return known;
    }
}
