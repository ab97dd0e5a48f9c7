package dev.callist.plivodialer;

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
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;

/** Lists the calls of a dialer's tenant, newest first. Thread-safe; close it when done. */
public final class PlivoDialerCalls extends PagedLister {
    /** The name that {@link #provider()} returns. */
    public static final String PROVIDER = "plivo-dialer";

    private static final int LARGEST_PAGE = 1000;
    private static final HttpRedaction REDACTION = new HttpRedaction(Set.of("Access-Token"), Set.of());
    private static final ApiProfile PROFILE =
            new ApiProfile(PROVIDER, InstantFormat.EPOCH_SECONDS, "X-Request-Id", "", REDACTION);
    private static final String FIRST_DAY = "dateFrom";
    private static final String LAST_DAY = "dateTo";
    private static final String WINDOW =
            "dateFrom and dateTo select whole days of started_at in some zone; dateTo may be excluded";
    private static final String DIRECTION = "callType all_inbound and all_outbound select by is_inbound";

    private final PlivoDialerConfig config;
    private final HttpUrl list;
    private final String template;
    private final CountedPages<PlivoDialerCall, PlivoDialerPage> pages;

    private PlivoDialerCalls(PlivoDialerConfig config) {
        super(PROFILE, config.options(), config.secret());
        this.config = config;
        this.list = config.httpUrl()
                .newBuilder()
                .addPathSegment("calls")
                .addPathSegment("")
                .build();
        this.template = ConfigChecks.path(config.httpUrl()) + "/calls/";
        this.pages = new CountedPages<>(
                client(),
                new PageMapper<>(new PlivoDialerCallMapper(), config.options().keepRawJson()),
                PlivoDialerPage.class,
                new Requests());
    }

    /** A lister for one tenant; sends no request. */
    public static PlivoDialerCalls create(PlivoDialerConfig config) {
        return new PlivoDialerCalls(config);
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
        ServerFilters filters = filters(query);
        return pages.plan(query, filters, list.toString()).toBuilder()
                .firstDay(filters.requestedDay(FIRST_DAY))
                .lastDay(filters.requestedDay(LAST_DAY))
                .build();
    }

    /** The config's text, never the token. */
    @Override
    public String toString() {
        return "PlivoDialerCalls[" + config + "]";
    }

    /** How rows are requested. */
    private final class Requests implements RowRequests<PlivoDialerPage> {
        @Override
        public int pageSize(CallQuery query) {
            return Math.min(query.pageSize().orElse(LARGEST_PAGE), LARGEST_PAGE);
        }

        @Override
        public ApiRequest request(CallQuery query, RowRange rows) {
            HttpUrl.Builder url = list.newBuilder()
                    .addQueryParameter("page", Integer.toString(rows.page()))
                    .addQueryParameter("limit", Integer.toString(rows.limit()));
            return ApiRequest.get(filters(query).addTo(url).build(), template)
                    .typed()
                    .withToken(rows.start() > 0);
        }

        @Override
        public RowCounts given(PlivoDialerPage page, RowRange asked) {
            return page.given(asked);
        }

        @Override
        public Optional<PlivoDialerPage> peek(EnvelopePeek response) {
            return PlivoDialerPage.peek(response);
        }

        @Override
        public boolean marksEnd() {
            return true;
        }

        @Override
        public RowRange range(int row, int limit, int pageSize) {
            return RowRequests.byPage(row, limit, pageSize);
        }
    }

    /**
     * The last day is two days late, because the server's days may be in another zone, and the server may exclude the
     * last day.
     */
    private ServerFilters filters(CallQuery query) {
        return new ServerFilters(PROVIDER, query, config.options())
                .assume(QueryFilter.CREATED_FROM, FIRST_DAY, ServerFilters.day(query.createdFrom(), -1), WINDOW)
                .assume(QueryFilter.CREATED_BEFORE, LAST_DAY, ServerFilters.day(query.createdBefore(), 2), WINDOW)
                .assume(
                        QueryFilter.DIRECTION,
                        "callType",
                        query.direction().flatMap(PlivoDialerCalls::word).stream()
                                .toList(),
                        DIRECTION);
    }

    private static Optional<String> word(CallDirection direction) {
        return switch (direction) {
            case INBOUND -> Optional.of(PlivoDialerFilters.ALL_INBOUND);
            case OUTBOUND -> Optional.of(PlivoDialerFilters.ALL_OUTBOUND);
            case UNKNOWN -> Optional.empty();
        };
    }
}
