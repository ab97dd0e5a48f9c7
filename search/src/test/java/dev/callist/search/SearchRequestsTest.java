package dev.callist.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callist.Call;
import dev.callist.CallDirection;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import dev.callist.testkit.Fault;
import dev.callist.testkit.ManualTime;
import dev.callist.testkit.SandboxRequest;
import dev.callist.testkit.SearchSandbox;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The exact requests, the waits, and the checks of a config. */
class SearchRequestsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void asksForTheFirstPageWithAnEmptyBody() {
        SandboxRequest request = sent(CallQuery.all());

        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.target()).isEqualTo("/v1/calls/search?limit=50&offset=0&timeout=30000");
        assertThat(request.body()).isEqualTo("{}");
        assertThat(request.header("X-WHIPPY-KEY")).contains(SearchSandbox.API_KEY);
        assertThat(request.header("Content-Type").orElseThrow()).startsWith("application/json");
    }

    @Test
    void sendsNeutralFiltersALittleWider() {
        CallQuery query = CallQuery.builder()
                .createdFrom(Instant.parse("2026-02-10T08:00:00Z"))
                .createdBefore(Instant.parse("2026-02-12T08:00:00.5Z"))
                .direction(CallDirection.OUTBOUND)
                .from("+12025550161")
                .to("+447700900123")
                .minDuration(Duration.ofNanos(1_500_999_999))
                .maxDuration(Duration.ofNanos(60_000_000_001L))
                .pageSize(700)
                .build();
        SandboxRequest request = sent(query);

        assertThat(request.target()).isEqualTo("/v1/calls/search?limit=500&offset=0&timeout=30000");
        assertThat(request.body())
                .isEqualTo("{\"after\":\"2026-02-10T07:59:59.000Z\",\"before\":\"2026-02-12T08:00:01.500Z\","
                        + "\"direction\":\"OUTBOUND\",\"from\":\"+12025550161\",\"to\":\"+447700900123\","
                        + "\"min_duration\":1500,\"max_duration\":60001}");
        assertThat(lister("https://api.example.com/v1", ClientOptions.defaults())
                        .plan(query)
                        .toString())
                .contains("POST api.example.com/v1/calls/search?limit=500&offset=0&timeout=30000", "direction=OUTBOUND")
                .doesNotContain("+12025550161", "900123");
    }

    @Test
    void sendsEveryFilterOfTheApisOwn() {
        SearchFilters filters = SearchFilters.builder()
                .after(NOON)
                .addAgentIds("a1")
                .addAgentVersionIds("v1", "v2")
                .before(NOON.plusSeconds(1))
                .addCallCompletionRatings("Complete")
                .addChannelIds("ch1", "ch2")
                .addContactIds("co1")
                .addConversationIds("cv1")
                .addDeliveryStatuses(SearchFilters.DELIVERY_STATUS_CALL_COMPLETED)
                .addDirections(SearchFilters.DIRECTION_INBOUND, SearchFilters.DIRECTION_OUTBOUND)
                .addFrom("+12025550161")
                .addLanguages("en", "es")
                .maxDurationMillis(9)
                .minDurationMillis(0)
                .addModes("m1")
                .addTo("+12025550162", "+12025550163")
                .voicemail(false)
                .build();

        assertThat(sent(CallQuery.builder().addProviderFilters(filters).build()).body())
                .isEqualTo("{\"after\":\"2026-03-01T12:00:00.000Z\",\"agent_id\":\"a1\","
                        + "\"agent_version_id\":[\"v1\",\"v2\"],\"before\":\"2026-03-01T12:00:01.000Z\","
                        + "\"call_completion_rating\":\"Complete\",\"channel_id\":[\"ch1\",\"ch2\"],"
                        + "\"contact_id\":\"co1\",\"conversation_id\":\"cv1\","
                        + "\"delivery_status\":\"call_completed\",\"direction\":[\"INBOUND\",\"OUTBOUND\"],"
                        + "\"from\":\"+12025550161\",\"language\":[\"en\",\"es\"],\"max_duration\":9,"
                        + "\"min_duration\":0,\"mode\":\"m1\",\"to\":[\"+12025550162\",\"+12025550163\"],"
                        + "\"voicemail\":false}");
        assertThat(filters.toString()).contains("voicemail").doesNotContain("555");
    }

    @Test
    void overlapsPagesByOneRowAndAddsNoFilter() {
        try (SearchSandbox sandbox = SearchSandbox.start(25);
                SearchCalls search = lister(sandbox.url().toString(), ClientOptions.defaults())) {
            List<Call> calls = search.list(CallQuery.builder().pageSize(10).build()).stream()
                    .toList();

            assertThat(calls).hasSize(25);
            assertThat(sandbox.requests())
                    .extracting(SandboxRequest::target)
                    .containsExactly(
                            "/v1/calls/search?limit=10&offset=0&timeout=30000",
                            "/v1/calls/search?limit=10&offset=9&timeout=30000",
                            "/v1/calls/search?limit=10&offset=18&timeout=30000");
            assertThat(sandbox.requests()).extracting(SandboxRequest::body).containsOnly("{}");
        }
    }

    @Test
    void refusesTagsBecauseThereAreNone() {
        CallQuery query = CallQuery.builder().addTags("vip").build();
        try (SearchCalls search = lister("https://api.example.com/v1", ClientOptions.defaults())) {
            assertThatThrownBy(() -> search.list(query))
                    .isInstanceOfSatisfying(
                            CallListException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNSUPPORTED_FILTER));
        }
    }

    @Test
    void waitsAsManyMillisecondsAsTheServerAsks() {
        ManualTime time = ManualTime.startingAt(NOON);
        try (SearchSandbox sandbox = SearchSandbox.start(5);
                SearchCalls search = lister(
                        sandbox.url().toString(),
                        ClientOptions.builder().time(time).random(() -> 0).build())) {
            sandbox.on(1, Fault.status(429).withHeader("X-RateLimit-Remaining-Interval-Milliseconds", "3000"));

            assertThat(search.list(CallQuery.all())).hasSize(5);
            assertThat(time.slept()).containsExactly(Duration.ofSeconds(3));
        }
    }

    @Test
    void waitsLongerThanTheServerSearchesByDefault() {
        SearchConfig usual = SearchConfig.builder().apiKey("k").build();
        SearchConfig slow = SearchConfig.builder()
                .apiKey("k")
                .searchTimeout(Duration.ofMinutes(2))
                .build();
        SearchConfig ownTimeouts = SearchConfig.builder()
                .apiKey("k")
                .options(ClientOptions.builder()
                        .readTimeout(Duration.ofMinutes(4))
                        .callTimeout(Duration.ofMinutes(5))
                        .build())
                .build();

        assertThat(usual.optionsInForce().readTimeout()).isEqualTo(Duration.ofSeconds(45));
        assertThat(usual.optionsInForce().callTimeout()).isEqualTo(Duration.ofMinutes(1));
        assertThat(slow.optionsInForce().readTimeout()).isEqualTo(Duration.ofSeconds(135));
        assertThat(slow.optionsInForce().callTimeout()).isEqualTo(Duration.ofSeconds(150));
        assertThat(ownTimeouts.optionsInForce().readTimeout()).isEqualTo(Duration.ofMinutes(4));
        assertThat(ownTimeouts.optionsInForce().callTimeout()).isEqualTo(Duration.ofMinutes(5));
        try (SearchCalls search = SearchCalls.create(slow)) {
            assertThat(search.options().readTimeout()).isEqualTo(Duration.ofSeconds(135));
            assertThat(search.plan(CallQuery.all()).request()).contains("timeout=120000");
        }
    }

    @Test
    void refusesAConfigThatCannotWork() {
        refuses(() -> SearchConfig.builder().build());
        refuses(() -> SearchConfig.builder().apiKey("a b").build());
        refuses(() -> SearchConfig.builder()
                .apiKey("k")
                .searchTimeout(Duration.ofSeconds(14))
                .build());
        refuses(() -> SearchConfig.builder()
                .apiKey("k")
                .searchTimeout(Duration.ofSeconds(121))
                .build());
        refuses(() -> lister("http://api.example.com/v1", ClientOptions.defaults()));
        assertThat(SearchConfig.builder().apiKey("secret-key").build().toString())
                .doesNotContain("secret-key");
    }

    private static void refuses(ThrowingCallable attempt) {
        assertThatThrownBy(attempt).isInstanceOfSatisfying(CallListException.class, e -> assertThat(e.kind())
                .isEqualTo(Kind.INVALID_CONFIG));
    }

    private static SandboxRequest sent(CallQuery query) {
        try (SearchSandbox sandbox = SearchSandbox.start(3);
                SearchCalls search = lister(sandbox.url().toString(), ClientOptions.defaults())) {
            search.list(query).limit(1).forEach(call -> {});
            return sandbox.requests().get(0);
        }
    }

    private static SearchCalls lister(String baseUrl, ClientOptions options) {
        return SearchCalls.create(SearchConfig.builder()
                .baseUrl(URI.create(baseUrl))
                .apiKey(SearchSandbox.API_KEY)
                .options(options)
                .build());
    }
}
