package dev.callist.internal.walk;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallListFailure;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import dev.callist.Cursor;
import dev.callist.internal.threads.AttemptScope;
import dev.callist.internal.threads.FetchThreads;
import dev.callist.internal.threads.GuardedBy;
import dev.callist.internal.walk.PendingPage.State;
import dev.callist.internal.walk.source.PageAddress;
import dev.callist.internal.walk.source.PageSource;
import dev.callist.internal.walk.source.WindowPlanner;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the pages of one walk and returns them in order. Pages are fetched on daemon threads, some before they are
 * asked for, and several at once if their addresses are known early. A page that failed is fetched again when it is
 * asked for again. Thread-safe: one lock guards the state of the fetcher, its {@link PendingPages} and its {@link
 * PagePipeline}.
 */
final class PageFetcher {
    private static final int MAX_PAGES_WITHOUT_NEW_ROWS = 100;

    /** Failures of a page that may be too large. */
    private static final Set<Kind> NOT_RETRIED = Set.of(Kind.SERVER_ERROR, Kind.TIMEOUT);

    private final String provider;
    private final PageSource source;
    private final int width;
    private final int capacity;
    private final Optional<WindowPlanner> planner;
    private final FetchThreads threads;
    private final ReentrantLock lock = new ReentrantLock();

    /** Signalled after each event that a waiting thread may be waiting for. */
    private final Condition changed = lock.newCondition();

    @GuardedBy("lock")
    private final PagePipeline pipeline;

    @GuardedBy("lock")
    private final PendingPages pending;

    @GuardedBy("lock")
    private final Deque<FilteredPage> ready = new ArrayDeque<>();

    /** Numbers requests and responses in the order in which they happen. */
    @GuardedBy("lock")
    private long events;

    @GuardedBy("lock")
    private @Nullable Throwable failure;

    @GuardedBy("lock")
    private boolean isWaitedFor;

    @GuardedBy("lock")
    private boolean closed;

    PageFetcher(QueryListing listing) {
        int readAhead = listing.settings().readAhead();
        this.provider = listing.lister().provider();
        this.source = listing.source();
        this.width = listing.width();
        this.threads = new FetchThreads(listing.lister().options().threadFactory());
        this.capacity = width > 1 ? Math.max(2 * width, readAhead) : readAhead;
        this.planner = source.windows(listing.pagedQuery())
                .map(windows -> new WindowPlanner(windows, listing.start().pageSize()));
        this.pipeline = new PagePipeline(listing);
        this.pending = new PendingPages(listing, pipeline, planner);
    }

    /**
     * Waits for the next page; absent at the end of the list.
     *
     * @param patience how long to wait at most; absent for no limit
     * @throws TimeoutException when that time has passed
     */
    Optional<FilteredPage> take(Optional<Duration> patience) throws InterruptedException, TimeoutException {
        lock.lock();
        try {
            isWaitedFor = true;
            return await(patience.map(TimeUnit.NANOSECONDS::convert).orElse(Long.MAX_VALUE));
        } catch (InterruptedException | TimeoutException | RuntimeException | Error e) {
            pending.pause();
            throw e;
        } finally {
            isWaitedFor = false;
            lock.unlock();
        }
    }

    @GuardedBy("lock")
    private Optional<FilteredPage> await(long nanos) throws InterruptedException, TimeoutException {
        long end = System.nanoTime() + nanos;
        while (ready.isEmpty()) {
            throwFailure();
            settle();
            if (ready.isEmpty() && pending.isOver()) {
                return Optional.empty();
            }
            if (nanos > 0) {
                requestWhatHasRoom();
            }
            if (ready.isEmpty() && failure == null) {
                changed.awaitNanos(timeUntil(end));
            }
        }
        FilteredPage page = ready.remove();
        if (nanos > 0) {
            isWaitedFor = false;
            requestWhatHasRoom();
        }
        return Optional.of(page);
    }

    private static long timeUntil(long end) throws TimeoutException {
        long nanos = end - System.nanoTime();
        if (nanos <= 0) {
            throw new TimeoutException();
        }
        return nanos;
    }

    /** How many rows the pages have that the provider has served last. */
    int pageSize() {
        lock.lock();
        try {
            return pending.sizes().kept();
        } finally {
            lock.unlock();
        }
    }

    /** Requests the first page before it is waited for. */
    void begin() {
        lock.lock();
        try {
            boolean wasWaitedFor = isWaitedFor;
            isWaitedFor = true;
            requestWhatHasRoom();
            isWaitedFor = wasWaitedFor;
        } finally {
            lock.unlock();
        }
    }

    /** Stops all fetches; a thread that waits fails with CLOSED. */
    void close() {
        lock.lock();
        try {
            closed = true;
            ready.clear();
            pending.drop();
            threads.close();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @GuardedBy("lock")
    private void throwFailure() {
        if (closed) {
            throw failure(Kind.CLOSED, "the walk was closed").asException();
        }
        Throwable cause = failure;
        failure = null;
        if (cause instanceof Error error) {
            throw error;
        }
        if (cause instanceof RuntimeException exception) {
            throw exception;
        }
        if (cause != null) {
            throw failure(Kind.NETWORK, "the lister failed (" + cause.getClass().getSimpleName() + ")")
                    .causedBy(cause);
        }
    }

    /** Accepts the pages that have arrived, in the order of the list. */
    @GuardedBy("lock")
    private void settle() {
        while (failure == null
                && !pending.all().isEmpty()
                && pending.all().get(0).isSettled()) {
            failure = pending.settleFirst(ready::add).orElse(null);
        }
    }

    /** Requests pages up to the capacity. Never fails: a failure is kept until its page is asked for. */
    @GuardedBy("lock")
    private void requestWhatHasRoom() {
        if (closed || failure != null) {
            return;
        }
        try {
            CallQuery asked = pipeline.query();
            pending.plan(asked);
            boolean isFirstWaitedFor = isWaitedFor && ready.isEmpty();
            for (int index = 0; index < pending.all().size(); index++) {
                PendingPage page = pending.all().get(index);
                boolean mayRequest = pending.count(State.REQUESTED, State.REQUESTED) < width
                        && hasRoom(index, isFirstWaitedFor)
                        && isWanted(index);
                if (page.state() == State.PLANNED && mayRequest) {
                    request(page, asked, index == 0);
                }
            }
        } catch (RuntimeException | Error e) {
            failure = e;
        }
    }

    /** Whether one more page may be held. */
    @GuardedBy("lock")
    private boolean hasRoom(int index, boolean isFirstWaitedFor) {
        int held = ready.size() + pending.count(State.REQUESTED, State.FAILED);
        return (isFirstWaitedFor && index == 0) || held < capacity + (isFirstWaitedFor ? 1 : 0);
    }

    /**
     * Whether the limit needs a page even if those before it are full, and the walk continues even if they bring
     * nothing.
     */
    @GuardedBy("lock")
    private boolean isWanted(int index) {
        boolean mayStall = index > 0 && pipeline.pagesWithoutNewRows() + index >= MAX_PAGES_WITHOUT_NEW_ROWS;
        return !mayStall && pipeline.needs(index, pending.sizes().rows());
    }

    /** Requests a page. An address that leads nowhere is refused when its page is due, and not requested before. */
    @GuardedBy("lock")
    private void request(PendingPage page, CallQuery asked, boolean isDue) {
        boolean isLoop = pending.wasUsed(page.address());
        if (isDue && isLoop) {
            throw failure(Kind.PAGINATION_STALLED, "the provider returned a cursor that this walk has used before")
                    .asException();
        }
        if (isDue && pipeline.pagesWithoutNewRows() >= MAX_PAGES_WITHOUT_NEW_ROWS) {
            throw failure(Kind.PAGINATION_STALLED, MAX_PAGES_WITHOUT_NEW_ROWS + " pages in a row brought nothing new")
                    .asException();
        }
        if (!isLoop) {
            CallQuery query = pending.sizes().applied(asked, page.address());
            boolean isTrial = pending.sizes().isTrial();
            page.requested(threads.begin(() -> fetch(page, query, isTrial), cause -> fail(page, cause)), ++events);
            pending.countRequest();
        }
    }

    /** Fetches a page. A smaller one that is tried after a failure gets no retry of its own for such a failure. */
    private void fetch(PendingPage page, CallQuery asked, boolean isTrial) {
        try {
            PageAddress address = page.address();
            if (address.window().isEmpty()) {
                CallPage got = fetch(asked, address, isTrial, seen -> nextSeen(page, seen));
                receive(page, got, got.calls().size());
            } else {
                WindowPlanner split = planner.orElseThrow(() -> failure(
                                Kind.INVALID_RESUME_POINT,
                                "the list cannot be split by time any more; start a new listing")
                        .asException());
                CallQuery within =
                        split.windows().within(asked, address.window().get());
                CallPage got = fetch(within, address, isTrial, seen -> {});
                receive(
                        page,
                        split.ownCalls(address.window().get(), got),
                        got.calls().size());
            }
        } catch (Throwable e) {
            fail(page, e);
        }
    }

    private CallPage fetch(CallQuery query, PageAddress address, boolean isTrial, Consumer<Cursor> nextSeen) {
        Supplier<CallPage> fetch = () -> source.fetch(query, address.cursor(), nextSeen);
        return isTrial ? AttemptScope.notRetrying(NOT_RETRIED).run(fetch) : fetch.get();
    }

    /** The next page's cursor was seen in a response that has not been read yet. */
    private void nextSeen(PendingPage page, Cursor cursor) {
        lock.lock();
        try {
            if (isAwaited(page)) {
                page.answered(++events);
                pending.planSeen(page, cursor);
                requestWhatHasRoom();
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private void receive(PendingPage page, CallPage got, int rows) {
        lock.lock();
        try {
            if (isAwaited(page)) {
                page.received(got, rows, ++events);
                pending.linkAfter(page);
                continueAfterEvent();
            }
        } finally {
            lock.unlock();
        }
    }

    private void fail(PendingPage page, Throwable cause) {
        lock.lock();
        try {
            if (isAwaited(page)) {
                page.failed(cause);
                continueAfterEvent();
            }
        } finally {
            lock.unlock();
        }
    }

    @GuardedBy("lock")
    private boolean isAwaited(PendingPage page) {
        return page.isUnderWay() && pending.all().contains(page);
    }

    /** Makes pages ready and requests more. Never fails: a failure is kept until its page is asked for. */
    @GuardedBy("lock")
    private void continueAfterEvent() {
        try {
            settle();
        } catch (RuntimeException | Error e) {
            pending.drop();
            failure = e;
        }
        requestWhatHasRoom();
        changed.signalAll();
    }

    private CallListFailure failure(Kind kind, String detail) {
        return CallListException.of(kind, provider).detail(detail).build();
    }
}
