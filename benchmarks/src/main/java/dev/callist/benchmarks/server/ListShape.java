package dev.callist.benchmarks.server;

import dev.callist.CallLister;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import dev.callist.bird.BirdCalls;
import dev.callist.bird.BirdConfig;
import dev.callist.plivodialer.PlivoDialerCalls;
import dev.callist.plivodialer.PlivoDialerConfig;
import dev.callist.search.SearchCalls;
import dev.callist.search.SearchConfig;
import dev.callist.signalwire.SignalWireCalls;
import dev.callist.signalwire.SignalWireConfig;
import dev.callist.signalwire.SignalWireFilters;
import dev.callist.testkit.BirdSandbox;
import dev.callist.testkit.PlivoDialerSandbox;
import dev.callist.testkit.SearchSandbox;
import dev.callist.twilio.TwilioCalls;
import dev.callist.twilio.TwilioConfig;
import dev.callist.twilio.TwilioFilters;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/**
 * The list of each provider: how it is served, how its pages are requested without Callist, and how Callist lists it.
 */
public enum ListShape {
    /** Rows of 2,150 bytes, pages by link. */
    SIGNALWIRE("signalwire", "", 1000, "next_page_uri") {
        @Override
        ServedList serve(int calls) {
            return new TwilioList(calls);
        }

        @Override
        public Request page(HttpUrl base, int number, Optional<String> next) {
            HttpUrl first = base.newBuilder()
                    .addPathSegments("api/laml/2010-04-01/Accounts")
                    .addPathSegment(TwilioRows.ACCOUNT)
                    .addPathSegment("Calls")
                    .addQueryParameter("PageSize", Integer.toString(pageSize()))
                    .build();
            return new Request.Builder()
                    .url(next.map(first::resolve).orElse(first))
                    .build();
        }

        @Override
        public CallLister lister(URI base, ClientOptions options) {
            return SignalWireCalls.create(SignalWireConfig.builder()
                    .projectId(TwilioRows.ACCOUNT)
                    .apiToken("benchmark")
                    .baseUrl(base)
                    .options(options)
                    .build());
        }

        @Override
        public CallQuery splittableQuery() {
            return query().toBuilder()
                    .addProviderFilters(SignalWireFilters.builder()
                            .startTimeAfter(BEFORE_ALL_CALLS)
                            .build())
                    .build();
        }
    },

    /** Pages by token. */
    BIRD("bird", "", 1000, "nextPageToken") {
        @Override
        ServedList serve(int calls) {
            return new CachedList(
                    new SandboxList(BirdSandbox.start(calls), "Authorization", "AccessKey " + BirdSandbox.ACCESS_KEY));
        }

        @Override
        public Request page(HttpUrl base, int number, Optional<String> next) {
            HttpUrl.Builder url = base.newBuilder()
                    .addPathSegment("workspaces")
                    .addPathSegment(BirdSandbox.WORKSPACE_ID)
                    .addPathSegments("channels/calls")
                    .addQueryParameter("limit", Integer.toString(pageSize()));
            next.ifPresent(token -> url.addQueryParameter("pageToken", token));
            return new Request.Builder().url(url.build()).build();
        }

        @Override
        public CallLister lister(URI base, ClientOptions options) {
            return BirdCalls.create(BirdConfig.builder()
                    .workspaceId(BirdSandbox.WORKSPACE_ID)
                    .accessKey(BirdSandbox.ACCESS_KEY)
                    .baseUrl(base)
                    .options(options)
                    .build());
        }

        @Override
        public CallQuery splittableQuery() {
            return query().toBuilder().createdFrom(BEFORE_ALL_CALLS).build();
        }
    },

    /** Pages by number. */
    PLIVO_DIALER("plivo-dialer", "/api/v1", 1000, "next") {
        @Override
        ServedList serve(int calls) {
            return new CachedList(
                    new SandboxList(PlivoDialerSandbox.start(calls), "Access-Token", PlivoDialerSandbox.ACCESS_TOKEN));
        }

        @Override
        public Request page(HttpUrl base, int number, Optional<String> next) {
            HttpUrl url = base.newBuilder()
                    .addPathSegments("calls/")
                    .addQueryParameter("page", Integer.toString(number))
                    .addQueryParameter("limit", Integer.toString(pageSize()))
                    .build();
            return new Request.Builder().url(url).build();
        }

        @Override
        public CallLister lister(URI base, ClientOptions options) {
            return PlivoDialerCalls.create(PlivoDialerConfig.builder()
                    .accessToken(PlivoDialerSandbox.ACCESS_TOKEN)
                    .baseUrl(base)
                    .options(options)
                    .build());
        }
    },

    /** Pages by offset. */
    SEARCH("search", "/v1", 500, "") {
        @Override
        ServedList serve(int calls) {
            return new CachedList(
                    new SandboxList(SearchSandbox.start(calls), "X-WHIPPY-KEY", SearchSandbox.API_KEY), this::cacheKey);
        }

        @Override
        String cacheKey(String request) {
            return FROZEN_END.matcher(request).replaceFirst("");
        }

        @Override
        public CallQuery query() {
            return CallQuery.builder().pageSize(pageSize()).build();
        }

        @Override
        public Request page(HttpUrl base, int number, Optional<String> next) {
            HttpUrl url = base.newBuilder()
                    .addPathSegments("calls/search")
                    .addQueryParameter("limit", Integer.toString(pageSize()))
                    .addQueryParameter("offset", Integer.toString((number - 1) * pageSize()))
                    .build();
            RequestBody emptyQuery = RequestBody.create("{}".getBytes(StandardCharsets.UTF_8), JSON);
            return new Request.Builder().url(url).post(emptyQuery).build();
        }

        @Override
        public CallLister lister(URI base, ClientOptions options) {
            return SearchCalls.create(SearchConfig.builder()
                    .apiKey(SearchSandbox.API_KEY)
                    .baseUrl(base)
                    .options(options)
                    .build());
        }
    },

    /** The rows of {@link #SIGNALWIRE}, as Twilio serves them. */
    TWILIO("twilio", "", 1000, "next_page_uri") {
        @Override
        ServedList serve(int calls) {
            return new TwilioList(calls);
        }

        @Override
        public Request page(HttpUrl base, int number, Optional<String> next) {
            HttpUrl first = base.newBuilder()
                    .addPathSegments("2010-04-01/Accounts")
                    .addPathSegment(TwilioRows.ACCOUNT)
                    .addPathSegment("Calls.json")
                    .addQueryParameter("PageSize", Integer.toString(pageSize()))
                    .build();
            return new Request.Builder()
                    .url(next.map(first::resolve).orElse(first))
                    .build();
        }

        @Override
        public CallLister lister(URI base, ClientOptions options) {
            return TwilioCalls.create(TwilioConfig.builder()
                    .accountSid(TwilioRows.ACCOUNT)
                    .authToken("benchmark")
                    .baseUrl(base)
                    .options(options)
                    .build());
        }

        @Override
        public CallQuery splittableQuery() {
            return query().toBuilder()
                    .addProviderFilters(TwilioFilters.builder()
                            .startTimeAfter(BEFORE_ALL_CALLS)
                            .build())
                    .build();
        }
    };

    private static final Instant BEFORE_ALL_CALLS = Instant.parse("2010-01-01T00:00:00Z");
    private static final Instant AFTER_ALL_CALLS = Instant.parse("2027-01-01T00:00:00Z");
    private static final MediaType JSON = MediaType.get("application/json");

    /** The end of the window that a walk of the search list freezes. It changes every second, but no call is newer. */
    private static final Pattern FROZEN_END = Pattern.compile("\"before\":\"[^\"]*\"");

    private final String provider;
    private final String basePath;
    private final int pageSize;
    private final String nextField;

    ListShape(String provider, String basePath, int pageSize, String nextField) {
        this.provider = provider;
        this.basePath = basePath;
        this.pageSize = pageSize;
        this.nextField = nextField;
    }

    /** Creates a list of this many calls. */
    abstract ServedList serve(int calls);

    /** Removes from a request what differs between walks but does not change the response. */
    String cacheKey(String request) {
        return request;
    }

    /**
     * Creates the request for a page, as a program without Callist would.
     *
     * @param number the number of the page, from 1
     * @param next the value of {@link #nextField} in the previous page
     */
    public abstract Request page(HttpUrl base, int number, Optional<String> next);

    /** Returns the first page of a list of this many calls. */
    public byte[] firstPage(int calls) {
        try (ServedList list = serve(calls)) {
            Request first = page(HttpUrl.get(base(1).toString()), 1, Optional.empty());
            String target = first.url().encodedPath() + "?" + first.url().encodedQuery();
            return list.respond(first.method(), target, new byte[] {'{', '}'});
        }
    }

    /** Creates Callist's lister. */
    public abstract CallLister lister(URI base, ClientOptions options);

    /** Returns the field that leads to the next page; empty if the last page is the first one that is not full. */
    public String nextField() {
        return nextField;
    }

    /** Returns the base URL of a server on a loopback port. */
    public URI base(int port) {
        return URI.create("http://127.0.0.1:" + port + basePath);
    }

    public String provider() {
        return provider;
    }

    public int pageSize() {
        return pageSize;
    }

    /** Returns a query for all calls, with a fixed end of the window so that all walks send the same requests. */
    public CallQuery query() {
        return CallQuery.builder()
                .pageSize(pageSize)
                .createdBefore(AFTER_ALL_CALLS)
                .build();
    }

    /** Returns a query for all calls that can be read with concurrent requests. */
    public CallQuery splittableQuery() {
        return query();
    }
}
