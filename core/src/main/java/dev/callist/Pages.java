package dev.callist;

import dev.callist.CallListException.Kind;
import dev.callist.internal.threads.FetchThreads;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The pages of one walk in their order, fetched on daemon threads, some before they are asked for, and several at once
 * where the lister can name their places ahead. A page that failed is fetched again when it is asked for again. Thread-safe.
 */
final class Pages {
    private final CallLister lister;
    private final CallQuery query;
    private final WalkSettings settings;
    private final int width;
    private final Freeze freeze;
    private final Sieve sieve;
    private final Demand demand;
    private final Slots slots;
    private final Restart restart;
    private final FetchThreads threads = new FetchThreads();
    private final Deque<Batch> ready = new ArrayDeque<>();
    private CursorGuard guard = new CursorGuard();
    private @Nullable Throwable failure;
    private boolean waiting;
    private boolean closed;

    /** The pages of a listing from a place on; none when there is no such place. */
    Pages(Listing listing, Optional<Cursor> start) {
        this.lister = listing.lister();
        this.query = listing.pagedQuery();
        this.settings = listing.settings();
        this.width = listing.width();
        this.freeze = listing.freeze();
        this.sieve = listing.sieve();
        this.demand = new Demand(listing, freeze, sieve);
        this.slots = new Slots(lister, width, start);
        this.restart = new Restart(lister, query, freeze, sieve);
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
                settleInTurn();
                if (ready.isEmpty() && slots.isOver()) {
                    return Optional.empty();
                }
                if (nanos > 0) {
                    fetchWhatHasRoom();
                }
                await(end - System.nanoTime());
            }
        } catch (InterruptedException | TimeoutException | RuntimeException | Error e) {
            slots.pause();
            throw e;
        } finally {
            waiting = false;
        }
        Batch batch = ready.remove();
        if (nanos > 0) {
            fetchWhatHasRoom();
        }
        return Optional.of(batch);
    }

    /** Asks for the first page before anybody waits for it. */
    synchronized void begin() {
        boolean waitedFor = waiting;
        waiting = true;
        fetchWhatHasRoom();
        waiting = waitedFor;
    }

    /** Stops what is under way; whoever waits fails with CLOSED. */
    synchronized void close() {
        closed = true;
        ready.clear();
        slots.drop();
        threads.close();
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
        if (met != null) {
            throw failure(Kind.NETWORK, "the lister failed (" + met.getClass().getSimpleName() + ")")
                    .causedBy(met);
        }
    }

    /** Starts the fetches that there is room for; never fails, but notes a failure to be met in its turn. */
    private void fetchWhatHasRoom() {
        if (closed || failure != null) {
            return;
        }
        try {
            CallQuery asked = freeze.applied(query);
            slots.plan(asked, sieve.isOrdered(), guard);
            boolean isWaitedFor = waiting && ready.isEmpty();
            for (int ahead = 0; ahead < slots.all().size() && slots.onTheWay() < width; ahead++) {
                Slot slot = slots.all().get(ahead);
                if (!slot.isStarted()
                        && demand.hasRoom(ahead, ready.size() + slots.started(), isWaitedFor)
                        && demand.isWanted(ahead)) {
                    start(slot, asked, ahead == 0);
                }
            }
        } catch (RuntimeException | Error e) {
            failure = e;
        }
    }

    /** Starts a fetch; a place that leads nowhere is refused in its turn and not asked for before. */
    private void start(Slot slot, CallQuery asked, boolean isNext) {
        if (isNext) {
            refuseStall(slot);
        }
        if (!guard.wasUsed(slot.cursor())) {
            slot.start(turn ->
                    threads.begin(() -> fetch(asked, slot, turn), closed -> came(slot, turn, () -> slot.fail(closed))));
        }
    }

    private void refuseStall(Slot slot) {
        if (guard.wasUsed(slot.cursor())) {
            throw failed(Kind.PAGINATION_STALLED, "the provider gave a cursor that this walk has used before");
        }
        if (demand.isStalled(0)) {
            throw failed(Kind.PAGINATION_STALLED, Demand.MOST_BARREN_PAGES + " pages in a row brought nothing new");
        }
    }

    private void fetch(CallQuery asked, Slot slot, Object turn) {
        try {
            Function<Cursor, CallPage> answer = slot.fetch(
                    lister,
                    asked,
                    behind -> came(slot, turn, () -> slots.foresee(slot, behind, guard, demand.mayForesee())));
            came(slot, turn, () -> slots.arrived(slot, answer, sieve.isOrdered(), guard));
        } catch (Throwable e) {
            came(slot, turn, () -> slot.fail(e));
        }
    }

    /**
     * Takes what has come of a fetch, unless nobody waits for it any more, makes ready what has come in its turn, and fetches
     * on. Never fails, but notes a failure to be met in its turn.
     */
    private synchronized void came(Slot slot, Object turn, Runnable outcome) {
        if (!slots.all().contains(slot) || !slot.isUnderWay(turn)) {
            return;
        }
        try {
            outcome.run();
            settleInTurn();
        } catch (RuntimeException | Error e) {
            slots.drop();
            failure = e;
        }
        fetchWhatHasRoom();
        notifyAll();
    }

    private void settleInTurn() {
        while (failure == null && slots.isSettled()) {
            Slot first = slots.all().get(0);
            Throwable met = first.failure().orElse(null);
            if (met == null) {
                slots.fitted(sieve.isOrdered()).ifPresentOrElse(page -> reach(first, page), () -> slots.giveUp(false));
            } else if (!slots.isDue(first)) {
                slots.giveUp(first.isRefused());
            } else if (!first.isRefused() || !slots.goBack()) {
                fail(met);
            }
        }
    }

    private void reach(Slot slot, CallPage page) {
        if (settings.strict() && !page.rejected().isEmpty()) {
            RejectedRow row = page.rejected().get(0);
            fail(failed(Kind.BAD_RESPONSE, "row " + row.index() + " was rejected: " + row.reason()));
            return;
        }
        demand.learn(page);
        freeze.arrived(page);
        Batch batch = sieve.sift(slots.place(), page, freeze, slot.isGiven());
        guard.use(batch.cursor());
        ready.add(batch);
        slots.advance(batch.next());
    }

    private void fail(Throwable met) {
        boolean hasExpired = met instanceof CallListException e && e.kind() == Kind.CURSOR_EXPIRED;
        if (hasExpired && restart.begins()) {
            guard = new CursorGuard();
            slots.restart(Cursor.FIRST);
            return;
        }
        slots.pauseBeforeFirst();
        failure = met;
    }

    private CallListException failed(Kind kind, String detail) {
        return failure(kind, detail).asException();
    }

    private CallListFailure failure(Kind kind, String detail) {
        return CallListException.of(kind, lister.provider()).detail(detail).build();
    }
}
