package dev.callist.internal.merge;

import dev.callist.Call;
import dev.callist.CallIterator;
import dev.callist.CallListing;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import dev.callist.Cursor;
import dev.callist.ListingReport;
import dev.callist.ListingReport.Doubt;
import dev.callist.MergedCalls;
import dev.callist.RejectedRow;
import dev.callist.ResumePoint;
import dev.callist.internal.walk.CallPublisher;
import dev.callist.internal.walk.QueryListing;
import dev.callist.internal.walk.WalkSettings;
import dev.callist.internal.walk.resume.ListOrder;
import dev.callist.internal.walk.resume.PassedRows;
import dev.callist.internal.walk.resume.QueryFingerprint;
import dev.callist.internal.walk.resume.ResumeState;
import dev.callist.internal.walk.resume.ResumeStateCodec;
import dev.callist.internal.walk.seen.CallKey;
import dev.callist.internal.walk.source.PageAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A query on several listers, with settings and a position to start from. Immutable.
 *
 * @param lister the merged lister
 * @param query the query on all listers
 * @param start the position to start from; its cursor holds the position of each lister
 * @param sources the query on each lister, from its own position; none when the whole starts at its end
 * @param settings the settings of the whole, which apply to each lister too
 * @param policy what happens when one of the listers fails
 */
public record MergedListing(
        MergedCalls lister,
        CallQuery query,
        ResumeState start,
        List<QueryListing> sources,
        WalkSettings settings,
        FailurePolicy policy)
        implements CallListing {
    /** The whole list of a query, with the queries of its listers. */
    public static MergedListing of(
            MergedCalls lister, CallQuery query, List<QueryListing> sources, FailurePolicy policy) {
        ResumeState start = new ResumeState(
                QueryFingerprint.of(MergedPlan.of(sources), query),
                1,
                Optional.empty(),
                Optional.of(PageAddress.FIRST),
                PassedRows.NONE,
                Set.of());
        return new MergedListing(lister, query, start, sources, WalkSettings.DEFAULT, policy);
    }

    /** This list from a position on. */
    public MergedListing startingAt(ResumePoint point) {
        ResumeState state = start.startingAt(point, lister.provider());
        List<ResumePoint> points = state.next()
                .map(address -> MergedCursor.points(address.cursor(), sources.size()))
                .orElse(List.of());
        List<QueryListing> resumed = IntStream.range(0, points.size())
                .mapToObj(i -> sources.get(i).startingAt(points.get(i)))
                .toList();
        return new MergedListing(lister, query, state, resumed, settings, policy);
    }

    /**
     * The resume point of a walk whose listers are at these points, with the doubts of all of them.
     *
     * @param keys the keys of the last calls, if two listers may list the same ones
     */
    ResumePoint resumePoint(List<ResumePoint> points, List<CallKey> keys, ListOrder order, Set<Doubt> doubts) {
        return ResumeStateCodec.write(new ResumeState(
                start.fingerprint(),
                start.pageSize(),
                Optional.empty(),
                MergedCursor.of(points).map(PageAddress.FIRST::at),
                new PassedRows(keys, order, false, PassedRows.NONE.count()),
                doubts));
    }

    /** The next calls as one page, this many at most, with the rejected rows of the pages that were read for it. */
    public CallPage page(int size) {
        List<RejectedRow> rejected = new ArrayList<>();
        try (CallIterator walk = new MergedWalk(readAhead(0).limit(size), rejected::add)) {
            List<Call> calls = new ArrayList<>();
            walk.forEachRemaining(calls::add);
            ListingReport report = walk.report();
            ResumePoint point = walk.resumePoint();
            return CallPage.builder()
                    .calls(calls)
                    .rejected(rejected)
                    .doubts(report.doubts())
                    .next(point.isEnd() ? Optional.empty() : Optional.of(new Cursor(point.toString())))
                    .retries(report.retries())
                    .waited(report.waited())
                    .build();
        }
    }

    @Override
    public CallIterator iterator() {
        return new MergedWalk(this, row -> {});
    }

    /**
     * A walk of each lister under the settings of the whole; its limit leaves room for calls that an earlier walk has
     * passed.
     */
    List<MergedSource> walks(Consumer<RejectedRow> onRejected) {
        int passed = start.passed().keys().size();
        boolean isLimited = settings.limit() < Long.MAX_VALUE - passed;
        WalkSettings own = isLimited ? settings.withLimit(settings.limit() + passed) : settings;
        return sources.stream()
                .map(source -> new MergedSource(source.with(own), onRejected))
                .toList();
    }

    @Override
    public Stream<Call> stream() {
        return QueryListing.stream(iterator());
    }

    @Override
    public Flow.Publisher<Call> publisher() {
        return new CallPublisher(this, lister.options().threadFactory());
    }

    @Override
    public MergedListing limit(long calls) {
        return with(settings.withLimit(calls));
    }

    @Override
    public MergedListing readAhead(int pages) {
        return with(settings.withReadAhead(pages));
    }

    @Override
    public MergedListing concurrency(int requests) {
        return with(settings.withConcurrency(requests));
    }

    @Override
    public MergedListing strict() {
        return with(settings.asStrict());
    }

    @Override
    public MergedListing deadline(Duration whole) {
        return with(settings.withDeadline(whole));
    }

    private MergedListing with(WalkSettings changed) {
        return new MergedListing(lister, query, start, sources, changed, policy);
    }

    /** The query and the names of the listers. */
    @Override
    public String toString() {
        return "CallListing[" + lister + ", " + query + "]";
    }
}
