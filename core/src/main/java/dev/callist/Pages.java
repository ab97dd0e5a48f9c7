package dev.callist;

import dev.callist.CallListException.Kind;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The pages of one walk in their order, fetched on a daemon thread each, some before they are asked for. A page that failed
 * is fetched again when it is asked for again. Thread-safe.
 */
final class Pages {
    private static final int MOST_BARREN_PAGES = 100;

    private final CallLister lister;
    private final CallQuery query;
    private final Freeze freeze;
    private final Sieve sieve;
    private final WalkSettings settings;
    private final CursorGuard guard = new CursorGuard();
    private final Deque<Batch> ready = new ArrayDeque<>();
    private Optional<Cursor> next;
    private @Nullable Thread fetching;
    private @Nullable Throwable failure;
    private boolean waiting;
    private boolean closed;

    Pages(
            CallLister lister,
            CallQuery query,
            Freeze freeze,
            Sieve sieve,
            WalkSettings settings,
            Optional<Cursor> start) {
        this.lister = lister;
        this.query = query;
        this.freeze = freeze;
        this.sieve = sieve;
        this.settings = settings;
        this.next = start;
    }

    /**
     * Waits for the next page; absent at the end of the list.
     *
     * @param patience how long to wait at most; absent for ever
     * @throws TimeoutException when that time has passed
     */
    synchronized Optional<Batch> take(Optional<Duration> patience) throws InterruptedException, TimeoutException {
        long nanos = patience.map(TimeUnit.NANOSECONDS::convert).orElse(Long.MAX_VALUE);
        long end = System.nanoTime() + nanos;
        waiting = true;
        try {
            while (ready.isEmpty()) {
                failIfStuck();
                if (fetching == null && next.isEmpty()) {
                    return Optional.empty();
                }
                if (nanos > 0) {
                    fetchIfRoom();
                }
                await(end - System.nanoTime());
            }
        } catch (InterruptedException | TimeoutException | CallListException e) {
            stopFetching();
            throw e;
        } finally {
            waiting = false;
        }
        Batch batch = ready.remove();
        if (nanos > 0) {
            fetchIfRoom();
        }
        return Optional.of(batch);
    }

    /** Stops what is under way; whoever waits fails with CLOSED. */
    synchronized void close() {
        closed = true;
        ready.clear();
        stopFetching();
        notifyAll();
    }

    private void await(long nanos) throws InterruptedException, TimeoutException {
        if (!ready.isEmpty() || failure != null) {
            return;
        }
        if (nanos <= 0) {
            throw new TimeoutException();
        }
        TimeUnit.NANOSECONDS.timedWait(this, nanos);
    }

    private void failIfStuck() {
        if (closed) {
            throw failed(Kind.CLOSED, "the walk was closed");
        }
        Throwable met = failure;
        failure = null;
        if (met instanceof Error error) {
            throw error;
        }
        if (met instanceof RuntimeException exception) {
            throw exception;
        }
    }

    /** Starts the next fetch where there is room for its page; never fails, but notes a failure to be met in its turn. */
    private void fetchIfRoom() {
        boolean room = ready.size() < settings.readAhead() || (waiting && ready.isEmpty());
        if (closed
                || fetching != null
                || failure != null
                || next.isEmpty()
                || !room
                || sieve.passed() >= settings.limit()) {
            return;
        }
        Cursor cursor = next.get();
        CallQuery asked = freeze.applied(query);
        if (guard.wasUsed(cursor)) {
            failure = failed(Kind.PAGINATION_STALLED, "the provider gave a cursor that this walk has used before");
        } else if (sieve.barrenPages() >= MOST_BARREN_PAGES) {
            failure = failed(Kind.PAGINATION_STALLED, MOST_BARREN_PAGES + " pages in a row brought nothing new");
        } else {
            start(asked, cursor);
        }
    }

    private void start(CallQuery asked, Cursor cursor) {
        try {
            Thread thread = new Thread(() -> fetch(asked, cursor), "callist-page");
            thread.setDaemon(true);
            thread.start();
            fetching = thread;
        } catch (RuntimeException | Error e) {
            failure = e;
        }
    }

    private void fetch(CallQuery asked, Cursor cursor) {
        try {
            CallPage page = lister.fetch(asked, cursor);
            arrived(cursor, page);
        } catch (Throwable e) {
            failed(e);
        }
    }

    private synchronized void arrived(Cursor cursor, CallPage page) {
        if (fetching != Thread.currentThread()) {
            return;
        }
        refuseRejectedRows(page);
        freeze.arrived(page);
        Batch batch = sieve.sift(cursor, page, freeze.bound());
        fetching = null;
        guard.use(cursor);
        ready.add(batch);
        next = batch.next();
        fetchIfRoom();
        notifyAll();
    }

    private void refuseRejectedRows(CallPage page) {
        if (settings.strict() && !page.rejected().isEmpty()) {
            RejectedRow row = page.rejected().get(0);
            throw failed(Kind.BAD_RESPONSE, "row " + row.index() + " was rejected: " + row.reason());
        }
    }

    private synchronized void failed(Throwable met) {
        if (fetching == Thread.currentThread()) {
            fetching = null;
            failure = met;
            notifyAll();
        }
    }

    private void stopFetching() {
        if (fetching != null) {
            fetching.interrupt();
            fetching = null;
        }
    }

    private CallListException failed(Kind kind, String detail) {
        return CallListException.of(kind, lister.provider())
                .detail(detail)
                .build()
                .asException();
    }
}
