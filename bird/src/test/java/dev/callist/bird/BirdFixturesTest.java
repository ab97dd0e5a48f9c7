package dev.callist.bird;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.Call;
import dev.callist.CallDirection;
import dev.callist.CallParty;
import dev.callist.CallQuery;
import dev.callist.CallStatus;
import dev.callist.Hangup;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bird's documented examples, with numbers and names replaced, are read as neutral calls. */
class BirdFixturesTest {
    private static final String CHANNEL = "db53c357-92e3-4f3d-babe-159573940a50";

    private final MockWebServer server = new MockWebServer();
    private BirdCalls bird;

    @BeforeEach
    void start() throws IOException {
        server.start();
        bird = BirdCalls.create(BirdConfig.builder()
                .workspaceId("ws1")
                .channelId(CHANNEL)
                .accessKey("k")
                .baseUrl(server.url("/").uri())
                .build());
    }

    @AfterEach
    void stop() {
        bird.close();
        server.close();
    }

    @Test
    void listsTheTwelveCallsOfTwoPages() throws Exception {
        server.enqueue(fixture("list-page-with-token.json"));
        server.enqueue(fixture("list-last-page.json"));

        List<Call> calls = bird.list(CallQuery.all()).stream().toList();

        assertThat(calls)
                .extracting(Call::id)
                .containsExactly(
                        "861bb6cf-3edd-4ed2-837a-5cdf7b88a59c",
                        "59b7f69f-f871-4166-9f33-fdf28886c268",
                        "a78dd93c-08fb-450b-8651-0def9cf77cf9",
                        "4d02b72b-8a16-42ae-9b3d-6d4d78941240",
                        "c78fb160-5ed0-473c-8dce-0c72e3a9d3e0",
                        "3b491da7-9fa2-4b38-9696-06ce8c79ffe6",
                        "28fb6fd6-adde-4d75-81eb-2bf2afa66000",
                        "3262d64e-304a-4771-b3b8-91e895dd02ac",
                        "6cd8342b-66e6-4358-88f7-b626e29c9365",
                        "71180b3e-b509-44b5-b7b3-22640525e580",
                        "4fc2edf7-68f5-437a-89eb-3ce0095409d6",
                        "85d18e36-a741-46eb-baa7-525e576abbc8");
        assertThat(calls)
                .extracting(Call::status)
                .containsExactly(
                        CallStatus.NO_ANSWER,
                        CallStatus.NO_ANSWER,
                        CallStatus.COMPLETED,
                        CallStatus.COMPLETED,
                        CallStatus.NO_ANSWER,
                        CallStatus.NO_ANSWER,
                        CallStatus.NO_ANSWER,
                        CallStatus.NO_ANSWER,
                        CallStatus.NO_ANSWER,
                        CallStatus.NO_ANSWER,
                        CallStatus.COMPLETED,
                        CallStatus.COMPLETED);
        assertThat(calls)
                .extracting(call -> call.duration().orElseThrow().toSeconds())
                .containsExactly(0L, 0L, 6L, 7L, 0L, 0L, 0L, 0L, 0L, 0L, 6L, 7L);
        assertThat(calls.subList(0, 11)).extracting(Call::direction).containsOnly(CallDirection.INBOUND);
        assertThat(calls.get(11).direction()).isEqualTo(CallDirection.OUTBOUND);
        assertThat(calls).allSatisfy(call -> assertThat(call.problems()).isEmpty());

        RecordedRequest first = server.takeRequest();
        RecordedRequest second = server.takeRequest();
        String path = "/workspaces/ws1/channels/" + CHANNEL + "/calls?limit=1000";
        assertThat(first.getTarget()).isEqualTo(path);
        assertThat(second.getTarget())
                .isEqualTo(
                        path + "&pageToken=WzE3MDkzMTA5MDgyNjksIjcxMTgwYjNlLWI1MDktNDRiNS1iN2IzLTIyNjQwNTI1ZTU4MCJd");
        assertThat(second.getHeaders().values("Authorization")).containsExactly("AccessKey k");
    }

    @Test
    void readsEveryNeutralFieldOfACall() throws Exception {
        server.enqueue(fixture("list-last-page.json"));

        List<Call> calls = bird.list(CallQuery.all()).stream().toList();

        assertThat(calls)
                .containsExactly(
                        Call.builder()
                                .provider("bird")
                                .id("4fc2edf7-68f5-437a-89eb-3ce0095409d6")
                                .account("ws1")
                                .channel("a739d30b-8171-471c-9df4-591d4dd7bee5")
                                .direction(CallDirection.INBOUND)
                                .providerDirection("incoming")
                                .status(CallStatus.COMPLETED)
                                .providerStatus("completed")
                                .from(CallParty.builder()
                                        .kind(CallParty.Kind.CLIENT)
                                        .address("client:fc0be2c4-d3a2-458b-9a98-69ff811ee306")
                                        .build())
                                .to(number("351920000027", "PT"))
                                .createdAt(Instant.parse("2023-10-26T15:26:46.543Z"))
                                .updatedAt(Instant.parse("2023-10-26T15:26:53.779Z"))
                                .ringingAt(Instant.parse("2023-10-26T15:26:47.770Z"))
                                .answeredAt(Instant.parse("2023-10-26T15:26:47.770Z"))
                                .endedAt(Instant.parse("2023-10-26T15:26:53.620Z"))
                                .duration(Duration.ofSeconds(6))
                                .hangup(hangup("caller"))
                                .build(),
                        Call.builder()
                                .provider("bird")
                                .id("85d18e36-a741-46eb-baa7-525e576abbc8")
                                .account("ws1")
                                .channel("a739d30b-8171-471c-9df4-591d4dd7bee5")
                                .parentId("41bd96c0-1fbc-4ef7-b7bf-7571015b0380")
                                .direction(CallDirection.OUTBOUND)
                                .providerDirection("outgoing")
                                .status(CallStatus.COMPLETED)
                                .providerStatus("completed")
                                .from(number("3197010000037", "NL"))
                                .to(CallParty.builder()
                                        .kind(CallParty.Kind.PHONE)
                                        .address("351920000027")
                                        .contactId("79598230-266d-476a-b9ec-7933e006ded6")
                                        .countryCode("PT")
                                        .build())
                                .createdAt(Instant.parse("2023-10-26T14:55:46.214Z"))
                                .updatedAt(Instant.parse("2023-10-26T14:56:00.181Z"))
                                .ringingAt(Instant.parse("2023-10-26T14:55:49.582Z"))
                                .answeredAt(Instant.parse("2023-10-26T14:55:52.679Z"))
                                .endedAt(Instant.parse("2023-10-26T14:55:59.929Z"))
                                .duration(Duration.ofSeconds(7))
                                .hangup(hangup("callee"))
                                .build());
        assertThat(calls.get(1).from().orElseThrow().e164()).contains("+3197010000037");
        assertThat(calls.get(1).to().orElseThrow().e164()).contains("+351920000027");
        assertThat(calls.get(0).rawJson().orElseThrow())
                .startsWith("{\n      \"id\": \"4fc2edf7-68f5-437a-89eb-3ce0095409d6\"")
                .endsWith("\"endedAt\": \"2023-10-26T15:26:53.62Z\"\n    }");
    }

    @Test
    void findsACallWithEveryDocumentedField() throws Exception {
        server.enqueue(fixture("get-call-schema-example.json"));

        Call call = bird.find("123e4567-e89b-12d3-a456-426614174000");

        assertThat(server.takeRequest().getTarget())
                .isEqualTo("/workspaces/ws1/channels/" + CHANNEL + "/calls/123e4567-e89b-12d3-a456-426614174000");
        assertThat(call.id()).isEqualTo("123e4567-e89b-12d3-a456-426614174000");
        assertThat(call.status()).isEqualTo(CallStatus.QUEUED);
        assertThat(call.providerStatus()).contains("accepted");
        assertThat(call.from())
                .contains(CallParty.builder()
                        .kind(CallParty.Kind.ANONYMOUS)
                        .address("text")
                        .contactId("text")
                        .countryCode("text")
                        .build());
        assertThat(call.createdAt()).contains(Instant.parse("2025-07-04T00:23:47.950Z"));
        assertThat(call.tags()).containsExactly("text");
        assertThat(call.problems()).isEmpty();
        BirdCall bird = call.as(BirdCall.class).orElseThrow();
        assertThat(bird).usingRecursiveAssertion().allFieldsSatisfy(Objects::nonNull);
        assertThat(bird.scheduledFor()).isEqualTo("2025-07-04T00:23:47.950Z");
        assertThat(bird.callFlow().commands().get(0).conditions())
                .containsExactly(new BirdCall.Condition("keys", "eq", "text"));
        assertThat(bird.amdResult()).isEqualTo(new BirdCall.AmdResult("human", "text", "text"));
    }

    private static CallParty number(String digits, String country) {
        return CallParty.builder()
                .kind(CallParty.Kind.PHONE)
                .address(digits)
                .countryCode(country)
                .build();
    }

    private static Hangup hangup(String source) {
        return Hangup.builder().cause("16").source(source).sipCode("200").build();
    }

    private static MockResponse fixture(String name) throws IOException {
        try (InputStream file = BirdFixturesTest.class.getResourceAsStream("/fixtures/" + name)) {
            return new MockResponse.Builder()
                    .body(new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8))
                    .build();
        }
    }
}
