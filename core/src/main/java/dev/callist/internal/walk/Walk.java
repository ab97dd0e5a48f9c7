package dev.callist.internal.walk;

import dev.callist.Call;
import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallPage;
import dev.callist.ListingListener;
import dev.callist.ListingListener.FetchedPage;
import dev.callist.ListingReport;
import dev.callist.ListingReport.EndReason;
import dev.callist.RejectedRow;
import dev.callist.ResumePoint;
import dev.callist.internal.walk.resume.ResumeStateCodec;
import java.time.Duration;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** One walk over a list: hands over calls one by one and knows its position at all times. */
public final class Walk implements CallIterator {
    private final QueryListing listing;
    private final String provider;
    private final WalkSettings settings;
    private final PageFetcher pages;
    private final ListingListener listener;
    private final WalkLifecycle life;
    private final Consumer<RejectedRow> onRejected;
    private volatile WalkPosition position;
    private volatile WalkCounters counters;
    private volatile long handedOver;
    private volatile int pageSize;
    private OptionalLong started = OptionalLong.empty();

    /** A walk that also passes each rejected row to a callback. */
    Walk(QueryListing listing, Consumer<RejectedRow> onRejected) {
        this.onRejected = onRejected;
        this.listing = listing;
        this.provider = listing.lister().provider();
        this.settings = listing.settings();
        this.listener = listing.lister().options().listener();
        this.life = new WalkLifecycle(provider, listener, this::report);
        this.position = WalkPosition.startingAt(listing.start());
        this.counters = WalkCounters.startingAt(listing.start());
        this.pages = new PageFetcher(listing);
        this.pageSize = listing.start().pageSize();
    }

    @Override
    public boolean hasNext() {
        return life.step(this::isReady);
    }

    @Override
    public Call next() {
        return life.step(() -> {
            if (!isReady()) {
                throw new NoSuchElementException("the listing has no more calls");
            }
            Call call = position.handOver();
            long count = handedOver + 1;
            handedOver = count;
            return call;
        });
    }

    /** Requests the first page before a call is asked for; the deadline begins. */
    public void start() {
        remainingTime();
        pages.begin();
    }

    /** The call that {@link #next()} will hand over, which may fetch pages; absent at the end. */
    public Optional<Call> peek() {
        return hasNext() ? Optional.of(position.peek()) : Optional.empty();
    }

    /** The sums over the pages reached so far. */
    public WalkCounters counters() {
        return counters;
    }

    @Override
    public ResumePoint resumePoint() {
        return ResumeStateCodec.write(position.state(counters.doubts()).withPagesOf(pageSize));
    }

    @Override
    public ListingReport report() {
        Optional<EndReason> ended = life.endReason();
        long count = handedOver;
        boolean isLimitReached = ended.isEmpty() && count == settings.limit();
        return counters.report(count, isLimitReached ? Optional.of(EndReason.LIMIT) : ended);
    }

    @Override
    public void close() {
        life.close(pages::close, () -> handedOver == settings.limit() ? EndReason.LIMIT : EndReason.CLOSED);
    }

    private boolean isReady() {
        if (life.isClosed()) {
            throw failure(Kind.CLOSED, "the walk was closed");
        }
        if (life.isFinished()) {
            return false;
        }
        if (settings.limit() == handedOver) {
            return finish(EndReason.LIMIT);
        }
        while (!position.hasMore()) {
            Optional<FilteredPage> page = nextPage();
            if (page.isEmpty()) {
                return finish(EndReason.END_OF_LIST);
            }
            reach(page.get());
        }
        return true;
    }

    private boolean finish(EndReason reason) {
        life.end(reason);
        pages.close();
        return false;
    }

    private Optional<FilteredPage> nextPage() {
        try {
            Optional<FilteredPage> page = pages.take(remainingTime());
            life.continued();
            return page;
        } catch (CallListException e) {
            life.end(e.kind() == Kind.CLOSED ? EndReason.CLOSED : EndReason.FAILED);
            throw e.inWalk(pageNumber(), resumePoint());
        } catch (TimeoutException e) {
            life.end(EndReason.DEADLINE);
            throw failure(Kind.TIMEOUT, "the deadline of the listing has passed");
        } catch (RuntimeException | Error e) {
            life.end(EndReason.FAILED);
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            life.end(EndReason.FAILED);
            throw failure(Kind.INTERRUPTED, "the thread was interrupted; the same iterator can continue");
        }
    }

    /** The counters move first: a thread that sees the new position also sees what was wrong with the page. */
    private void reach(FilteredPage filtered) {
        CallPage page = filtered.joined().page();
        Map<String, Long> unreadable = WalkCounters.unreadableFields(page);
        counters = counters.plus(filtered, unreadable);
        position = position.onPage(filtered);
        int number = counters.pages().count();
        listener.pageFetched(new FetchedPage(
                provider, number, page.calls().size(), page.rejected().size(), page.retries(), page.total()));
        int rows = pages.pageSize();
        if (rows < pageSize) {
            pageSize = rows;
            counters = counters.withPagesOf(rows);
            listener.pageSizeReduced(provider, number, rows);
        }
        if (!unreadable.isEmpty()) {
            listener.fieldsUnreadable(provider, number, unreadable);
        }
        page.rejected().forEach(row -> {
            listener.rowRejected(provider, number, row);
            onRejected.accept(row);
        });
    }

    /** What is left of the deadline, which begins with the first request. */
    private Optional<Duration> remainingTime() {
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
                .page(pageNumber())
                .resumePoint(resumePoint())
                .build()
                .asException();
    }

    /** The number of the page that is being requested. */
    private int pageNumber() {
        return counters.pages().count() + 1;
    }
}
