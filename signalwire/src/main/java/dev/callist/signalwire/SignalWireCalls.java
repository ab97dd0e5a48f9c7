package dev.callist.signalwire;

import dev.callist.Call;
import dev.callist.CallListException;
import dev.callist.CallQuery;
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
import dev.callist.provider.PageToken;
import dev.callist.provider.ServerFilters;
import dev.callist.provider.paging.LinkCursors;
import dev.callist.provider.paging.LinkRequests;
import dev.callist.provider.paging.ListPages;
import dev.callist.provider.paging.PagedLister;
import dev.callist.provider.paging.StartTimeSplit;
import dev.callist.provider.paging.TimeSplit;
import dev.callist.provider.paging.TokenPages;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Lists the calls of a SignalWire project, newest first. Thread-safe; close it when done.
 *
 * @see <a href="https://developer.signalwire.com/compatibility-api/client-sdks/methods/calls/list">List all calls</a>
 */
public final class SignalWireCalls extends PagedLister {
    /** The name that {@link #provider()} returns. */
    public static final String PROVIDER = "signalwire";

    private static final int LARGEST_PAGE = 1000;
    private static final HttpRedaction REDACTION =
            new HttpRedaction(Set.of("Authorization"), Set.of("From", "To", "PageToken"));
    private static final ApiProfile PROFILE =
            new ApiProfile(PROVIDER, InstantFormat.RFC_2822, "X-Request-Id", "", REDACTION);

    /** The words of lists, and those of status callbacks. */
    private static final Set<String> WORDS = Set.of(
            SignalWireFilters.STATUS_QUEUED,
            "initiated",
            SignalWireFilters.STATUS_RINGING,
            SignalWireFilters.STATUS_IN_PROGRESS,
            SignalWireFilters.STATUS_CANCELED,
            SignalWireFilters.STATUS_COMPLETED,
            SignalWireFilters.STATUS_BUSY,
            SignalWireFilters.STATUS_FAILED,
            SignalWireFilters.STATUS_NO_ANSWER,
            "inbound",
            "outbound",
            "outbound-api",
            "outbound-dial");

    private final SignalWireConfig config;
    private final HttpUrl list;
    private final String template;
    private final TokenPages<SignalWireCall, SignalWirePage> pages;

    private SignalWireCalls(SignalWireConfig config) {
        super(PROFILE, config.options(), config.secret());
        this.config = config;
        this.list = config.httpUrl()
                .newBuilder()
                .addPathSegments("api/laml/2010-04-01/Accounts")
                .addPathSegment(config.projectId())
                .addPathSegment("Calls")
                .build();
        this.template = ConfigChecks.path(config.httpUrl()) + "/api/laml/2010-04-01/Accounts/{projectId}/Calls";
        this.pages = new TokenPages<>(
                client(),
                new PageMapper<>(
                        new SignalWireCallMapper(config.projectId()),
                        config.options().keepRawJson()),
                SignalWirePage.class,
                new Requests(new LinkCursors(PROVIDER, list, "/api/laml", "Page", "PageToken")));
    }

    /** A lister for one project; sends no request. */
    public static SignalWireCalls create(SignalWireConfig config) {
        return new SignalWireCalls(config);
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
     * One call by its sid.
     *
     * @throws CallListException NOT_FOUND when the project has no such call
     */
    public Call find(String sid) {
        ConfigChecks.id(PROVIDER, "sid", sid);
        HttpUrl url = list.newBuilder().addPathSegment(sid).build();
        return pages.find(ApiRequest.get(url, template + "/{sid}"), SignalWireCall.class);
    }

    /** The config's text, never the token. */
    @Override
    public String toString() {
        return "SignalWireCalls[" + config + "]";
    }

    /** How pages are requested. */
    private final class Requests extends LinkRequests<SignalWirePage> {
        private final TimeSplit split = new StartTimeSplit<>(
                SignalWireFilters.class, SignalWireFilters::startTimes, SignalWireFilters::withStartTimes);

        private Requests(LinkCursors cursors) {
            super(cursors, template, "PageSize", LARGEST_PAGE);
        }

        @Override
        protected ServerFilters filters(CallQuery query) {
            return SignalWireCalls.this.filters(query);
        }

        @Override
        protected @Nullable PageToken link(SignalWirePage page) {
            return page.nextPageUri();
        }

        @Override
        public Optional<SignalWirePage> peek(EnvelopePeek response) {
            return SignalWirePage.peek(response);
        }

        @Override
        public TimeSplit split() {
            return split;
        }
    }

    /** The walk applies all other filters, including the window, because StartTime does not filter by date_created. */
    private ServerFilters filters(CallQuery query) {
        return new ServerFilters(PROVIDER, query, config.options())
                .refuse(QueryFilter.TAGS, "SignalWire's calls have no tags")
                .send(
                        QueryFilter.STATUSES,
                        "Status",
                        CallWords.onlyWord(query.statuses(), WORDS).stream().toList())
                .send(QueryFilter.FROM, "From", ServerFilters.comparable(query.from()))
                .send(QueryFilter.TO, "To", ServerFilters.comparable(query.to()));
    }
}
