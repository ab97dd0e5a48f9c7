package dev.callist;

import dev.callist.CallListException.Kind;
import dev.callist.ListingListener.FetchedPage;
import dev.callist.ListingReport.EndReason;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One walk through a list: hands over calls one by one and knows at any moment where it stands. */
final class Walk implements CallIterator {
    private final Listing listing;
    private final String provider;
    private final String binding;
    private final WalkSettings settings;
    private final Pages pages;
    private final ListingListener listener;
    private final AtomicReference<@Nullable Thread> user = new AtomicReference<>();
    private volatile Place place;
    private volatile Tally tally;
    private volatile long handed;
    private volatile Optional<EndReason> end = Optional.empty();
    private volatile boolean closed;
    private OptionalLong started = OptionalLong.empty();
    private List<Call> reached = List.of();
    private long reachedAt;

    Walk(Listing listing) {
        this.listing = listing;
        this.provider = listing.lister().provider();
        this.binding = Binding.of(listing.plan(), listing.query());
        this.settings = listing.settings();
        this.listener = listing.lister().options().listener();
        this.place = Place.start(listing.start());
        this.tally = Tally.after(listing.start());
        this.pages = new Pages(listing, place.next());
    }

    @Override
    public boolean hasNext() {
        enter();
        try {
            return isReady();
        } finally {
            user.set(null);
        }
    }

    @Override
    public Call next() {
        enter();
        try {
            if (!isReady()) {
                throw new NoSuchElementException("the listing has no more calls");
            }
            Call call = place.handOver();
            long count = handed + 1;
            handed = count;
            return call;
        } finally {
            user.set(null);
        }
    }

    /** Asks for the first page before anybody waits for it; the deadline begins. */
    void start() {
        patience();
        pages.begin();
    }

    /** The call that {@link #next()} will hand over, which may fetch pages; absent at the end. */
    Optional<Call> peek() {
        return hasNext() ? Optional.of(reached.get((int) (handed - reachedAt))) : Optional.empty();
    }

    /** The sums over the pages reached so far. */
    Tally tally() {
        return tally;
    }

    @Override
    public ResumePoint resumePoint() {
        return new ResumePoint(place.bookmark(binding, listing.pageSize(), tally.known()));
    }

    @Override
    public ListingReport report() {
        Optional<EndReason> ended = end;
        long count = handed;
        boolean limitReached = ended.isEmpty() && count == settings.limit();
        return tally.report(count, limitReached ? Optional.of(EndReason.LIMIT) : ended);
    }

    @Override
    public void close() {
        closed = true;
        pages.close();
        if (end.isEmpty()) {
            end(handed == settings.limit() ? EndReason.LIMIT : EndReason.CLOSED);
        }
    }

    private boolean isReady() {
        if (closed) {
            throw failure(Kind.CLOSED, "the walk was closed");
        }
        if (isFinished()) {
            return false;
        }
        if (settings.limit() == handed) {
            finish(EndReason.LIMIT);
            return false;
        }
        while (!place.hasMore()) {
            Optional<Batch> page = nextPage();
            if (page.isEmpty()) {
                finish(EndReason.END_OF_LIST);
                return false;
            }
            reach(page.get());
        }
        return true;
    }

    private Optional<Batch> nextPage() {
        try {
            Optional<Batch> page = pages.take(patience());
            goneOn();
            return page;
        } catch (CallListException e) {
            end(e.kind() == Kind.CLOSED ? EndReason.CLOSED : EndReason.FAILED);
            throw e.inWalk(number(), resumePoint());
        } catch (TimeoutException e) {
            end(EndReason.DEADLINE);
            throw failure(Kind.TIMEOUT, "the deadline of the listing has passed");
        } catch (RuntimeException | Error e) {
            end(EndReason.FAILED);
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end(EndReason.FAILED);
            throw failure(Kind.INTERRUPTED, "the thread was interrupted; the walk can be gone on with");
        }
    }

    /** The sums go first: whoever takes the new place knows what was wrong with the page. */
    private void reach(Batch batch) {
        tally = tally.plus(batch);
        place = place.at(batch);
        reached = batch.calls();
        reachedAt = handed;
        CallPage page = batch.page();
        int number = tally.pages();
        listener.pageFetched(new FetchedPage(
                provider, number, page.calls().size(), page.rejected().size(), page.retries()));
        page.rejected().forEach(row -> listener.rowRejected(provider, number, row));
    }

    /** What is left of the deadline, which begins with the first wait. */
    private Optional<Duration> patience() {
        if (settings.deadline().isEmpty()) {
            return Optional.empty();
        }
        long now = listing.lister().options().time().nanoTime();
        if (started.isEmpty()) {
            started = OptionalLong.of(now);
        }
        return settings.deadline().map(whole -> whole.minusNanos(now - started.getAsLong()));
    }

    private CallListException failure(Kind kind, String detail) {
        return CallListException.of(kind, provider)
                .detail(detail)
                .page(number())
                .resumePoint(resumePoint())
                .build()
                .asException();
    }

    /** The number of the page that is being asked for. */
    private int number() {
        return tally.pages() + 1;
    }

    private boolean isFinished() {
        return end.filter(reason -> reason == EndReason.END_OF_LIST || reason == EndReason.LIMIT)
                .isPresent();
    }

    private void finish(EndReason reason) {
        end(reason);
        pages.close();
    }

    /** A failure is no end any more once a page has arrived after it. */
    private synchronized void goneOn() {
        if (!closed) {
            end = Optional.empty();
        }
    }

    private void end(EndReason reason) {
        synchronized (this) {
            boolean isOver = closed && end.isPresent();
            if (isOver || end.equals(Optional.of(reason))) {
                return;
            }
            end = Optional.of(reason);
        }
        listener.ended(provider, report());
    }

    private void enter() {
        if (!user.compareAndSet(null, Thread.currentThread())) {
            throw new IllegalStateException("another thread is using this iterator; give each thread its own");
        }
    }
}
