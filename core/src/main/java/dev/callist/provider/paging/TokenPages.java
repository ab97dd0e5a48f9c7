package dev.callist.provider.paging;

import dev.callist.Call;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallLister;
import dev.callist.CallListing;
import dev.callist.CallPage;
import dev.callist.CallPageBuilder;
import dev.callist.CallQuery;
import dev.callist.Cursor;
import dev.callist.ListingReport.Doubt;
import dev.callist.QueryPlan;
import dev.callist.internal.walk.QueryListing;
import dev.callist.internal.walk.source.PageSource;
import dev.callist.internal.walk.source.TimeWindow;
import dev.callist.internal.walk.source.TimeWindows;
import dev.callist.provider.ApiRequest;
import dev.callist.provider.ApiResponse;
import dev.callist.provider.Envelope;
import dev.callist.provider.InstantFormat;
import dev.callist.provider.JsonClient;
import dev.callist.provider.PageMapper;
import dev.callist.provider.ServerFilters;
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
public final class TokenPages<R, E extends Envelope<R>> implements ListPages {
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

    @Override
    public CallListing list(CallLister lister, CallQuery query) {
        return QueryListing.of(lister, source, query);
    }

    @Override
    public CallPage fetch(CallQuery query, Cursor cursor) {
        return source.fetch(query, cursor, seen -> {});
    }

    @Override
    public QueryPlan plan(CallQuery query, ServerFilters filters, String identity) {
        int concurrency = requests.split().start(query).isPresent() ? JsonClient.MAX_REQUESTS : 1;
        return filters.plan(identity, requests.request(query, Cursor.FIRST), requests.pageSize(query), concurrency);
    }

    /**
     * Fetches one call with a request of its own.
     *
     * @param record the native record, which is the whole response
     * @throws CallListException BAD_RESPONSE when the record has no id; NOT_FOUND when there is no such call
     */
    public Call find(ApiRequest request, Class<R> record) {
        return mapper.call(client.one(request, record).value())
                .orElseThrow(() -> CallListException.of(Kind.BAD_RESPONSE, client.provider())
                        .detail("the call has no id")
                        .build()
                        .asException());
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
            return split.start(query).map(InstantFormat::clamped).map(start -> new SplitWindows(split, start));
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
