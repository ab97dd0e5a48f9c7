package dev.callist.sync.internal.jdbc;

import dev.callist.sync.CallColumn;
import dev.callist.sync.RunRecord;
import dev.callist.sync.SourceState;
import dev.callist.sync.SyncSource;
import dev.callist.sync.WriteCounts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tables {@code callist_sources} and {@code callist_runs}, over one connection. */
public final class SourceTable {
    private static final String STATE = "watermark, covered_from, in_doubt, unfinished, last_run, has_prices";
    private static final String IS_SOURCE = " WHERE provider = ? AND account = ? AND query_hash = ?";

    private final Connection connection;
    private final SqlDialect dialect;

    /** The tables of a database. */
    public SourceTable(Connection connection, SqlDialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** The sources whose state is not new, in the order in which they were first written. */
    public List<SyncSource> sources() throws SQLException {
        List<SyncSource> sources = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT " + STATE
                        + ", provider, account, query_hash, query_text FROM callist_sources ORDER BY id");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                if (!saved(row).state().equals(SourceState.NEW)) {
                    sources.add(
                            new SyncSource(row.getString(7), row.getString(8), row.getString(9), row.getString(10)));
                }
            }
        }
        return sources;
    }

    /** What is known of a source. */
    public SourceState state(SyncSource source) throws SQLException {
        return saved(source).state();
    }

    SavedSource saved(SyncSource source) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT " + STATE + " FROM callist_sources" + IS_SOURCE)) {
            setKey(query, source);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? saved(row).andRun(recorded(source)) : SavedSource.NEW;
            }
        }
    }

    /** The latest run with a row of its own, which is all that a run writes when nothing is new. */
    private Optional<Instant> recorded(SyncSource source) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT started_at FROM callist_runs WHERE source_id ="
                        + " (SELECT id FROM callist_sources" + IS_SOURCE + ") ORDER BY id DESC LIMIT 1")) {
            setKey(query, source);
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.ofNullable((Instant) dialect.get(row, 1, CallColumn.Type.INSTANT))
                        : Optional.empty();
            }
        }
    }

    private SavedSource saved(ResultSet row) throws SQLException {
        SourceState state = new SourceState(
                Optional.ofNullable((Instant) dialect.get(row, 1, CallColumn.Type.INSTANT)),
                StateText.coveredFrom(row.getString(2)),
                StateText.ranges(row.getString(3)),
                StateText.unfinished(row.getString(4)));
        return new SavedSource(
                state, Optional.ofNullable((Instant) dialect.get(row, 5, CallColumn.Type.INSTANT)), row.getInt(6) != 0);
    }

    /** The number of a source in other tables; creates its row if there is none. */
    long id(SyncSource source) throws SQLException {
        Optional<Long> known = find(source);
        if (known.isPresent()) {
            return known.get();
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO callist_sources (provider, account, query_hash, query_text, in_doubt, has_prices)"
                        + " VALUES (?, ?, ?, ?, " + dialect.parameter(CallColumn.Type.JSON) + ", 0)")) {
            setKey(insert, source);
            insert.setString(4, source.queryText());
            insert.setString(5, StateText.ofRanges(List.of()));
            insert.executeUpdate();
        }
        return find(source).orElseThrow();
    }

    private Optional<Long> find(SyncSource source) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT id FROM callist_sources" + IS_SOURCE)) {
            setKey(query, source);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
            }
        }
    }

    void save(long id, SavedSource saved) throws SQLException {
        SourceState state = saved.state();
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE callist_sources SET watermark = ?, covered_from = ?, in_doubt = "
                        + dialect.parameter(CallColumn.Type.JSON)
                        + ", unfinished = " + dialect.parameter(CallColumn.Type.JSON)
                        + ", last_run = ?, has_prices = ? WHERE id = ?")) {
            dialect.set(update, 1, CallColumn.Type.INSTANT, state.watermark().orElse(null));
            update.setString(2, StateText.ofCoveredFrom(state.coveredFrom()));
            update.setString(3, StateText.ofRanges(state.inDoubt()));
            update.setString(4, StateText.ofUnfinished(state.unfinished()));
            dialect.set(update, 5, CallColumn.Type.INSTANT, saved.lastRun().orElse(null));
            update.setInt(6, saved.hasPrices() ? 1 : 0);
            update.setLong(7, id);
            update.executeUpdate();
        }
    }

    void record(long id, RunRecord run) throws SQLException {
        WriteCounts counts = run.counts();
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO callist_runs (source_id, started_at, ended_at, outcome, created, changed, unchanged, missing,"
                        + " returned, requests) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, id);
            dialect.set(insert, 2, CallColumn.Type.INSTANT, run.startedAt());
            dialect.set(insert, 3, CallColumn.Type.INSTANT, run.endedAt());
            insert.setString(4, run.outcome());
            insert.setLong(5, counts.created());
            insert.setLong(6, counts.changed());
            insert.setLong(7, counts.unchanged());
            insert.setLong(8, counts.missing());
            insert.setLong(9, counts.returned());
            insert.setLong(10, run.requests());
            insert.executeUpdate();
        }
    }

    private static void setKey(PreparedStatement statement, SyncSource source) throws SQLException {
        statement.setString(1, source.provider());
        statement.setString(2, source.account());
        statement.setString(3, source.queryHash());
    }
}
