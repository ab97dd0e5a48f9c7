package dev.callist.provider.paging;

import dev.callist.Call;
import dev.callist.CallLister;
import dev.callist.CallListing;
import dev.callist.CallPage;
import dev.callist.CallPageBuilder;
import dev.callist.CallQuery;
import dev.callist.Cursor;
import dev.callist.ListingReport.Doubt;
import dev.callist.internal.walk.QueryListing;
import dev.callist.internal.walk.source.PageSource;
import dev.callist.internal.walk.source.TimeWindow;
import dev.callist.internal.walk.source.TimeWindows;
import dev.callist.provider.ApiResponse;
import dev.callist.provider.Envelope;
import dev.callist.provider.JsonClient;
import dev.callist.provider.PageMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The pages of a list whose pages are linked: each contains a token or a link for the next one. Thread-safe.
 *
 * @param <R> the native record of a row
 * @param <E> how the provider wraps a page
 */
public final class TokenPages<R, E extends Envelope<R>> {
    private final JsonClient client;
    private final PageMapper<R> mapper;
    private final Class<E> envelope;
    private final TokenRequests<E> requests;
    private final PageSource source = new Source();

    /**
     * Creates the pages of one lister.
     *
     * @param client sends the requests
     * @param mapper turns rows into calls
     * @param envelope the type of a page
     * @param requests how pages are requested
     */
    public TokenPages(JsonClient client, PageMapper<R> mapper, Class<E> envelope, TokenRequests<E> requests) {
        this.client = client;
        this.mapper = mapper;
        this.envelope = envelope;
        this.requests = requests;
    }

    /** The listing of a query, for {@link CallLister#list}. */
    public CallListing list(CallLister lister, CallQuery query) {
        return QueryListing.of(lister, source, query);
    }

    /** Fetches one page, for {@link CallLister#fetch}. */
    public CallPage fetch(CallQuery query, Cursor cursor) {
        return source.fetch(query, cursor, seen -> {});
    }

    /** How many requests can run at once for a query, for {@link dev.callist.QueryPlan#concurrency()}. */
    public int concurrency(CallQuery query) {
        return requests.split().start(query).isPresent() ? JsonClient.MOST_REQUESTS : 1;
    }

    /** The pages as a walk fetches them. */
    private final class Source implements PageSource {
        @Override
        public CallPage fetch(CallQuery query, Cursor cursor, Consumer<Cursor> nextSeen) {
            ApiResponse<E> response =
                    client.page(requests.request(query, cursor), envelope, received -> requests.peek(received)
                            .flatMap(requests::next)
                            .ifPresent(nextSeen));
            CallPageBuilder page = mapper.page(response).next(requests.next(response.value()));
            return requests.isStable(cursor)
                    ? page.build()
                    : page.addDoubts(Doubt.UNSTABLE_PAGE).build();
        }

        @Override
        public Optional<TimeWindows> windows(CallQuery query) {
            TimeSplit split = requests.split();
            return split.start(query).map(start -> new SplitWindows(split, start));
        }
    }

    /** The windows of one query. */
    private record SplitWindows(TimeSplit split, Instant start) implements TimeWindows {
        @Override
        public CallQuery within(CallQuery query, TimeWindow window) {
            return split.within(query, window.from(), window.until());
        }

        @Override
        public Optional<Instant> serverTime(Call call) {
            return split.serverTime(call);
        }

        @Override
        public Duration longestDelay(CallPage page) {
            return split.longestDelay(page);
        }
    }
}
