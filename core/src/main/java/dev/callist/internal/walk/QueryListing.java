package dev.callist.internal.walk;

import dev.callist.Call;
import dev.callist.CallIterator;
import dev.callist.CallLister;
import dev.callist.CallListing;
import dev.callist.CallQuery;
import dev.callist.QueryPlan;
import dev.callist.RejectedRow;
import dev.callist.ResumePoint;
import dev.callist.internal.walk.resume.PassedRows;
import dev.callist.internal.walk.resume.QueryFingerprint;
import dev.callist.internal.walk.resume.ResumeState;
import dev.callist.internal.walk.source.PageAddress;
import dev.callist.internal.walk.source.PageSource;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A query on a lister, with settings and a position to start from. Immutable.
 *
 * @param source where the pages come from
 * @param plan the lister's plan for the query
 * @param start the position to start from
 */
public record QueryListing(
        CallLister lister, PageSource source, CallQuery query, QueryPlan plan, ResumeState start, WalkSettings settings)
        implements CallListing {
    private static final int CALLS_ARE = Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE;

    /** The whole list of a lister's query. */
    public static QueryListing of(CallLister lister, CallQuery query) {
        return of(lister, PageSource.of(lister), query);
    }

    /** The whole list of a query, with pages from another source than the lister's public methods. */
    public static QueryListing of(CallLister lister, PageSource source, CallQuery query) {
        QueryPlan plan = lister.plan(query);
        ResumeState start = new ResumeState(
                QueryFingerprint.of(plan, query),
                plan.pageSize(),
                Optional.empty(),
                Optional.of(PageAddress.FIRST),
                PassedRows.NONE,
                Set.of());
        return new QueryListing(lister, source, query, plan, start, WalkSettings.DEFAULT);
    }

    /** The listing that a lister gives for a query, or a listing over its pages if it returns one of another kind. */
    public static QueryListing from(CallLister lister, CallQuery query) {
        return lister.list(query) instanceof QueryListing listing ? listing : of(lister, query);
    }

    /**
     * This list from a position on.
     *
     * @throws dev.callist.CallListException INVALID_RESUME_POINT when the position belongs to another list or query
     */
    public QueryListing startingAt(ResumePoint point) {
        ResumeState state = start.startingAt(point, lister.provider());
        return new QueryListing(lister, source, query, plan, state, settings);
    }

    /** How many requests may be under way at once. */
    int width() {
        return Math.max(1, Math.min(settings.concurrency(), plan.concurrency()));
    }

    /** The query that pages are asked for with. A resumed walk keeps the page size that its cursor may count in. */
    CallQuery pagedQuery() {
        return query.toBuilder().pageSize(start.pageSize()).build();
    }

    @Override
    public CallIterator iterator() {
        return walk(row -> {});
    }

    /** Starts a walk that also passes each rejected row to a callback. */
    public Walk walk(Consumer<RejectedRow> onRejected) {
        return new Walk(this, onRejected);
    }

    @Override
    public Stream<Call> stream() {
        return stream(iterator());
    }

    @Override
    public Flow.Publisher<Call> publisher() {
        return new CallPublisher(this, lister.options().threadFactory());
    }

    /** A walk as a sequential stream that ends the walk when it is closed. */
    public static Stream<Call> stream(CallIterator walk) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(walk, CALLS_ARE), false)
                .onClose(walk::close);
    }

    @Override
    public QueryListing limit(long calls) {
        return with(settings.withLimit(calls));
    }

    @Override
    public QueryListing readAhead(int pages) {
        return with(settings.withReadAhead(pages));
    }

    @Override
    public QueryListing concurrency(int requests) {
        return with(settings.withConcurrency(requests));
    }

    @Override
    public QueryListing strict() {
        return with(settings.asStrict());
    }

    @Override
    public QueryListing deadline(Duration whole) {
        return with(settings.withDeadline(whole));
    }

    /** This list with other settings. */
    public QueryListing with(WalkSettings changed) {
        return new QueryListing(lister, source, query, plan, start, changed);
    }

    /** The query and the provider. */
    @Override
    public String toString() {
        return "CallListing[" + lister.provider() + ", " + query + "]";
    }
}
