package dev.callist.benchmarks;

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
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/** The providers' lists: how each is served, asked for by hand, and listed by Callist. */
enum Shape {
    /** Rows of 2,150 bytes, pages by link. */
    SIGNALWIRE("signalwire", "", 1000, "next_page_uri") {
        @Override
        Served served(int calls) {
            return new TwilioList(calls);
        }

        @Override
        Request page(HttpUrl base, int number, Optional<String> next) {
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
        CallLister lister(URI base, ClientOptions options) {
            return SignalWireCalls.create(SignalWireConfig.builder()
                    .projectId(TwilioRows.ACCOUNT)
                    .apiToken("benchmark")
                    .baseUrl(base)
                    .options(options)
                    .build());
        }

        @Override
        CallQuery ranged() {
            return query().toBuilder()
                    .addProviderFilters(
                            SignalWireFilters.builder().startTimeAfter(LONG_AGO).build())
                    .build();
        }
    },

    /** Pages by token. */
    BIRD("bird", "", 1000, "nextPageToken") {
        @Override
        Served served(int calls) {
            return new KeptAnswers(
                    new SandboxList(BirdSandbox.start(calls), "Authorization", "AccessKey " + BirdSandbox.ACCESS_KEY));
        }

        @Override
        Request page(HttpUrl base, int number, Optional<String> next) {
            HttpUrl.Builder url = base.newBuilder()
                    .addPathSegment("workspaces")
                    .addPathSegment(BirdSandbox.WORKSPACE_ID)
                    .addPathSegments("channels/calls")
                    .addQueryParameter("limit", Integer.toString(pageSize()));
            next.ifPresent(token -> url.addQueryParameter("pageToken", token));
            return new Request.Builder().url(url.build()).build();
        }

        @Override
        CallLister lister(URI base, ClientOptions options) {
            return BirdCalls.create(BirdConfig.builder()
                    .workspaceId(BirdSandbox.WORKSPACE_ID)
                    .accessKey(BirdSandbox.ACCESS_KEY)
                    .baseUrl(base)
                    .options(options)
                    .build());
        }

        @Override
        CallQuery ranged() {
            return query().toBuilder().createdFrom(LONG_AGO).build();
        }
    },

    /** Pages by number. */
    PLIVO_DIALER("plivo-dialer", "/api/v1", 1000, "next") {
        @Override
        Served served(int calls) {
            return new KeptAnswers(
                    new SandboxList(PlivoDialerSandbox.start(calls), "Access-Token", PlivoDialerSandbox.ACCESS_TOKEN));
        }

        @Override
        Request page(HttpUrl base, int number, Optional<String> next) {
            HttpUrl url = base.newBuilder()
                    .addPathSegments("calls/")
                    .addQueryParameter("page", Integer.toString(number))
                    .addQueryParameter("limit", Integer.toString(pageSize()))
                    .build();
            return new Request.Builder().url(url).build();
        }

        @Override
        CallLister lister(URI base, ClientOptions options) {
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
        Served served(int calls) {
            return new KeptAnswers(
                    new SandboxList(SearchSandbox.start(calls), "X-WHIPPY-KEY", SearchSandbox.API_KEY), this::essence);
        }

        @Override
        String essence(String asked) {
            return FROZEN_END.matcher(asked).replaceFirst("");
        }

        @Override
        CallQuery query() {
            return CallQuery.builder().pageSize(pageSize()).build();
        }

        @Override
        Request page(HttpUrl base, int number, Optional<String> next) {
            HttpUrl url = base.newBuilder()
                    .addPathSegments("calls/search")
                    .addQueryParameter("limit", Integer.toString(pageSize()))
                    .addQueryParameter("offset", Integer.toString((number - 1) * pageSize()))
                    .build();
            RequestBody all = RequestBody.create("{}".getBytes(StandardCharsets.UTF_8), JSON);
            return new Request.Builder().url(url).post(all).build();
        }

        @Override
        CallLister lister(URI base, ClientOptions options) {
            return SearchCalls.create(SearchConfig.builder()
                    .apiKey(SearchSandbox.API_KEY)
                    .baseUrl(base)
                    .options(options)
                    .build());
        }
    };

    private static final Instant LONG_AGO = Instant.parse("2010-01-01T00:00:00Z");
    private static final Instant LATER_THAN_ALL = Instant.parse("2027-01-01T00:00:00Z");
    private static final MediaType JSON = MediaType.get("application/json");

    /** The end of the window that a walk of the search freezes, a different one each second; no call is newer. */
    private static final Pattern FROZEN_END = Pattern.compile("\"before\":\"[^\"]*\"");

    private final String provider;
    private final String basePath;
    private final int pageSize;
    private final String nextField;

    Shape(String provider, String basePath, int pageSize, String nextField) {
        this.provider = provider;
        this.basePath = basePath;
        this.pageSize = pageSize;
        this.nextField = nextField;
    }

    /** The list of that many calls. */
    abstract Served served(int calls);

    /** A request less what differs from walk to walk without changing its answer. */
    String essence(String asked) {
        return asked;
    }

    /**
     * The request for a page as one would write it by hand.
     *
     * @param number from 1
     * @param next what stands in {@link #nextField} of the page before
     */
    abstract Request page(HttpUrl base, int number, Optional<String> next);

    /** The first page of a list of that many calls. */
    byte[] firstPage(int calls) {
        try (Served list = served(calls)) {
            Request first = page(HttpUrl.get(base(1).toString()), 1, Optional.empty());
            String target = first.url().encodedPath() + "?" + first.url().encodedQuery();
            return list.answer(first.method(), target, new byte[] {'{', '}'});
        }
    }

    /** Callist's lister. */
    abstract CallLister lister(URI base, ClientOptions options);

    /** The field that tells the next page; empty where a page that is not full is the last one. */
    String nextField() {
        return nextField;
    }

    /** The base URL of a server on a loopback port. */
    URI base(int port) {
        return URI.create("http://127.0.0.1:" + port + basePath);
    }

    String provider() {
        return provider;
    }

    int pageSize() {
        return pageSize;
    }

    /** All calls, with a fixed end of the window so that walks ask alike. */
    CallQuery query() {
        return CallQuery.builder()
                .pageSize(pageSize)
                .createdBefore(LATER_THAN_ALL)
                .build();
    }

    /** The same, asked such that several requests can be under way at once. */
    CallQuery ranged() {
        return query();
    }
}
