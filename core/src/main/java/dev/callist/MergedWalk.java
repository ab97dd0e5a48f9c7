package dev.callist;

import dev.callist.CallListException.Kind;
import dev.callist.ListingReport.Completeness;
import dev.callist.ListingReport.EndReason;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One walk through several lists at once: hands over the newest of their next calls, one by one. */
final class MergedWalk implements CallIterator {
    private final MergedListing listing;
    private final String binding;
    private final long limit;
    private final List<MergedSource> sources;
    private final ListingListener listener;
    private final AtomicReference<@Nullable Thread> user = new AtomicReference<>();
    private volatile MergedProgress progress;
    private volatile Optional<EndReason> end = Optional.empty();
    private volatile boolean closed;
    private boolean started;

    MergedWalk(MergedListing listing) {
        Listing whole = listing.whole();
        this.listing = listing;
        this.binding = Binding.of(whole.plan(), whole.query());
        this.limit = whole.settings().limit();
        this.sources = listing.walks();
        this.listener = whole.lister().options().listener();
        this.progress = MergedProgress.from(whole.start());
    }

    @Override
    public boolean hasNext() {
        enter();
        try {
            return newest().isPresent();
        } finally {
            user.set(null);
        }
    }

    @Override
    public Call next() {
        enter();
        try {
            return handOver(newest().orElseThrow(() -> new NoSuchElementException("the listing has no more calls")));
        } finally {
            user.set(null);
        }
    }

    @Override
    public synchronized ResumePoint resumePoint() {
        List<ResumePoint> places =
                sources.stream().map(source -> source.walk().resumePoint()).toList();
        return new ResumePoint(new Bookmark(
                binding,
                listing.whole().pageSize(),
                Optional.empty(),
                MergedCursor.of(places),
                false,
                report().ordered(),
                List.of(),
                progress.last(),
                Completeness.COMPLETE));
    }

    @Override
    public synchronized ListingReport report() {
        boolean limitReached = end.isEmpty() && isLimitReached();
        return MergedReport.of(progress, sources, limitReached ? Optional.of(EndReason.LIMIT) : end);
    }

    @Override
    public void close() {
        closed = true;
        sources.forEach(source -> source.walk().close());
        if (end.isEmpty()) {
            end(isLimitReached() ? EndReason.LIMIT : EndReason.CLOSED);
        }
    }

    /** The source of the call to hand over next; absent at the end. */
    private Optional<MergedSource> newest() {
        if (closed) {
            throw closed();
        }
        if (isFinished()) {
            return Optional.empty();
        }
        if (isLimitReached()) {
            finish(EndReason.LIMIT);
            return Optional.empty();
        }
        Optional<MergedSource> newest = newestHead();
        if (newest.isEmpty()) {
            finish(EndReason.END_OF_LIST);
        } else {
            goneOn();
        }
        return newest;
    }

    /** Looks at each source's next call; one that does not say when it was created goes before any wait for another. */
    private Optional<MergedSource> newestHead() {
        for (MergedSource source : sources) {
            if (source.hasHead() && source.isHeadUndated()) {
                return Optional.of(source);
            }
        }
        start();
        sources.forEach(this::look);
        return sources.stream()
                .filter(MergedSource::hasHead)
                .reduce((one, other) -> other.headCreatedAt().isAfter(one.headCreatedAt()) ? other : one);
    }

    /** Asks all sources for their first page, once; a thread that has been interrupted begins with none. */
    private void start() {
        if (!started && !Thread.currentThread().isInterrupted()) {
            started = true;
            sources.forEach(source -> source.walk().start());
        }
    }

    private void look(MergedSource source) {
        try {
            lookOrLeaveOut(source);
        } catch (CallListException e) {
            end(e.kind() == Kind.CLOSED ? EndReason.CLOSED : source.failureReason());
            throw e;
        } catch (RuntimeException | Error e) {
            end(EndReason.FAILED);
            throw e;
        }
    }

    private void lookOrLeaveOut(MergedSource source) {
        try {
            source.look();
        } catch (CallListException e) {
            CallListException told = e.inWalk(e.failure().page(), resumePoint());
            boolean isLast = sources.stream().allMatch(other -> other == source || other.isLeftOut());
            if (isLast
                    || source.failureReason() == EndReason.DEADLINE
                    || !listing.policy().leavesOut(source.lister(), told)) {
                throw told;
            }
            source.leaveOut();
            listener.sourceFailed(told.failure().provider(), told);
        }
    }

    /** The place of the source and the progress of the whole move as one, for whoever asks meanwhile. */
    private synchronized Call handOver(MergedSource source) {
        try {
            Call call = source.handOver();
            progress = progress.plus(call);
            return call;
        } catch (CallListException e) {
            throw e.inWalk(e.failure().page(), resumePoint());
        }
    }

    private CallListException closed() {
        return CallListException.of(Kind.CLOSED, MergedCalls.PROVIDER)
                .detail("the walk was closed")
                .resumePoint(resumePoint())
                .build()
                .asException();
    }

    private boolean isLimitReached() {
        return progress.calls() == limit;
    }

    private boolean isFinished() {
        return end.filter(reason -> reason == EndReason.END_OF_LIST || reason == EndReason.LIMIT)
                .isPresent();
    }

    private void finish(EndReason reason) {
        sources.forEach(source -> source.walk().close());
        end(reason);
    }

    /** A failure is no end any more once a call is there after it. */
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
        listener.ended(MergedCalls.PROVIDER, report());
    }

    private void enter() {
        if (!user.compareAndSet(null, Thread.currentThread())) {
            throw new IllegalStateException("another thread is using this iterator; give each thread its own");
        }
    }
}
