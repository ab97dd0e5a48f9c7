package dev.callist.twilio;

import dev.callist.Call;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallListing;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import dev.callist.Cursor;
import dev.callist.HttpRedaction;
import dev.callist.QueryFilter;
import dev.callist.QueryPlan;
import dev.callist.provider.ApiProfile;
import dev.callist.provider.ApiProfile.ProfiledLister;
import dev.callist.provider.ApiRequest;
import dev.callist.provider.ApiResponse;
import dev.callist.provider.CallWords;
import dev.callist.provider.ConfigChecks;
import dev.callist.provider.EnvelopePeek;
import dev.callist.provider.InstantFormat;
import dev.callist.provider.JsonClient;
import dev.callist.provider.PageMapper;
import dev.callist.provider.Row;
import dev.callist.provider.ServerFilters;
import dev.callist.provider.paging.LinkCursors;
import dev.callist.provider.paging.StartTimeSplit;
import dev.callist.provider.paging.TimeSplit;
import dev.callist.provider.paging.TokenPages;
import dev.callist.provider.paging.TokenRequests;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;

/**
 * Lists the calls of a Twilio account or subaccount, newest first. Thread-safe; close it when done.
 *
 * @see <a href="https://www.twilio.com/docs/voice/api/call-resource#read-multiple-call-resources">Read multiple calls</a>
 */
public final class TwilioCalls implements ProfiledLister {
    /** The name that {@link #provider()} returns. */
    public static final String PROVIDER = "twilio";

    private static final int LARGEST_PAGE = 1000;
    private static final HttpRedaction REDACTION =
            new HttpRedaction(Set.of("Authorization"), Set.of("From", "To", "PageToken"));
    private static final ApiProfile PROFILE =
            new ApiProfile(PROVIDER, InstantFormat.RFC_2822, "Twilio-Request-Id", "", REDACTION);

    /** The words of lists, and those of status callbacks. */
    private static final Set<String> WORDS = Set.of(
            TwilioFilters.STATUS_QUEUED,
            "initiated",
            TwilioFilters.STATUS_RINGING,
            TwilioFilters.STATUS_IN_PROGRESS,
            TwilioFilters.STATUS_CANCELED,
            TwilioFilters.STATUS_COMPLETED,
            TwilioFilters.STATUS_BUSY,
            TwilioFilters.STATUS_FAILED,
            TwilioFilters.STATUS_NO_ANSWER,
            "inbound",
            "outbound-api",
            "outbound-dial",
            "trunking-originating",
            "trunking-terminating");

    private final TwilioConfig config;
    private final HttpUrl list;
    private final LinkCursors cursors;
    private final String template;
    private final JsonClient client;
    private final PageMapper<TwilioCall> mapper;
    private final TokenPages<TwilioCall, TwilioPage> pages;

    private TwilioCalls(TwilioConfig config) {
        this.config = config;
        this.list = config.httpUrl()
                .newBuilder()
                .addPathSegments("2010-04-01/Accounts")
                .addPathSegment(config.accountSid())
                .addPathSegment("Calls.json")
                .build();
        this.cursors = new LinkCursors(PROVIDER, list, "", "Page", "PageToken");
        this.template = ConfigChecks.path(config.httpUrl()) + "/2010-04-01/Accounts/{accountSid}/Calls.json";
        this.client = JsonClient.create(PROFILE, config.options(), config.secret());
        this.mapper = new PageMapper<>(
                new TwilioCallMapper(config.accountSid()), config.options().keepRawJson());
        this.pages = new TokenPages<>(client, mapper, TwilioPage.class, new Requests());
    }

    /** A lister for one account; sends no request. */
    public static TwilioCalls create(TwilioConfig config) {
        return new TwilioCalls(config);
    }

    /** The headers and query parameters to hide when an HTTP client of your own logs the requests. */
    public static HttpRedaction redaction() {
        return REDACTION;
    }

    @Override
    public String provider() {
        return PROVIDER;
    }

    @Override
    public ApiProfile profile() {
        return PROFILE;
    }

    @Override
    public Set<String> knownWords() {
        return WORDS;
    }

    @Override
    public boolean writesNumbersAsText() {
        return true;
    }

    @Override
    public ClientOptions options() {
        return config.options();
    }

    @Override
    public CallPage fetch(CallQuery query, Cursor cursor) {
        return pages.fetch(query, cursor);
    }

    @Override
    public CallListing list(CallQuery query) {
        return pages.list(this, query);
    }

    @Override
    public QueryPlan plan(CallQuery query) {
        ServerFilters filters = filters(query);
        return filters.plan(list.toString(), request(query, Cursor.FIRST), pageSize(query), pages.concurrency(query));
    }

    /**
     * One call by its sid.
     *
     * @throws CallListException NOT_FOUND when the account has no such call
     */
    public Call find(String sid) {
        ConfigChecks.id(PROVIDER, "sid", sid);
        HttpUrl url = list.newBuilder()
                .removePathSegment(list.pathSize() - 1)
                .addPathSegment("Calls")
                .addPathSegment(sid + ".json")
                .build();
        ApiResponse<Row<TwilioCall>> response =
                client.one(ApiRequest.get(url, template.replace(".json", "/{sid}.json")), TwilioCall.class);
        return mapper.call(response.value()).orElseThrow(() -> CallListException.of(Kind.BAD_RESPONSE, PROVIDER)
                .detail("the call has no sid")
                .build()
                .asException());
    }

    @Override
    public void close() {
        client.close();
    }

    /** The config's text, never the token. */
    @Override
    public String toString() {
        return "TwilioCalls[" + config + "]";
    }

    /** How pages are requested. */
    private final class Requests implements TokenRequests<TwilioPage> {
        private final TimeSplit split =
                new StartTimeSplit<>(TwilioFilters.class, TwilioFilters::startTimes, TwilioFilters::withStartTimes);

        @Override
        public ApiRequest request(CallQuery query, Cursor cursor) {
            return TwilioCalls.this.request(query, cursor);
        }

        @Override
        public Optional<Cursor> next(TwilioPage page) {
            return cursors.next(page.nextPageUri());
        }

        @Override
        public boolean isStable(Cursor cursor) {
            return cursors.isStable(cursor);
        }

        @Override
        public Optional<TwilioPage> peek(EnvelopePeek response) {
            return TwilioPage.peek(response);
        }

        @Override
        public TimeSplit split() {
            return split;
        }
    }

    private ApiRequest request(CallQuery query, Cursor cursor) {
        HttpUrl.Builder url =
                cursors.url(cursor).newBuilder().addQueryParameter("PageSize", Integer.toString(pageSize(query)));
        filters(query)
                .parameters()
                .forEach((name, values) -> values.forEach(value -> url.addQueryParameter(name, value)));
        return ApiRequest.get(url.build(), template).withToken(!cursor.isFirst());
    }

    private static int pageSize(CallQuery query) {
        return Math.min(query.pageSize().orElse(LARGEST_PAGE), LARGEST_PAGE);
    }

    /** The walk applies all other filters, including the window, because StartTime does not filter by date_created. */
    private ServerFilters filters(CallQuery query) {
        return new ServerFilters(PROVIDER, query, config.options())
                .refuse(QueryFilter.TAGS, "Twilio's calls have no tags")
                .send(
                        QueryFilter.STATUSES,
                        "Status",
                        CallWords.onlyWord(query.statuses(), WORDS).stream().toList())
                .send(QueryFilter.FROM, "From", ServerFilters.comparable(query.from()))
                .send(QueryFilter.TO, "To", ServerFilters.comparable(query.to()));
    }
}
