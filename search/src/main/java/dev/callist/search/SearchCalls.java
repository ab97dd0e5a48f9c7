package dev.callist.search;

import dev.callist.CallDirection;
import dev.callist.CallQuery;
import dev.callist.HttpRedaction;
import dev.callist.QueryFilter;
import dev.callist.QueryPlan;
import dev.callist.provider.ApiProfile;
import dev.callist.provider.ApiRequest;
import dev.callist.provider.ConfigChecks;
import dev.callist.provider.EnvelopePeek;
import dev.callist.provider.InstantFormat;
import dev.callist.provider.PageMapper;
import dev.callist.provider.ServerFilters;
import dev.callist.provider.paging.CountedPages;
import dev.callist.provider.paging.ListPages;
import dev.callist.provider.paging.PagedLister;
import dev.callist.provider.paging.RowCounts;
import dev.callist.provider.paging.RowRange;
import dev.callist.provider.paging.RowRequests;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import okhttp3.HttpUrl;

/**
 * Lists the calls of an organization by searching for them. Thread-safe; close it when done.
 *
 * @see <a href="https://docs.whippy.ai/reference/searchcalls">Search Calls</a>
 */
public final class SearchCalls extends PagedLister {
    /** The name that {@link #provider()} returns. */
    public static final String PROVIDER = "search";

    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 500;
    private static final HttpRedaction REDACTION = new HttpRedaction(Set.of("X-WHIPPY-KEY"), Set.of());
    private static final ApiProfile PROFILE = new ApiProfile(
            PROVIDER,
            InstantFormat.ISO_OR_UTC,
            TimeUnit.MILLISECONDS,
            "X-Request-Id",
            "X-RateLimit-Remaining-Interval-Milliseconds",
            REDACTION);
    private static final String DIRECTION = "direction takes the words INBOUND and OUTBOUND";
    private static final String PARTIES = "from and to select numbers in the form that calls show them in";
    private static final String NO_TAGS = "the calls of this API have no tags";

    private final SearchConfig config;
    private final HttpUrl list;
    private final String template;
    private final CountedPages<SearchCall, SearchPage> pages;

    private SearchCalls(SearchConfig config) {
        super(PROFILE, config.optionsInForce(), config.secret());
        this.config = config;
        this.list = config.httpUrl()
                .newBuilder()
                .addPathSegment("calls")
                .addPathSegment("search")
                .build();
        this.template = ConfigChecks.path(config.httpUrl()) + "/calls/search";
        this.pages = new CountedPages<>(
                client(),
                new PageMapper<>(
                        new SearchCallMapper(config.organization()), options().keepRawJson()),
                SearchPage.class,
                new Requests());
    }

    /** A lister for one organization; sends no request. */
    public static SearchCalls create(SearchConfig config) {
        return new SearchCalls(config);
    }

    /** The headers and query parameters to hide when an HTTP client of your own logs the requests. */
    public static HttpRedaction redaction() {
        return REDACTION;
    }

    @Override
    protected ListPages pages() {
        return pages;
    }

    @Override
    public QueryPlan plan(CallQuery query) {
        return pages.plan(
                query,
                filters(query),
                list + config.organization().map(name -> " of " + name).orElse(""));
    }

    /** The config's text, never the key. */
    @Override
    public String toString() {
        return "SearchCalls[" + config + "]";
    }

    /** How rows are requested. */
    private final class Requests implements RowRequests<SearchPage> {
        @Override
        public int pageSize(CallQuery query) {
            return Math.min(query.pageSize().orElse(USUAL_PAGE), LARGEST_PAGE);
        }

        @Override
        public ApiRequest request(CallQuery query, RowRange rows) {
            HttpUrl url = list.newBuilder()
                    .addQueryParameter("limit", Integer.toString(rows.limit()))
                    .addQueryParameter("offset", Integer.toString(rows.start()))
                    .addQueryParameter(
                            "timeout", Long.toString(config.searchTimeout().toMillis()))
                    .build();
            return ApiRequest.post(url, template, SearchBody.of(filters(query).parameters()))
                    .withToken(rows.start() > 0);
        }

        @Override
        public RowCounts given(SearchPage page, RowRange asked) {
            return page.given(asked);
        }

        @Override
        public Optional<SearchPage> peek(EnvelopePeek response) {
            return SearchPage.peek(response);
        }

        @Override
        public boolean marksEnd() {
            return false;
        }

        @Override
        public RowRange range(int row, int limit, int pageSize) {
            return RowRequests.byOffset(row, limit);
        }
    }

    private ServerFilters filters(CallQuery query) {
        return new ServerFilters(PROVIDER, query, options())
                .send(QueryFilter.CREATED_FROM, "after", after(query))
                .send(QueryFilter.CREATED_BEFORE, "before", before(query))
                .assume(
                        QueryFilter.DIRECTION,
                        "direction",
                        query.direction().flatMap(SearchCalls::word).stream().toList(),
                        DIRECTION)
                .assume(QueryFilter.FROM, "from", ServerFilters.comparable(query.from()), PARTIES)
                .assume(QueryFilter.TO, "to", ServerFilters.comparable(query.to()), PARTIES)
                .send(QueryFilter.MIN_DURATION, "min_duration", minDuration(query))
                .send(QueryFilter.MAX_DURATION, "max_duration", maxDuration(query))
                .refuse(QueryFilter.TAGS, NO_TAGS);
    }

    /** A second early, in case the server excludes the start or counts whole seconds. */
    private static List<String> after(CallQuery query) {
        return query
                .createdFrom()
                .map(from -> InstantFormat.isoMillis(InstantFormat.clamped(from).minusSeconds(1)))
                .stream()
                .toList();
    }

    /** A second late, in case the server excludes the end or counts whole seconds. */
    private static List<String> before(CallQuery query) {
        return query
                .createdBefore()
                .map(end -> InstantFormat.isoMillis(InstantFormat.clamped(end).plusSeconds(1)))
                .stream()
                .toList();
    }

    /** Rounded down to a millisecond. */
    private static List<String> minDuration(CallQuery query) {
        return query.minDuration().map(least -> Long.toString(TimeUnit.MILLISECONDS.convert(least))).stream()
                .toList();
    }

    /** Rounded up to a millisecond. */
    private static List<String> maxDuration(CallQuery query) {
        return query.maxDuration().map(SearchCalls::roundedUp).stream().toList();
    }

    private static String roundedUp(Duration most) {
        long millis = TimeUnit.MILLISECONDS.convert(most);
        boolean isExact = most.toNanosPart() % 1_000_000 == 0 || millis == Long.MAX_VALUE;
        return Long.toString(isExact ? millis : millis + 1);
    }

    private static Optional<String> word(CallDirection direction) {
        return switch (direction) {
            case INBOUND -> Optional.of(SearchFilters.DIRECTION_INBOUND);
            case OUTBOUND -> Optional.of(SearchFilters.DIRECTION_OUTBOUND);
            case UNKNOWN -> Optional.empty();
        };
    }
}
