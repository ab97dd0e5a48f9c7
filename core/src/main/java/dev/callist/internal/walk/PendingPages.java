package dev.callist.internal.walk;

import dev.callist.CallListException;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import dev.callist.Cursor;
import dev.callist.internal.walk.PendingPage.State;
import dev.callist.internal.walk.join.PageJoin;
import dev.callist.internal.walk.seen.LoopDetector;
import dev.callist.internal.walk.source.PageAddress;
import dev.callist.internal.walk.source.PageSource;
import dev.callist.internal.walk.source.TimeWindow;
import dev.callist.internal.walk.source.WindowPlanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The next pages, in order: the one whose address is known, and later ones whose addresses are known early, by row
 * number or as time windows. When its turn comes, each must prove that it follows the previous page. Not thread-safe;
 * guarded by the lock of its {@link PageFetcher}.
 */
final class PendingPages {
    private static final int MIN_WINDOWS = 2;
    private static final int MAX_ROWS_AGAIN = 10_000;

    private final PageSource source;
    private final PagePipeline pipeline;
    private final PageSizes sizes;
    private final int width;
    private final SplitBudget budget;
    private final List<PendingPage> pending = new ArrayList<>();
    private Optional<WindowPlanner> planner;
    private LoopDetector loops = new LoopDetector();

    /** The address of the next page; absent at the end of the list. */
    private Optional<PageAddress> next;

    /** The last page that was accepted; it keeps its calls only if several pages are fetched at once. */
    private @Nullable PendingPage last;

    /** The rows of the last page's window, up to and including that page. */
    private int rowsInWindow;

    /** The start of the split that is being read; kept until the second window is accepted. */
    private @Nullable SplitStart split;

    /** The start of a split; kept while windows may show calls of its page again. */
    private @Nullable SplitStart shown;

    /** Whether the next page is fetched alone, because an early one could not be used. */
    private boolean isAlone;

    /** Whether the server has refused an early page, so that all later pages are fetched one by one. */
    private boolean isRefused;

    PendingPages(QueryListing listing, PagePipeline pipeline, Optional<WindowPlanner> planner) {
        this.source = listing.source();
        this.pipeline = pipeline;
        this.sizes = new PageSizes(listing.start().pageSize());
        this.width = listing.width();
        this.planner = planner;
        this.budget = new SplitBudget(listing);
        this.next = listing.start().next();
    }

    /** The sizes of the pages that are planned now. */
    PageSizes sizes() {
        return sizes;
    }

    /** Whether the list has ended. */
    boolean isOver() {
        return next.isEmpty();
    }

    /** The pages in order. */
    List<PendingPage> all() {
        return pending;
    }

    /** Counts the pages in one of these states, both included. */
    int count(State from, State to) {
        int count = 0;
        for (PendingPage page : pending) {
            count += page.state().compareTo(from) >= 0 && page.state().compareTo(to) <= 0 ? 1 : 0;
        }
        return count;
    }

    /** Whether an address was used before; a row may be asked for again, because rows shift. */
    boolean wasUsed(PageAddress address) {
        return !address.isCounted() && loops.wasUsed(address.key());
    }

    /** Plans the next pages, as far as their addresses are known. */
    void plan(CallQuery asked) {
        if (pending.isEmpty()) {
            next.ifPresent(address -> planFrom(address, last));
        } else if (isSplit() && !isUnproven()) {
            PendingPage tail = pending.get(pending.size() - 1);
            boolean mayPlan = planner.isEmpty() || windowsLeft() >= MIN_WINDOWS;
            if (tail.state() == State.RECEIVED && !tail.address().isCounted() && mayPlan) {
                int rows = rowsInWindow(pending.size() - 1);
                following(tail, rows).ifPresent(address -> planFrom(address, tail));
            }
        }
        if (isSplit() && !isAlone) {
            planRows(asked);
        }
    }

    private boolean isSplit() {
        return width > 1 && !isRefused;
    }

    /** Plans a page, or the windows to read in its place. */
    private void planFrom(PageAddress address, @Nullable PendingPage previous) {
        CallPage known = previous == null ? null : previous.page();
        List<PendingPage> windows =
                previous == null || known == null ? List.of() : windowsInstead(address, previous.address(), known);
        if (windows.isEmpty() || wasUsed(windows.get(0).address())) {
            pending.add(PendingPage.of(address));
            return;
        }
        boolean isDue = pending.isEmpty();
        pending.addAll(windows);
        if (isDue) {
            begin(windows.get(0));
        }
    }

    private void begin(PendingPage replacement) {
        split = replacement.split();
        shown = split == null ? shown : split;
        next = Optional.of(replacement.address());
    }

    /**
     * Whether the first window of a split, which shows the order of the list, has not been read. No window is read
     * further.
     */
    private boolean isUnproven() {
        return pending.stream().anyMatch(page -> page.split() != null || (split != null && split.isAt(page.address())));
    }

    /** How many windows may be planned. */
    private int windowsLeft() {
        long waiting = pending.stream().mapToLong(PendingPage::rows).sum();
        return budget.windows(waiting, count(State.PLANNED, State.PLANNED));
    }

    /** Counts a request that was sent. */
    void countRequest() {
        budget.requested();
    }

    private List<PendingPage> windowsInstead(PageAddress address, PageAddress read, CallPage known) {
        boolean isFit = pipeline.isOrdered() || read.window().isPresent();
        int most = windowsLeft();
        if (isAlone || !isSplit() || !isFit || planner.isEmpty() || most < MIN_WINDOWS) {
            return List.of();
        }
        List<PendingPage> windows = new ArrayList<>();
        for (TimeWindow window : planner.get().instead(address, read, known, most)) {
            boolean isReplacement = windows.isEmpty();
            boolean repeats = isReplacement && !address.cursor().isFirst();
            SplitStart start = repeats ? new SplitStart(known, address, window) : null;
            windows.add(new PendingPage(PageAddress.first(window), isReplacement, start));
        }
        return windows;
    }

    /** Plans further pages by their row numbers, as if every page before them were full and no row shifted. */
    private void planRows(CallQuery asked) {
        CallPage known = last == null ? null : last.page();
        if (known == null
                || pending.isEmpty()
                || !pipeline.isAtLastRow(pending.get(0).address().cursor())) {
            return;
        }
        int shared = pipeline.sharedRows();
        long total = known.total().orElse(Long.MAX_VALUE);
        while (pending.size() < width) {
            Cursor tail = pending.get(pending.size() - 1).address().cursor();
            int row = source.endOf(asked, tail) - shared;
            boolean isPastEnd = source.marksEnd() ? row + shared >= total : row + shared > total;
            if (row <= tail.row().orElse(0) || isPastEnd) {
                return;
            }
            Cursor further = Cursor.atRow(row, tail.limit().orElse(sizes.rows()));
            pending.add(PendingPage.of(new PageAddress(Optional.empty(), further)));
        }
    }

    /** Plans the page whose cursor was seen in a response that has not been read yet. */
    void planSeen(PendingPage page, Cursor cursor) {
        boolean isLast = pending.indexOf(page) == pending.size() - 1;
        if (!isLast || isSplit() || !pipeline.allowsEarlyRequests()) {
            return;
        }
        Cursor overlapping = cursor.row().isPresent()
                ? Cursor.atRow(
                        Math.max(0, cursor.row().getAsInt() - pipeline.sharedRows()),
                        cursor.limit().orElse(sizes.rows()))
                : cursor;
        PageAddress address = page.address().at(overlapping);
        boolean isKnown = wasUsed(address)
                || pending.stream().anyMatch(other -> other.address().equals(address));
        if (!isKnown) {
            pending.add(PendingPage.of(address));
        }
    }

    /** The address after a page that was received but not accepted yet; absent if it is not known. */
    private Optional<PageAddress> following(PendingPage received, int rows) {
        CallPage page = received.page();
        if (page == null) {
            return Optional.empty();
        }
        return page.next().map(received.address()::at).or(() -> nextWindow(received.address(), rows));
    }

    private Optional<PageAddress> nextWindow(PageAddress done, int rows) {
        return done.window()
                .flatMap(window ->
                        planner.flatMap(plan -> isRefused ? plan.restAfter(window) : plan.following(window, rows)))
                .map(PageAddress::first);
    }

    /** The rows of a pending page's window, up to that page. */
    private int rowsInWindow(int index) {
        PageAddress address = pending.get(index).address();
        int rows = 0;
        int page = index;
        while (page >= 0 && pending.get(page).address().isBeside(address)) {
            rows += pending.get(page).rows();
            page--;
        }
        boolean reachesLast = page < 0 && last != null && last.address().isBeside(address);
        return reachesLast ? rows + rowsInWindow : rows;
    }

    /** Links a received page to the page that it leads to, if that is known before the received page is joined. */
    void linkAfter(PendingPage page) {
        int index = pending.indexOf(page);
        if (index + 1 == pending.size()
                || isUnproven()
                || page.page() == null
                || page.page().firstRow().isPresent()) {
            return;
        }
        if (!pending.get(index + 1).isReplacement()) {
            link(following(page, rowsInWindow(index)).filter(found -> !wasUsed(found)), index + 1);
        }
    }

    private void link(Optional<PageAddress> address, int index) {
        if (index == pending.size()) {
            return;
        }
        PendingPage follower = pending.get(index);
        if (address.equals(Optional.of(follower.address()))) {
            if (follower.state() == State.RECEIVED) {
                linkAfter(follower);
            }
            return;
        }
        boolean isWithinWindow = address.filter(found ->
                        found.window().isPresent() && !found.cursor().isFirst() && !found.isBeside(follower.address()))
                .isPresent();
        if (isWithinWindow) {
            pending.add(index, PendingPage.of(address.get()));
        } else {
            drop(index);
        }
    }

    /**
     * Accepts the first page if it has arrived, or handles its failure.
     *
     * @param ready receives the page when it is ready to be handed over
     * @return the failure to throw from the walk; absent if it can continue
     */
    Optional<Throwable> settleFirst(Consumer<FilteredPage> ready) {
        PendingPage first = pending.get(0);
        boolean isEarly = last != null && first.wasRequestedBefore(last.arrivedAt());
        CallPage page = first.page();
        Throwable failure = first.failure();
        if (page != null) {
            CallPage kept = sizes.withFailedAttempts(page);
            keepSize();
            try {
                accept(first, kept, isEarly, ready);
                return Optional.empty();
            } catch (CallListException e) {
                failure = e;
            }
        } else if (failure != null && sizes.shrinkAfter(first.address(), failure)) {
            requestAgain(first.address().at(source.withLimit(first.address().cursor(), sizes.rows())));
            return Optional.empty();
        } else if (first.isRefused() && inSequence(first).isPresent()) {
            readInSequence(first);
            return Optional.empty();
        } else if (isEarly && first.address().isCounted()) {
            fetchAlone(first.isRefused());
            return Optional.empty();
        }
        return failure == null ? Optional.empty() : restartOrFail(failure);
    }

    /** Asks for the first page again and drops the others, whose addresses may depend on its size. */
    private void requestAgain(PageAddress address) {
        pending.set(0, pending.get(0).again(address));
        drop(1);
        next = Optional.of(address);
        isAlone = true;
    }

    /** Keeps the size of the first page for all further pages and windows, if it was tried with fewer rows. */
    private void keepSize() {
        if (sizes.isTrial()) {
            sizes.keep();
            planner = planner.map(plan -> new WindowPlanner(plan.windows(), sizes.rows()));
        }
    }

    private void accept(PendingPage first, CallPage page, boolean isEarly, Consumer<FilteredPage> ready) {
        Optional<CallPage> further = further(first, page);
        if (further.isEmpty()) {
            readInSequence(first);
            return;
        }
        Optional<FilteredPage> taken = pipeline.take(first.address(), further.get(), isEarly);
        if (taken.isEmpty()) {
            fetchAlone(false);
            return;
        }
        loops.use(first.address().key());
        budget.read(
                further.get().calls().size()
                        - taken.get().findings().duplicates()
                        + further.get().rejected().size(),
                first.rows());
        isRefused |=
                first.address().window().isPresent() && planner.orElseThrow().hasUntimedCall(page);
        int rows = rowsInWindow(0);
        boolean isWindowDone = taken.get().joined().next().isEmpty();
        next = isWindowDone ? nextWindow(first.address(), rows) : taken.get().next();
        ready.accept(taken.get().continuingAt(next));
        advance(first, rows);
    }

    private void advance(PendingPage done, int rows) {
        pending.remove(0);
        rowsInWindow = rows;
        last = done;
        if (!isSplit()) {
            done.release();
        }
        isAlone = false;
        boolean isReplaced = isSplit() && !pending.isEmpty() && pending.get(0).isReplacement();
        if (next.isEmpty()) {
            drop(0);
        } else if (isReplaced) {
            begin(pending.get(0));
        } else {
            split = split != null && split.isAt(done.address()) ? split : null;
            shown = shown != null && shown.isShownBy(next) ? shown : null;
            link(next, 0);
        }
    }

    /**
     * The calls of a page that the split's start did not show; absent if the list turns out to run in another order.
     */
    private Optional<CallPage> further(PendingPage first, CallPage page) {
        if (split == null || !split.isAt(first.address())) {
            return Optional.of(shown == null ? page : PageJoin.withoutRepeats(shown.known(), page));
        }
        boolean isLong = !first.isReplacement() && page.next().isPresent();
        return isLong ? Optional.empty() : split.further(page, first.isReplacement(), planner.orElseThrow());
    }

    /**
     * Where the list can be read in sequence instead of a window: after the page that the split began with, or from the
     * end of the window on. Rows of the window that were accepted are returned again, so there must be few of them.
     */
    private Optional<PageAddress> inSequence(PendingPage first) {
        if (split != null) {
            return Optional.of(split.following());
        }
        boolean hasFewRows = rowsInWindow(0) <= MAX_ROWS_AGAIN;
        return first.address()
                .window()
                .filter(read -> !read.isRest() && hasFewRows && !first.isExpired())
                .map(read -> PageAddress.first(planner.orElseThrow().rest(read)));
    }

    private void readInSequence(PendingPage first) {
        next = inSequence(first);
        shown = split == null ? shown : null;
        split = null;
        fetchAlone(true);
    }

    /** Fetches the next page alone; {@code forGood} if the server has refused an early page. */
    private void fetchAlone(boolean forGood) {
        drop(0);
        isAlone = true;
        isRefused |= forGood;
    }

    private Optional<Throwable> restartOrFail(Throwable failure) {
        if (!pipeline.restartsAfter(failure)) {
            pause();
            Throwable reported = sizes.reported(failure);
            PageAddress address = sizes.giveUp(pending.get(0).address());
            pending.set(0, pending.get(0).again(address));
            next = Optional.of(address);
            return Optional.of(reported);
        }
        keepSize();
        loops = new LoopDetector();
        drop(0);
        last = null;
        split = null;
        shown = null;
        next = Optional.of(PageAddress.FIRST);
        return Optional.empty();
    }

    /** Cancels all fetches; pages that were received stay. */
    void pause() {
        pending.replaceAll(page -> page.state() == State.RECEIVED ? page : page.again());
    }

    /** Cancels all fetches and forgets the pages. */
    void drop() {
        drop(0);
    }

    private void drop(int from) {
        List<PendingPage> dropped = pending.subList(from, pending.size());
        dropped.forEach(PendingPage::cancel);
        dropped.clear();
    }
}
