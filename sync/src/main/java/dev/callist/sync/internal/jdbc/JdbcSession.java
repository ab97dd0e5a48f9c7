package dev.callist.sync.internal.jdbc;

import dev.callist.TimeSource;
import dev.callist.sync.CallColumn;
import dev.callist.sync.CallId;
import dev.callist.sync.CallRow;
import dev.callist.sync.CallStoreException;
import dev.callist.sync.CallStoreException.Kind;
import dev.callist.sync.RunRecord;
import dev.callist.sync.SourceSession;
import dev.callist.sync.SourceState;
import dev.callist.sync.StoredCall;
import dev.callist.sync.SyncSource;
import dev.callist.sync.TimeRange;
import dev.callist.sync.WriteCounts;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A session over one connection. Its source is locked, so that its state is read once. Not thread-safe. */
public final class JdbcSession implements SourceSession {
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);

    private final Database database;
    private final SyncSource source;
    private final Connection connection;
    private final CallTable calls;
    private final SourceTable sources;
    private volatile Optional<SourceLock> lock = Optional.empty();
    private SavedSource saved = SavedSource.NEW;

    /**
     * Whether most calls of the batch before were in the table, so that it is faster to look them up than to try to add
     * them.
     */
    private boolean findsFirst;

    private JdbcSession(Database database, SyncSource source, Connection connection) {
        this.database = database;
        this.source = source;
        this.connection = connection;
        this.calls = new CallTable(connection, database.dialect());
        this.sources = new SourceTable(connection, database.dialect());
    }

    /**
     * Locks a source.
     *
     * @throws CallStoreException LOCKED when another session is still open after this time
     */
    public static JdbcSession open(Database database, SyncSource source, Duration patience, TimeSource time) {
        JdbcSession session = null;
        boolean isOpen = false;
        try {
            session = new JdbcSession(database, source, database.connect());
            session.lock(patience, time);
            session.saved = session.sources.saved(source);
            session.calls.forgetFound();
            isOpen = true;
            return session;
        } catch (SQLException e) {
            throw database.failure(e);
        } finally {
            if (session != null && !isOpen) {
                session.close();
            }
        }
    }

    private void lock(Duration patience, TimeSource time) throws SQLException {
        Duration longest = patience.compareTo(database.lockGrace()) > 0 ? patience : database.lockGrace();
        long since = time.nanoTime();
        lock = database.tryLock(connection, source);
        while (lock.isEmpty()) {
            if (time.nanoTime() - since >= longest.toNanos()) {
                throw new CallStoreException(
                        Kind.LOCKED, source + " is being written by another run; try again when it has ended");
            }
            try {
                time.sleep(BETWEEN_TRIES);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CallStoreException(Kind.LOCKED, "interrupted while waiting for another run of " + source, e);
            }
            lock = database.tryLock(connection, source);
        }
    }

    @Override
    public SourceState state() {
        return saved.state();
    }

    @Override
    public Optional<Instant> lastRun() {
        return saved.lastRun();
    }

    @Override
    public void beginListing() {
        onConnection(within -> {
            calls.forgetFound();
            return 0;
        });
    }

    @Override
    public WriteCounts write(List<CallRow> rows, Instant runAt, SourceState state) {
        boolean hasPrices = rows.stream().anyMatch(row -> row.get(CallColumn.PRICE_AMOUNT) != null);
        SavedSource next = (hasPrices ? saved.withPrices() : saved).with(state, runAt);
        Written written = database.inTransaction(connection, within -> {
            long id = sources.id(source);
            Map<CallId, StoredCall> stored = findsFirst ? new HashMap<>(calls.find(ids(rows))) : new HashMap<>();
            List<CallRow> known = new ArrayList<>(rows);
            known.removeIf(row -> !stored.containsKey(row.id()));
            List<CallRow> others = new ArrayList<>(rows);
            others.removeIf(row -> stored.containsKey(row.id()));
            List<CallRow> met = calls.insert(others, id, runAt);
            stored.putAll(calls.find(ids(met)));
            known.addAll(met);
            int created = rows.size() - known.size();
            Written all =
                    new Written(created > 0, new WriteCounts(created, 0, 0, 0, 0)).plus(update(known, stored, runAt));
            if (all.isWritten()) {
                sources.save(id, next);
            }
            return all;
        });
        if (written.isWritten()) {
            saved = next;
        }
        findsFirst = written.counts().created() * 2 < rows.size();
        return written.counts();
    }

    private static List<CallId> ids(List<CallRow> rows) {
        return rows.stream().map(CallRow::id).distinct().toList();
    }

    /** What a batch did, and whether a row was written. */
    private record Written(boolean isWritten, WriteCounts counts) {
        Written plus(Written more) {
            return new Written(isWritten || more.isWritten, counts.plus(more.counts));
        }
    }

    private Written update(List<CallRow> rows, Map<CallId, StoredCall> stored, Instant runAt) throws SQLException {
        List<StoredCall> written = new ArrayList<>();
        List<CallId> found = new ArrayList<>();
        WriteCounts counts = WriteCounts.NONE;
        for (CallRow row : rows) {
            StoredCall before = Optional.ofNullable(stored.get(row.id()))
                    .orElseThrow(() -> new CallStoreException(
                            Kind.FAILED, "calls were deleted from " + database + " while a run wrote them; run again"));
            StoredCall now = before.foundAgain(row, runAt);
            counts = counts.plus(WriteCounts.of(Optional.of(before), now));
            if (now.equals(before)) {
                found.add(row.id());
            } else {
                written.add(now);
                stored.put(row.id(), now);
            }
        }
        calls.update(written);
        calls.rememberFound(found);
        return new Written(!written.isEmpty(), counts);
    }

    @Override
    public long markMissing(TimeRange range, Instant runAt, SourceState state) {
        SavedSource next = saved.with(state, runAt);
        boolean isNew = !state.equals(saved.state());
        long missing = database.inTransaction(connection, within -> {
            long id = sources.id(source);
            int marked = calls.markMissing(id, range, runAt);
            if (marked > 0 || isNew) {
                sources.save(id, next);
            }
            return marked;
        });
        if (missing > 0 || isNew) {
            saved = next;
        }
        return missing;
    }

    @Override
    public void save(Instant runAt, SourceState state) {
        if (state.equals(saved.state())) {
            return;
        }
        SavedSource next = saved.with(state, runAt);
        database.inTransaction(connection, within -> {
            sources.save(sources.id(source), next);
            return 0;
        });
        saved = next;
    }

    @Override
    public void record(RunRecord run) {
        SavedSource next = saved.with(saved.state(), run.startedAt());
        database.inTransaction(connection, within -> {
            sources.record(sources.id(source), run);
            return 0;
        });
        saved = next;
    }

    @Override
    public Optional<Instant> oldestOpen(Instant since) {
        return onConnection(within -> calls.oldestOpen(source, since, saved.hasPrices()));
    }

    @Override
    public Optional<Instant> earliest() {
        return onConnection(within -> calls.earliest(source));
    }

    private <T> T onConnection(SqlWork<T> work) {
        try {
            return work.on(connection);
        } catch (SQLException e) {
            throw database.failure(e);
        }
    }

    /** Whether it has been closed. */
    public boolean isClosed() {
        return lock.isEmpty();
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw database.failure(e);
        } finally {
            lock.ifPresent(SourceLock::close);
            lock = Optional.empty();
        }
    }

    /** The source. */
    @Override
    public String toString() {
        return "JdbcSession[" + source + "]";
    }
}
