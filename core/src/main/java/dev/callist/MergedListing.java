package dev.callist;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A query on several listers, with settings and perhaps a place to start from.
 *
 * @param whole the query on all of them, its settings and its start
 * @param sources the query on each of them, from its own start; none when the whole starts at its end
 * @param policy what happens when one of them fails
 */
record MergedListing(Listing whole, List<Listing> sources, FailurePolicy policy) implements CallListing {
    /** The listing with each source at the place that the whole's start holds for it. */
    MergedListing fromStart() {
        List<ResumePoint> places = whole.start()
                .flatMap(Bookmark::cursor)
                .map(cursor -> MergedCursor.places(cursor, sources.size()))
                .orElse(List.of());
        List<Listing> resumed = IntStream.range(0, places.size())
                .mapToObj(i -> sources.get(i).from(places.get(i)))
                .toList();
        return new MergedListing(whole, resumed, policy);
    }

    @Override
    public CallIterator iterator() {
        return new MergedWalk(this);
    }

    /** A walk of each source under the settings of the whole. */
    List<MergedSource> walks() {
        return sources.stream()
                .map(source -> new MergedSource(source.with(whole.settings())))
                .toList();
    }

    @Override
    public Stream<Call> stream() {
        return Listing.stream(iterator());
    }

    @Override
    public CallListing limit(long calls) {
        return with(whole.limit(calls));
    }

    @Override
    public CallListing readAhead(int pages) {
        return with(whole.readAhead(pages));
    }

    @Override
    public CallListing concurrency(int requests) {
        return with(whole.concurrency(requests));
    }

    @Override
    public CallListing strict() {
        return with(whole.strict());
    }

    @Override
    public CallListing deadline(Duration time) {
        return with(whole.deadline(time));
    }

    private MergedListing with(CallListing changed) {
        return new MergedListing((Listing) changed, sources, policy);
    }

    /** The query and the names of the listers. */
    @Override
    public String toString() {
        return "CallListing[" + whole.lister() + ", " + whole.query() + "]";
    }
}
