package dev.callist.bird;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallDirection;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallQuery;
import dev.callist.CallStatus;
import dev.callist.ClientOptions;
import dev.callist.Cursor;
import dev.callist.QueryFilter;
import dev.callist.QueryPlan;
import java.time.Duration;
import java.time.Instant;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BirdRequestTest extends BirdOverHttp {
    private static final String NONE = "{\"results\":[]}";

    @Test
    void asksWithAnAccessKey() throws InterruptedException {
        fetch(config(), CallQuery.all(), Cursor.FIRST);

        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("GET " + CHANNEL_PATH + "?limit=1000 HTTP/1.1");
        assertThat(request.getHeaders().values("Authorization")).containsExactly("AccessKey access-key-1");
    }

    @Test
    void sendsABearerTokenWhenConfigured() throws InterruptedException {
        fetch(config().authScheme(BirdConfig.AuthScheme.BEARER), CallQuery.all(), Cursor.FIRST);

        assertThat(server.takeRequest().getHeaders().values("Authorization")).containsExactly("Bearer access-key-1");
    }

    @Test
    void asksForTheCallsOfTheWholeWorkspace() throws InterruptedException {
        BirdConfigBuilder workspace = BirdConfig.builder()
                .workspaceId("ws1")
                .accessKey("k")
                .baseUrl(server.url("/root/").uri());

        fetch(workspace, CallQuery.all(), Cursor.FIRST);

        assertThat(target()).isEqualTo("/root/workspaces/ws1/channels/calls?limit=1000");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1000, 1000", "1001, 1000", "2147483647, 1000"})
    void asksForNoMoreThanAPageHolds(int asked, int sent) throws InterruptedException {
        fetch(config(), CallQuery.builder().pageSize(asked).build(), Cursor.FIRST);

        assertThat(target()).isEqualTo(CHANNEL_PATH + "?limit=" + sent);
    }

    @Test
    void sendsEveryFilterWithEveryPage() throws InterruptedException {
        CallQuery query = CallQuery.builder()
                .createdFrom(Instant.parse("2026-03-01T00:00:00Z"))
                .createdBefore(Instant.parse("2026-03-02T00:00:00.000000001Z"))
                .direction(CallDirection.OUTBOUND)
                .addStatuses(CallStatus.NO_ANSWER)
                .addTags("a b")
                .from("+447700900123")
                .minDuration(Duration.ofSeconds(1))
                .build();

        fetch(config(), query, new Cursor("t/+=& 2"));

        assertThat(target())
                .isEqualTo(CHANNEL_PATH + "?limit=1000&startAt=2026-02-28T23%3A59%3A59.999Z"
                        + "&endAt=2026-03-02T00%3A00%3A00.001Z&direction=outgoing&status=no-answer&tag=a%20b"
                        + "&pageToken=t%2F%2B%3D%26%202");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "' t '|%20t%20",
                "'t\\r\\n'|t%0D%0A",
                "'\\tt'|%09t",
                "t+/=&%20#;?|t%2B%2F%3D%26%2520%23%3B%3F",
                "caf\u00e9\u2028|caf%C3%A9%E2%80%A8",
                "\ud83d\udcde|%F0%9F%93%9E",
                "a\\u0000|a%00",
                "\\u00a0t|%C2%A0t"
            })
    void sendsAPageTokenExactlyAsItCame(String token, String sent) throws InterruptedException {
        answer(200, "{\"results\":[],\"nextPageToken\":\"" + token + "\"}");

        list("");

        target();
        assertThat(target()).isEqualTo(CHANNEL_PATH + "?limit=1000&pageToken=" + sent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"t\\ud800", "\\udc00", "\\ud800\\ud800x"})
    void refusesAPageTokenThatCannotBeSent(String token) {
        answer(200, "{\"results\":[],\"nextPageToken\":\"" + token + "\"}");

        assertThat(failure(() -> list("")).kind()).isEqualTo(Kind.BAD_RESPONSE);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "SCHEDULED, scheduled", "RINGING, ringing", "IN_PROGRESS, ongoing", "COMPLETED, completed", "BUSY, busy",
        "NO_ANSWER, no-answer", "FAILED, failed", "CANCELED, cancelled", "QUEUED, ''", "UNKNOWN, ''"
    })
    void sendsAStatusThatHasExactlyOneWord(CallStatus status, String word) throws InterruptedException {
        CallQuery query = CallQuery.builder().addStatuses(status).build();

        fetch(config(), query, Cursor.FIRST);

        assertThat(target()).isEqualTo(CHANNEL_PATH + "?limit=1000" + (word.isEmpty() ? "" : "&status=" + word));
        assertThat(plan(query).pushedFilters().contains(QueryFilter.STATUSES)).isEqualTo(!word.isEmpty());
    }

    @Test
    void filtersSeveralStatusesHere() throws InterruptedException {
        fetch(
                config(),
                CallQuery.builder()
                        .addStatuses(CallStatus.BUSY, CallStatus.FAILED)
                        .direction(CallDirection.UNKNOWN)
                        .build(),
                Cursor.FIRST);

        assertThat(target()).isEqualTo(CHANNEL_PATH + "?limit=1000");
    }

    @Test
    void leavesOutFiltersThatRestOnAssumptions() throws InterruptedException {
        CallQuery query = CallQuery.builder()
                .createdFrom(Instant.EPOCH)
                .addTags("a")
                .direction(CallDirection.INBOUND)
                .build();
        BirdConfigBuilder distrustful = config().options(
                        ClientOptions.builder().trustServerFilters(false).build());

        fetch(distrustful, query, Cursor.FIRST);

        assertThat(target()).isEqualTo(CHANNEL_PATH + "?limit=1000&direction=incoming");
    }

    @Test
    void sendsEveryParameterOfItsOwnFilters() throws InterruptedException {
        BirdFilters filters = BirdFilters.builder()
                .startAt(Instant.parse("2026-03-01T00:00:00Z"))
                .endAt(Instant.parse("2026-03-02T00:00:00.1234Z"))
                .status(BirdFilters.STATUS_ACCEPTED)
                .type(BirdFilters.TYPE_WEBRTC)
                .direction(BirdFilters.DIRECTION_INCOMING)
                .to("+447700900123")
                .from("client:a b")
                .duration(0)
                .id("8f3c1a52-6d0e-4b79-9a41-c27be05d1f38")
                .addTags("vip", "sales")
                .addChannelIds("ch1", "ch2")
                .build();

        fetch(config(), CallQuery.builder().addProviderFilters(filters).build(), Cursor.FIRST);

        assertThat(target())
                .isEqualTo(CHANNEL_PATH + "?limit=1000&startAt=2026-03-01T00%3A00%3A00.000Z"
                        + "&endAt=2026-03-02T00%3A00%3A00.123Z&status=accepted&type=webrtc&direction=incoming"
                        + "&to=%2B447700900123&from=client%3Aa%20b&duration=0&id=8f3c1a52-6d0e-4b79-9a41-c27be05d1f38"
                        + "&tag=vip&tag=sales&channelId=ch1&channelId=ch2");
    }

    @Test
    void appliesNeutralFiltersThatItsOwnFiltersReplace() throws InterruptedException {
        CallQuery query = CallQuery.builder()
                .direction(CallDirection.OUTBOUND)
                .addStatuses(CallStatus.BUSY)
                .addProviderFilters(BirdFilters.builder().direction("incoming").build())
                .build();

        fetch(config(), query, Cursor.FIRST);

        assertThat(target()).isEqualTo(CHANNEL_PATH + "?limit=1000&direction=incoming&status=busy");
        assertThat(plan(query).residualFilters()).containsExactly(QueryFilter.DIRECTION);
        assertThat(plan(query).pushedFilters()).containsExactly(QueryFilter.STATUSES);
    }

    @Test
    void plansWhatItSendsWithNumbersMasked() {
        CallQuery query = CallQuery.builder()
                .createdFrom(Instant.EPOCH.plusSeconds(1))
                .from("+447700900123")
                .addProviderFilters(BirdFilters.builder().to("+447700900123").build())
                .build();

        QueryPlan plan = plan(query);

        assertThat(plan.request())
                .isEqualTo("GET " + server.getHostName() + "/workspaces/{workspaceId}/channels/{channelId}/calls"
                        + "?limit=1000&to=+44770*****23&startAt=1970-01-01T00:00:00.999Z");
        assertThat(plan.residualFilters()).containsExactly(QueryFilter.FROM);
        assertThat(plan.assumptions()).containsExactly("startAt and endAt select by createdAt");
        assertThat(plan.pageSize()).isEqualTo(1000);
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void masksANumberInASipOrClientAddressOfThePlan() {
        CallQuery query = CallQuery.builder()
                .addProviderFilters(BirdFilters.builder()
                        .from("sip:+351910000018@pbx.example")
                        .to("client:+351910000019")
                        .build())
                .build();

        assertThat(plan(query).toString()).doesNotContain("910000018").doesNotContain("910000019");
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 422, 400, 410})
    void saysThatATokenHasExpired(int status) {
        answer(200, "{\"results\":[{\"id\":\"c1\"}],\"nextPageToken\":\"t2\"}");
        answer(status, "{\"code\":\"InvalidPayload\"}");

        try (BirdCalls bird = BirdCalls.create(config().build())) {
            var walk = bird.list(CallQuery.all()).iterator();
            assertThat(walk.next().id()).isEqualTo("c1");
            CallListException e = failure(walk::hasNext);
            assertThat(e.kind()).isEqualTo(Kind.CURSOR_EXPIRED);
            assertThat(e.failure().providerCode()).contains("InvalidPayload");
            assertThat(e.failure().page()).isEqualTo(2);
            assertThat(e.failure().resumePoint()).contains(walk.resumePoint());
        }
    }

    private void fetch(BirdConfigBuilder config, CallQuery query, Cursor cursor) {
        answer(200, NONE);
        try (BirdCalls bird = BirdCalls.create(config.build())) {
            assertThat(bird.fetch(query, cursor).calls()).isEmpty();
        }
    }

    private QueryPlan plan(CallQuery query) {
        try (BirdCalls bird = BirdCalls.create(config().build())) {
            return bird.plan(query);
        }
    }
}
