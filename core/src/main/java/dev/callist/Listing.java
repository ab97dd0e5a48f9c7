package dev.callist;

import java.time.Duration;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A query on a lister, with settings and perhaps a place to start from. */
record Listing(CallLister lister, CallQuery query, QueryPlan plan, Optional<Bookmark> start, WalkSettings settings)
        implements CallListing {
    private static final int CALLS_ARE = Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE;

    static Listing of(CallLister lister, CallQuery query) {
        return new Listing(lister, query, lister.plan(query), Optional.empty(), WalkSettings.DEFAULT);
    }

    Listing from(ResumePoint place) {
        Bookmark bookmark = place.bookmark();
        if (!bookmark.binding().equals(Binding.of(plan, query))) {
            throw CallListException.of(CallListException.Kind.INVALID_RESUME_POINT, lister.provider())
                    .detail("it belongs to another provider, account, base URL or query; use the one it was made with")
                    .build()
                    .asException();
        }
        return new Listing(lister, query, plan, Optional.of(bookmark), settings);
    }

    /** The page size in force: a resumed walk keeps the one that its cursor may count in. */
    int pageSize() {
        return start.map(Bookmark::pageSize).orElse(plan.pageSize());
    }

    /** How many requests may be under way at once. */
    int width() {
        return Math.max(1, Math.min(settings.concurrency(), plan.concurrency()));
    }

    /** The query as pages are asked for. */
    CallQuery pagedQuery() {
        return query.toBuilder().pageSize(pageSize()).build();
    }

    Freeze freeze() {
        return new Freeze(
                plan.shifts(), start.flatMap(Bookmark::bound), lister.options().time());
    }

    Sieve sieve() {
        return new Sieve(query, plan.here().contains(QueryFilter.CREATED_FROM), start);
    }

    @Override
    public CallIterator iterator() {
        return new Walk(this);
    }

    @Override
    public Stream<Call> stream() {
        return stream(iterator());
    }

    /** A walk as a sequential stream that ends it when it is closed. */
    static Stream<Call> stream(CallIterator walk) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(walk, CALLS_ARE), false)
                .onClose(walk::close);
    }

    @Override
    public CallListing limit(long calls) {
        require(calls >= 0, "limit must not be negative");
        return with(settings.withLimit(calls));
    }

    @Override
    public CallListing readAhead(int pages) {
        require(pages >= 0, "readAhead must not be negative");
        return with(settings.withReadAhead(pages));
    }

    @Override
    public CallListing concurrency(int requests) {
        require(requests >= 1, "concurrency must be at least 1");
        return with(settings.withConcurrency(requests));
    }

    @Override
    public CallListing strict() {
        return with(settings.asStrict());
    }

    @Override
    public CallListing deadline(Duration whole) {
        require(!whole.isNegative() && !whole.isZero(), "deadline must be more than zero");
        return with(settings.withDeadline(whole));
    }

    Listing with(WalkSettings changed) {
        return new Listing(lister, query, plan, start, changed);
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw CallListException.invalidConfig("listing", rule);
        }
    }

    /** The query and the provider. */
    @Override
    public String toString() {
        return "CallListing[" + lister.provider() + ", " + query + "]";
    }
}
