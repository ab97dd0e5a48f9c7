package dev.callist.bird;

import dev.callist.Call;
import dev.callist.CallDirection;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallQuery;
import dev.callist.Cursor;
import dev.callist.HttpRedaction;
import dev.callist.QueryFilter;
import dev.callist.QueryPlan;
import dev.callist.provider.ApiProfile;
import dev.callist.provider.ApiRequest;
import dev.callist.provider.CallWords;
import dev.callist.provider.ConfigChecks;
import dev.callist.provider.EnvelopePeek;
import dev.callist.provider.InstantFormat;
import dev.callist.provider.PageMapper;
import dev.callist.provider.ServerFilters;
import dev.callist.provider.paging.ListPages;
import dev.callist.provider.paging.PagedLister;
import dev.callist.provider.paging.TimeSplit;
import dev.callist.provider.paging.TokenPages;
import dev.callist.provider.paging.TokenRequests;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;

/**
 * Lists the calls of a Bird workspace, or of one of its channels, newest first. Thread-safe; close it when done.
 *
 * @see <a href="https://docs.bird.com/api/voice-api/voice-calls-api/list-calls-from-a-channel">List calls from a
 *     channel</a>
 */
public final class BirdCalls extends PagedLister {
    /** The name that {@link #provider()} returns. */
    public static final String PROVIDER = "bird";

    private static final int LARGEST_PAGE = 1000;
    private static final HttpRedaction REDACTION =
            new HttpRedaction(Set.of("Authorization"), Set.of("from", "to", "tag", "pageToken"));
    private static final ApiProfile PROFILE =
            new ApiProfile(PROVIDER, InstantFormat.ISO, "Messagebird-Request-Id", "", REDACTION);
    private static final String WINDOW = "startAt and endAt select by createdAt";
    private static final String TAGS = "tag may be repeated and selects calls that carry at least these tags";

    private static final Set<String> WORDS = Set.of(
            BirdFilters.DIRECTION_INCOMING,
            BirdFilters.DIRECTION_OUTGOING,
            BirdFilters.STATUS_ACCEPTED,
            BirdFilters.STATUS_STARTING,
            BirdFilters.STATUS_RINGING,
            BirdFilters.STATUS_ONGOING,
            BirdFilters.STATUS_COMPLETED,
            BirdFilters.STATUS_NO_ANSWER,
            BirdFilters.STATUS_BUSY,
            BirdFilters.STATUS_FAILED,
            BirdFilters.STATUS_CANCELLED,
            BirdFilters.STATUS_SCHEDULED);

    private final BirdConfig config;
    private final HttpUrl list;
    private final String template;
    private final TokenPages<BirdCall, BirdPage> pages;

    private BirdCalls(BirdConfig config) {
        super(PROFILE, config.options(), config.secret());
        this.config = config;
        HttpUrl.Builder path = config.httpUrl()
                .newBuilder()
                .addPathSegment("workspaces")
                .addPathSegment(config.workspaceId())
                .addPathSegment("channels");
        config.channelId().ifPresent(path::addPathSegment);
        this.list = path.addPathSegment("calls").build();
        this.template = ConfigChecks.path(config.httpUrl())
                + "/workspaces/{workspaceId}/channels/"
                + config.channelId().map(channelId -> "{channelId}/").orElse("")
                + "calls";
        this.pages = new TokenPages<>(
                client(),
                new PageMapper<>(
                        new BirdCallMapper(config.workspaceId()),
                        config.options().keepRawJson()),
                BirdPage.class,
                new Requests());
    }

    /** A lister for one workspace or channel; sends no request. */
    public static BirdCalls create(BirdConfig config) {
        return new BirdCalls(config);
    }

    /** The headers and query parameters to hide when an HTTP client of your own logs the requests. */
    public static HttpRedaction redaction() {
        return REDACTION;
    }

    @Override
    public Set<String> knownWords() {
        return WORDS;
    }

    @Override
    protected ListPages pages() {
        return pages;
    }

    @Override
    public QueryPlan plan(CallQuery query) {
        return pages.plan(query, filters(query), list.toString());
    }

    /**
     * One call by its id. Without a channel it is looked for in the workspace's list.
     *
     * @throws CallListException NOT_FOUND when the channel or the workspace has no such call
     */
    public Call find(String callId) {
        ConfigChecks.id(PROVIDER, "callId", callId);
        return config.channelId().isPresent() ? findInChannel(callId) : findInWorkspace(callId);
    }

    private Call findInChannel(String callId) {
        HttpUrl url = list.newBuilder().addPathSegment(callId).build();
        return pages.find(ApiRequest.get(url, template + "/{callId}"), BirdCall.class);
    }

    /** Bird gets calls by channel only, but its list of a workspace's calls has a filter for the id. */
    private Call findInWorkspace(String callId) {
        CallQuery query = CallQuery.builder()
                .addProviderFilters(BirdFilters.builder().id(callId).build())
                .build();
        return fetch(query, Cursor.FIRST).calls().stream()
                .filter(call -> call.id().equalsIgnoreCase(callId))
                .findFirst()
                .orElseThrow(() -> CallListException.of(Kind.NOT_FOUND, PROVIDER)
                        .detail("the workspace has no such call")
                        .build()
                        .asException());
    }

    /** The ids and the host; never the key. */
    @Override
    public String toString() {
        return "BirdCalls[" + config + "]";
    }

    /** How pages are requested. */
    private final class Requests implements TokenRequests<BirdPage> {
        private final TimeSplit split = TimeSplit.byCreation(BirdCalls.this::canSplit);

        @Override
        public int pageSize(CallQuery query) {
            return Math.min(query.pageSize().orElse(LARGEST_PAGE), LARGEST_PAGE);
        }

        @Override
        public ApiRequest request(CallQuery query, Cursor cursor) {
            HttpUrl.Builder url = list.newBuilder().addQueryParameter("limit", Integer.toString(pageSize(query)));
            filters(query).addTo(url);
            if (!cursor.isFirst()) {
                url.addQueryParameter("pageToken", cursor.text());
            }
            return ApiRequest.get(url.build(), template).withToken(!cursor.isFirst());
        }

        @Override
        public Optional<Cursor> next(BirdPage page) {
            return page.next();
        }

        @Override
        public Optional<BirdPage> peek(EnvelopePeek response) {
            return BirdPage.peek(response);
        }

        @Override
        public TimeSplit split() {
            return split;
        }
    }

    /** Whether the server filters by both ends of this query's window. */
    private boolean canSplit(CallQuery query) {
        return query.createdFrom().isPresent()
                && filters(query).canServe(QueryFilter.CREATED_FROM, QueryFilter.CREATED_BEFORE);
    }

    private ServerFilters filters(CallQuery query) {
        return new ServerFilters(PROVIDER, query, config.options())
                .assume(QueryFilter.CREATED_FROM, "startAt", startAt(query), WINDOW)
                .assume(QueryFilter.CREATED_BEFORE, "endAt", endAt(query), WINDOW)
                .send(
                        QueryFilter.DIRECTION,
                        "direction",
                        query.direction().flatMap(BirdCalls::word).stream().toList())
                .send(
                        QueryFilter.STATUSES,
                        "status",
                        CallWords.onlyWord(query.statuses(), WORDS).stream().toList())
                .assume(QueryFilter.TAGS, "tag", BirdFilters.lowerCase(query.tags()), TAGS);
    }

    /** A millisecond early, in case Bird excludes the start. */
    private static List<String> startAt(CallQuery query) {
        return query
                .createdFrom()
                .map(from -> InstantFormat.isoMillis(InstantFormat.clamped(from).minusMillis(1)))
                .stream()
                .toList();
    }

    /** Rounded up to the next millisecond, in case Bird excludes the end. */
    private static List<String> endAt(CallQuery query) {
        return query
                .createdBefore()
                .map(end -> InstantFormat.isoMillis(InstantFormat.clamped(end).plusNanos(999_999)))
                .stream()
                .toList();
    }

    private static Optional<String> word(CallDirection direction) {
        return switch (direction) {
            case INBOUND -> Optional.of(BirdFilters.DIRECTION_INCOMING);
            case OUTBOUND -> Optional.of(BirdFilters.DIRECTION_OUTGOING);
            case UNKNOWN -> Optional.empty();
        };
    }
}
