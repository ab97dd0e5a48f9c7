package dev.callist.twilio;

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
 * Lists the calls of a Twilio account or subaccount, newest first. Thread-safe; close it when done.
 *
 * @see <a href="https://www.twilio.com/docs/voice/api/call-resource#read-multiple-call-resources">Read multiple
 *     calls</a>
 */
public final class TwilioCalls extends PagedLister {
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
    private final String template;
    private final TokenPages<TwilioCall, TwilioPage> pages;

    private TwilioCalls(TwilioConfig config) {
        super(PROFILE, config.options(), config.secret());
        this.config = config;
        this.list = config.httpUrl()
                .newBuilder()
                .addPathSegments("2010-04-01/Accounts")
                .addPathSegment(config.accountSid())
                .addPathSegment("Calls.json")
                .build();
        this.template = ConfigChecks.path(config.httpUrl()) + "/2010-04-01/Accounts/{accountSid}/Calls.json";
        this.pages = new TokenPages<>(
                client(),
                new PageMapper<>(
                        new TwilioCallMapper(config.accountSid()),
                        config.options().keepRawJson()),
                TwilioPage.class,
                new Requests(new LinkCursors(PROVIDER, list, "", "Page", "PageToken")));
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
    public Set<String> knownWords() {
        return WORDS;
    }

    @Override
    public boolean writesNumbersAsText() {
        return true;
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
     * @throws CallListException NOT_FOUND when the account has no such call
     */
    public Call find(String sid) {
        ConfigChecks.id(PROVIDER, "sid", sid);
        HttpUrl url = list.newBuilder()
                .removePathSegment(list.pathSize() - 1)
                .addPathSegment("Calls")
                .addPathSegment(sid + ".json")
                .build();
        return pages.find(ApiRequest.get(url, template.replace(".json", "/{sid}.json")), TwilioCall.class);
    }

    /** The config's text, never the token. */
    @Override
    public String toString() {
        return "TwilioCalls[" + config + "]";
    }

    /** How pages are requested. */
    private final class Requests extends LinkRequests<TwilioPage> {
        private final TimeSplit split =
                new StartTimeSplit<>(TwilioFilters.class, TwilioFilters::startTimes, TwilioFilters::withStartTimes);

        private Requests(LinkCursors cursors) {
            super(cursors, template, "PageSize", LARGEST_PAGE);
        }

        @Override
        protected ServerFilters filters(CallQuery query) {
            return TwilioCalls.this.filters(query);
        }

        @Override
        protected @Nullable PageToken link(TwilioPage page) {
            return page.nextPageUri();
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
