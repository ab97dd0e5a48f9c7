package dev.callist.sync;

import dev.callist.TimeSource;
import dev.callist.sync.internal.jdbc.CallTable;
import dev.callist.sync.internal.jdbc.Database;
import dev.callist.sync.internal.jdbc.JdbcSession;
import dev.callist.sync.internal.jdbc.SourceTable;
import dev.callist.sync.internal.jdbc.StoreAddress;
import dev.callist.sync.internal.jdbc.StoreSchema;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Calls in a SQLite file or a PostgreSQL database, in the tables {@code calls}, {@code callist_sources}, {@code
 * callist_runs} and {@code callist_schema}, which are created when the store is opened. The columns of {@code calls}
 * are those of {@link CallColumn} and {@link StoredCall}, in snake case. In SQLite, instants are UTC texts such as
 * {@code 2026-03-01T12:00:00.000000Z}, whose order is that of time.
 *
 * <p>The driver is not a dependency of this module: put {@code org.xerial:sqlite-jdbc} or {@code
 * org.postgresql:postgresql} on the class path. One database can keep several sources. Locks of SQLite are on a file
 * next to the database, {@code calls.db.lock}, which may stay there; PostgreSQL locks are advisory ones, which a
 * connection pooler must not share between clients.
 *
 * <p>Thread-safe. Each session and each reading method has a connection of its own.
 */
public final class JdbcCallStore implements CallStore {
    private final Database database;
    private final Set<JdbcSession> sessions = ConcurrentHashMap.newKeySet();

    /** A store whose tables exist. */
    JdbcCallStore(Database database) {
        StoreSchema.prepare(database);
        this.database = database;
    }

    /**
     * Opens a SQLite file, and creates it if it does not exist.
     *
     * @throws CallStoreException when it cannot be opened; see {@link CallStoreException.Kind}
     */
    public static JdbcCallStore open(Path file) {
        return new JdbcCallStore(StoreAddress.of(file));
    }

    /**
     * Opens a store with the password in the environment variable {@code PGPASSWORD}, if it is set.
     *
     * @param address the path of a SQLite file, or {@code jdbc:postgresql://host:port/database?user=name}, which must
     *     not contain a password
     * @throws CallStoreException INVALID_CONFIG for another address, or when the store cannot be opened
     */
    public static JdbcCallStore open(String address) {
        return open(address, System.getenv("PGPASSWORD"));
    }

    /**
     * Opens a store.
     *
     * @param address as in {@link #open(String)}
     * @param password of the PostgreSQL user; null for none. It appears in no message, cause or log
     * @throws CallStoreException INVALID_CONFIG for another address, or when the store cannot be opened
     */
    public static JdbcCallStore open(String address, @Nullable CharSequence password) {
        return new JdbcCallStore(StoreAddress.of(address, password));
    }

    @Override
    public SourceSession open(SyncSource source, Duration patience) {
        sessions.removeIf(JdbcSession::isClosed);
        JdbcSession session = JdbcSession.open(database, source, patience, TimeSource.system());
        sessions.add(session);
        return session;
    }

    @Override
    public List<SyncSource> sources() {
        return database.run(connection -> new SourceTable(connection, database.dialect()).sources());
    }

    @Override
    public SourceState state(SyncSource source) {
        return database.run(connection -> new SourceTable(connection, database.dialect()).state(source));
    }

    @Override
    public Map<CallId, StoredCall> find(Collection<CallId> ids) {
        return database.run(connection -> new CallTable(connection, database.dialect()).find(ids));
    }

    @Override
    public void read(SyncSource source, TimeRange range, Consumer<StoredCall> reader) {
        database.run(connection -> {
            new CallTable(connection, database.dialect()).read(source, range, reader);
            return 0;
        });
    }

    @Override
    public void readUndated(SyncSource source, Consumer<StoredCall> reader) {
        database.run(connection -> {
            new CallTable(connection, database.dialect()).readUndated(source, reader);
            return 0;
        });
    }

    @Override
    public void close() {
        sessions.forEach(JdbcSession::close);
        sessions.clear();
    }

    /** The file, or the address without its parameters. */
    @Override
    public String toString() {
        return "JdbcCallStore[" + database + "]";
    }
}
