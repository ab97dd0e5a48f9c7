package dev.callist.sync;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A place that keeps calls and, in the same transactions, what is known of the sources that they came from. {@code
 * JdbcCallStore} keeps them in SQLite or PostgreSQL. To test a store of your own, extend {@code CallStoreContract}.
 *
 * <p>Implementations are thread-safe: several sources may be written at once, and calls may be read meanwhile. All
 * methods throw {@link CallStoreException} when the store fails.
 */
public interface CallStore extends AutoCloseable {
    /**
     * Begins to write a source. Only one session of a source is open at a time, over all processes that use the store;
     * a session whose process ends is over.
     *
     * @param patience how long to wait while another session is open; zero for not at all
     * @throws CallStoreException LOCKED when another session is still open
     */
    SourceSession open(SyncSource source, Duration patience);

    /** The sources of which anything is known, in a fixed order, without opening a session. */
    List<SyncSource> sources();

    /** What is known of a source, without opening a session; {@link SourceState#NEW} if it has never been written. */
    SourceState state(SyncSource source);

    /** The calls with these keys, missing ones included; keys that the store does not have are left out. */
    Map<CallId, StoredCall> find(Collection<CallId> ids);

    /**
     * Reads the calls of a source that were created in a range, missing ones included, each once: the newest first,
     * calls without a time last. Memory is bounded, and the calls are those of one moment. The reader must not write to
     * this store.
     */
    void read(SyncSource source, TimeRange range, Consumer<StoredCall> reader);

    /**
     * Reads the calls of a source that have no time, which belong to no window, missing ones included. The rules are
     * those of {@link #read}.
     */
    default void readUndated(SyncSource source, Consumer<StoredCall> reader) {
        read(source, TimeRange.ALL, call -> {
            if (call.row().get(CallColumn.CREATED_AT) == null) {
                reader.accept(call);
            }
        });
    }

    /** Ends all sessions and releases what the store uses. Idempotent. */
    @Override
    void close();
}
