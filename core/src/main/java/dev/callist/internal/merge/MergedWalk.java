package dev.callist.internal.merge;

import dev.callist.Call;
import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.ListingListener;
import dev.callist.ListingReport;
import dev.callist.ListingReport.EndReason;
import dev.callist.MergedCalls;
import dev.callist.RejectedRow;
import dev.callist.ResumePoint;
import dev.callist.internal.walk.WalkCounters;
import dev.callist.internal.walk.WalkLifecycle;
import dev.callist.internal.walk.resume.ListOrder;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;

/** One walk over several lists at once: hands over the newest of their next calls, one by one. */
final class MergedWalk implements CallIterator {
    private final MergedListing listing;
    private final List<MergedSource> sources;
    private final ListingListener listener;
    private final WalkLifecycle life;
    private final ListedTwice twice;
    private volatile long handedOver;
    private volatile long dropped;
    private volatile ListOrder order;
    private boolean started;

    MergedWalk(MergedListing listing, Consumer<RejectedRow> onRejected) {
        this.listing = listing;
        this.sources = listing.walks(onRejected);
        this.twice = new ListedTwice(sources, listing.start().passed());
        this.listener = listing.lister().options().listener();
        this.life = new WalkLifecycle(MergedCalls.PROVIDER, listener, this::report);
        this.order = listing.start().passed().order();
    }

    @Override
    public boolean hasNext() {
        return life.step(() -> newest().isPresent());
    }

    @Override
    public Call next() {
        return life.step(() ->
                handOver(newest().orElseThrow(() -> new NoSuchElementException("the listing has no more calls"))));
    }

    @Override
    public synchronized ResumePoint resumePoint() {
        List<ResumePoint> points =
                sources.stream().map(source -> source.walk().resumePoint()).toList();
        WalkCounters counters = counters();
        boolean isOrdered = order.holds() && counters.facts().ordered();
        return listing.resumePoint(points, twice.lastKeys(), order.holding(isOrdered), counters.doubts());
    }

    @Override
    public synchronized ListingReport report() {
        boolean isAtLimit = life.endReason().isEmpty() && isLimitReached();
        Optional<EndReason> end = isAtLimit ? Optional.of(EndReason.LIMIT) : life.endReason();
        return MergedReport.of(counters(), handedOver, order.holds(), sources, end);
    }

    private WalkCounters counters() {
        return MergedReport.counters(listing.start(), sources).withDuplicates(dropped);
    }

    @Override
    public void close() {
        life.close(this::closeSources, () -> isLimitReached() ? EndReason.LIMIT : EndReason.CLOSED);
    }

    private void closeSources() {
        sources.forEach(source -> source.walk().close());
    }

    /** The source of the call to hand over next; absent at the end. */
    private Optional<MergedSource> newest() {
        if (life.isClosed()) {
            throw CallListException.of(Kind.CLOSED, MergedCalls.PROVIDER)
                    .detail("the walk was closed")
                    .resumePoint(resumePoint())
                    .build()
                    .asException();
        }
        if (life.isFinished()) {
            return Optional.empty();
        }
        if (isLimitReached()) {
            return finish(EndReason.LIMIT);
        }
        Optional<MergedSource> newest = newestHead();
        if (newest.isEmpty()) {
            return finish(EndReason.END_OF_LIST);
        }
        life.continued();
        return newest;
    }

    private Optional<MergedSource> finish(EndReason reason) {
        closeSources();
        life.end(reason);
        return Optional.empty();
    }

    /** The source of the newest next call, after those that another source has handed over, or is about to. */
    private Optional<MergedSource> newestHead() {
        Optional<MergedSource> newest = newestOfAll();
        while (newest.filter(source -> twice.has(source, sources)).isPresent()) {
            drop(newest.get());
            newest = newestOfAll();
        }
        return newest;
    }

    /** Looks at each source's next call. A call without a creation time comes before any wait for another source. */
    private Optional<MergedSource> newestOfAll() {
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

    /** Requests the first page of all sources, once; an interrupted thread requests none. */
    private void start() {
        if (!started && !Thread.currentThread().isInterrupted()) {
            started = true;
            sources.forEach(source -> source.walk().start());
        }
    }

    private void look(MergedSource source) {
        try {
            lookOrSkip(source);
        } catch (CallListException e) {
            life.end(e.kind() == Kind.CLOSED ? EndReason.CLOSED : source.failureReason());
            throw e;
        } catch (RuntimeException | Error e) {
            life.end(EndReason.FAILED);
            throw e;
        }
    }

    private void lookOrSkip(MergedSource source) {
        try {
            source.look();
        } catch (CallListException e) {
            CallListException ofTheWhole = e.inMergedWalk(sources.indexOf(source), resumePoint());
            boolean isLast = sources.stream().allMatch(other -> other == source || other.isSkipped());
            if (isLast
                    || source.failureReason() == EndReason.DEADLINE
                    || !listing.policy().skips(source.lister(), ofTheWhole)) {
                throw ofTheWhole;
            }
            source.skip();
            listener.sourceFailed(ofTheWhole.failure().provider(), ofTheWhole);
        }
    }

    private synchronized void drop(MergedSource source) {
        source.handOver();
        long count = dropped + 1;
        dropped = count;
    }

    /** The position of the source and the progress of the whole move together, for threads that ask meanwhile. */
    private synchronized Call handOver(MergedSource source) {
        try {
            Call call = source.handOver();
            twice.passed(source, call);
            order = order.after(1, any -> call.createdAt());
            long count = handedOver + 1;
            handedOver = count;
            return call;
        } catch (CallListException e) {
            throw e.inMergedWalk(sources.indexOf(source), resumePoint());
        }
    }

    private boolean isLimitReached() {
        return handedOver == listing.settings().limit();
    }
}
