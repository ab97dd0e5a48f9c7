package dev.callist.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A store that keeps everything in memory, for tests of code that uses a {@link CallStore}. Thread-safe. */
public final class InMemoryCallStore implements CallStore {
    private static final Comparator<Entry> NEWEST_FIRST =
            Comparator.comparing((Entry entry) -> entry.createdAt().orElse(Instant.MIN), Comparator.reverseOrder());

    private final Map<SyncSource, SourceState> states = new LinkedHashMap<>();
    private final Map<SyncSource, Instant> lastRuns = new HashMap<>();
    private final Map<CallId, Entry> calls = new LinkedHashMap<>();
    private final Set<SyncSource> open = new HashSet<>();
    private final List<RunRecord> runs = new ArrayList<>();

    /** An empty store. */
    public InMemoryCallStore() {}

    @Override
    public synchronized SourceSession open(SyncSource source, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (open.contains(source)) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                throw new CallStoreException(
                        CallStoreException.Kind.LOCKED,
                        source + " is being written by another run; try again when it has ended");
            }
            try {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CallStoreException(
                        CallStoreException.Kind.LOCKED, "interrupted while waiting for another run of " + source, e);
            }
        }
        open.add(source);
        return new Session(source);
    }

    @Override
    public synchronized List<SyncSource> sources() {
        return states.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(SourceState.NEW))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public synchronized SourceState state(SyncSource source) {
        return states.getOrDefault(source, SourceState.NEW);
    }

    @Override
    public synchronized Map<CallId, StoredCall> find(Collection<CallId> ids) {
        Map<CallId, StoredCall> found = new LinkedHashMap<>();
        for (CallId id : ids) {
            Entry entry = calls.get(id);
            if (entry != null) {
                found.put(id, entry.call);
            }
        }
        return found;
    }

    @Override
    public synchronized void read(SyncSource source, TimeRange range, Consumer<StoredCall> reader) {
        calls.values().stream()
                .filter(entry -> entry.isIn(source, range))
                .sorted(NEWEST_FIRST)
                .map(entry -> entry.call)
                .toList()
                .forEach(reader);
    }

    /** All calls of all sources, missing ones included. */
    public synchronized List<StoredCall> calls() {
        return calls.values().stream().map(entry -> entry.call).toList();
    }

    /** The records of all runs, in order. */
    public synchronized List<RunRecord> runs() {
        return List.copyOf(runs);
    }

    @Override
    public synchronized void close() {
        open.clear();
        notifyAll();
    }

    /** How many calls there are. */
    @Override
    public synchronized String toString() {
        return "InMemoryCallStore[" + calls.size() + " calls]";
    }

    /** A call and the source that stored it first. */
    private record Entry(SyncSource source, StoredCall call) {
        boolean isIn(SyncSource other, TimeRange range) {
            return source.equals(other) && range.contains(createdAt());
        }

        Optional<Instant> createdAt() {
            return Optional.ofNullable((Instant) call.row().get(CallColumn.CREATED_AT));
        }
    }

    private final class Session implements SourceSession {
        private final SyncSource source;
        private final Set<CallId> found = new HashSet<>();
        private boolean isClosed;

        Session(SyncSource source) {
            this.source = source;
        }

        @Override
        public SourceState state() {
            return InMemoryCallStore.this.state(source);
        }

        @Override
        public Optional<Instant> lastRun() {
            synchronized (InMemoryCallStore.this) {
                return Optional.ofNullable(lastRuns.get(source));
            }
        }

        @Override
        public void beginListing() {
            found.clear();
        }

        @Override
        public WriteCounts write(List<CallRow> rows, Instant runAt, SourceState state) {
            synchronized (InMemoryCallStore.this) {
                WriteCounts counts = WriteCounts.NONE;
                boolean isWritten = false;
                for (CallRow row : rows) {
                    Entry stored = calls.get(row.id());
                    Entry now = stored == null
                            ? new Entry(source, StoredCall.first(row, runAt))
                            : new Entry(stored.source, stored.call.foundAgain(row, runAt));
                    counts = counts.plus(
                            WriteCounts.of(Optional.ofNullable(stored).map(Entry::call), now.call));
                    isWritten |= !now.equals(stored);
                    calls.put(row.id(), now);
                    found.add(row.id());
                }
                if (isWritten) {
                    put(runAt, state);
                }
                return counts;
            }
        }

        @Override
        public long markMissing(TimeRange range, Instant runAt, SourceState state) {
            synchronized (InMemoryCallStore.this) {
                List<Entry> gone = calls.values().stream()
                        .filter(entry -> entry.isIn(source, range))
                        .filter(entry -> entry.call.missingSince().isEmpty())
                        .filter(entry -> entry.call.lastSeen().isBefore(runAt))
                        .filter(entry -> !found.contains(entry.call.row().id()))
                        .toList();
                gone.forEach(entry -> calls.put(entry.call.row().id(), new Entry(source, entry.call.missing(runAt))));
                if (gone.isEmpty()) {
                    save(runAt, state);
                } else {
                    put(runAt, state);
                }
                return gone.size();
            }
        }

        @Override
        public void save(Instant runAt, SourceState state) {
            synchronized (InMemoryCallStore.this) {
                if (!state.equals(state())) {
                    put(runAt, state);
                }
            }
        }

        private void put(Instant runAt, SourceState state) {
            if (isClosed) {
                throw new IllegalStateException("the session is closed");
            }
            states.put(source, state);
            lastRuns.put(source, runAt);
        }

        @Override
        public void record(RunRecord run) {
            synchronized (InMemoryCallStore.this) {
                runs.add(run);
                lastRuns.put(source, run.startedAt());
            }
        }

        @Override
        public Optional<Instant> oldestOpen(Instant since) {
            synchronized (InMemoryCallStore.this) {
                List<StoredCall> own = calls.values().stream()
                        .filter(entry -> entry.isIn(source, TimeRange.since(since)))
                        .map(Entry::call)
                        .toList();
                boolean isPriced = calls.values().stream()
                        .anyMatch(entry ->
                                entry.source.equals(source) && entry.call.row().get(CallColumn.PRICE_AMOUNT) != null);
                return own.stream()
                        .filter(call -> call.isOpen(isPriced))
                        .map(call -> (Instant) call.row().get(CallColumn.CREATED_AT))
                        .min(Comparator.naturalOrder());
            }
        }

        @Override
        public Optional<Instant> earliest() {
            synchronized (InMemoryCallStore.this) {
                return calls.values().stream()
                        .filter(entry -> entry.source.equals(source))
                        .flatMap(entry -> entry.createdAt().stream())
                        .min(Comparator.naturalOrder());
            }
        }

        @Override
        public void close() {
            synchronized (InMemoryCallStore.this) {
                if (!isClosed) {
                    isClosed = true;
                    open.remove(source);
                    InMemoryCallStore.this.notifyAll();
                }
            }
        }
    }
}
