package dev.callist.plivodialer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.Call;
import dev.callist.CallDirection;
import dev.callist.CallParty;
import dev.callist.CallQuery;
import dev.callist.CallStatus;
import dev.callist.Cursor;
import dev.callist.Recording;
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

/** The dialer's own example and rows in odd forms, as neutral calls. */
class PlivoDialerFixturesTest {
    private static final Instant STARTED = Instant.parse("2025-05-21T14:51:24Z");

    private final MockWebServer server = new MockWebServer();
    private PlivoDialerCalls dialer;

    @BeforeEach
    void start() throws IOException {
        server.start();
        dialer = PlivoDialerCalls.create(PlivoDialerConfig.builder()
                .accessToken("k")
                .baseUrl(server.url("/api/v1").uri())
                .build());
    }

    @AfterEach
    void stop() {
        dialer.close();
        server.close();
    }

    @Test
    void readsEveryNeutralFieldOfTheExample() throws Exception {
        List<Call> calls = example();

        assertThat(calls)
                .containsExactly(
                        call("1234", "13105550110", "13105550100", "John Doe", "4321"),
                        call("1235", "13105550111", "13105550101", "John Doe 2", "5321"));
        assertThat(calls.get(0).to().orElseThrow().e164()).contains("+13105550100");
        assertThat(calls.get(0).from().orElseThrow().e164()).isEmpty();
        RecordedRequest request = server.takeRequest();
        assertThat(request.getTarget()).isEqualTo("/api/v1/calls/?page=1&limit=1000");
        assertThat(request.getHeaders().values("Access-Token")).containsExactly("k");
    }

    @Test
    void keepsEveryFieldOfTheExampleInTheNativeRecord() throws Exception {
        PlivoDialerCall dialed = example().get(0).as(PlivoDialerCall.class).orElseThrow();
        PlivoDialerCall.Agent agent = new PlivoDialerCall.Agent(
                "1", "43", "Agent Name", "sip:agent@pbx.example.com", STARTED, "agent", false, "NORMAL_CLEARING");

        assertThat(dialed)
                .isEqualTo(new PlivoDialerCall(
                        "1234",
                        false,
                        true,
                        false,
                        new PlivoDialerCall.Contact(
                                "4321", "John Doe", "1", "3105550100", "13105550100", List.of("1", "2", "3")),
                        List.of("1"),
                        List.of(agent),
                        List.of(agent),
                        List.of(new PlivoDialerCall.ExternalNumber("13105550100", false)),
                        new PlivoDialerCall.OwnNumber(
                                "1",
                                "13105550110",
                                "13105550110 (Number Alias/Friendly Name)",
                                "Number Alias/Friendly Name"),
                        STARTED,
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(5),
                        false,
                        true,
                        "answered",
                        true,
                        true,
                        "2",
                        new PlivoDialerCall.Named("1", "Campaign Name"),
                        new PlivoDialerCall.Named("1", "Ring Group Name"),
                        new PlivoDialerCall.Named("1", "IVR Name"),
                        new PlivoDialerCall.Disposition("1", "Successful Deal", "This is a note for the disposition"),
                        List.of(new PlivoDialerCall.DialerRecording(
                                "12",
                                "https://media.plivo.com/v1/Account/{AccountPlivoID}/Recording/recording-12.mp3")),
                        List.of("tag1", "tag2", "tag3")));
    }

    @Test
    void hidesNamesAndNumbersInTheTextOfARecord() throws Exception {
        PlivoDialerCall dialed = example().get(0).as(PlivoDialerCall.class).orElseThrow();

        assertThat(List.of(
                        dialed.toString(),
                        String.valueOf(dialed.contact()),
                        String.valueOf(dialed.allAgents()),
                        String.valueOf(dialed.externalNumbers()),
                        String.valueOf(dialed.number()),
                        String.valueOf(dialed.disposition()),
                        String.valueOf(dialed.recordings())))
                .allSatisfy(
                        text -> assertThat(text).doesNotContain("5550", "John", "sip:", "Agent Name", "media", "note"));
    }

    @Test
    void takesWhatIsEmptyInAnyFormForAbsent() throws Exception {
        for (String nothing : new String[] {"\"\"", "[]", "null", "{}"}) {
            Call call = row("{'id':'7','is_inbound':1,'is_ended':'true','is_answered':0,'contact':" + nothing
                    + ",'number':" + nothing + ",'campaign':" + nothing + ",'disposition':" + nothing + ",'ivr':"
                    + nothing + ",'ring_group':" + nothing + ",'original_call_id':0,'started_at':'1747839084'}");

            assertThat(call.problems()).as(nothing).isEmpty();
            assertThat(call.direction()).isEqualTo(CallDirection.INBOUND);
            assertThat(call.status()).isEqualTo(CallStatus.NO_ANSWER);
            assertThat(call.from()).isEmpty();
            assertThat(call.to()).isEmpty();
            assertThat(call.parentId()).isEmpty();
            assertThat(call.createdAt()).contains(STARTED);
        }
    }

    @Test
    void takesAnEmptyListInAnyFormForAnEmptyList() throws Exception {
        for (String nothing : new String[] {"\"\"", "[]", "null"}) {
            Call call =
                    row("{'id':7,'recordings':" + nothing + ",'tags':" + nothing + ",'all_agents':" + nothing + "}");

            assertThat(call.problems()).as(nothing).isEmpty();
            assertThat(call.recordings()).isEmpty();
            assertThat(call.tags()).isEmpty();
        }
    }

    @Test
    void takesASingleObjectForAList() throws Exception {
        Call call = row("{'id':7,'all_agents':{'id':3},'tags':'one','recordings':{'id':5,'url':'host/api/5'}}");

        assertThat(call.problems()).isEmpty();
        assertThat(call.tags()).containsExactly("one");
        assertThat(call.recordings())
                .containsExactly(Recording.builder().id("5").url("host/api/5").build());
        assertThat(call.as(PlivoDialerCall.class).orElseThrow().allAgents()).hasSize(1);
    }

    @Test
    void readsTheStatusOfACallFromItsFlags() throws Exception {
        assertThat(row("{'id':1,'is_in_queue':true,'is_ended':false}").status()).isEqualTo(CallStatus.QUEUED);
        assertThat(row("{'id':1,'is_in_queue':false,'is_ended':false,'is_answered':true}")
                        .status())
                .isEqualTo(CallStatus.IN_PROGRESS);
        assertThat(row("{'id':1,'is_ended':true,'is_answered':true}").status()).isEqualTo(CallStatus.COMPLETED);
        assertThat(row("{'id':1,'is_ended':true,'is_answered':false}").status()).isEqualTo(CallStatus.NO_ANSWER);
        assertThat(row("{'id':1,'is_ended':true}").status()).isEqualTo(CallStatus.UNKNOWN);
        assertThat(row("{'id':1}").status()).isEqualTo(CallStatus.UNKNOWN);
    }

    @Test
    void doesNotTakeACallThatMayWaitForOneInProgress() throws Exception {
        for (String unreadable : List.of("null", "'yes'", "[]")) {
            assertThat(row("{'id':1,'is_in_queue':" + unreadable + ",'is_ended':false}")
                            .status())
                    .as(unreadable)
                    .isEqualTo(CallStatus.UNKNOWN);
        }
        assertThat(row("{'id':1,'is_ended':false}").status()).isEqualTo(CallStatus.UNKNOWN);
    }

    @Test
    void addsNoPlusToANumberOfAnUnknownCountry() throws Exception {
        Call national = row("{'id':1,'is_inbound':true,'contact':{'number':'3105550100'}}");
        Call other = row("{'id':1,'is_inbound':true,'contact':"
                + "{'number':'3105550100','number_country_code':'1','national_number':'3105550100'}}");

        assertThat(national.from().orElseThrow().e164()).isEmpty();
        assertThat(other.from().orElseThrow().e164()).isEmpty();
    }

    @Test
    void namesFieldsThatCannotBeRead() throws Exception {
        Call call = row("{'id':1,'started_at':20250521,'duration':-1,'talk_time':'5:50','contact':'x'}");

        assertThat(call.problems()).containsExactlyInAnyOrder("started_at", "duration", "talk_time", "contact");
        assertThat(call.createdAt()).isEmpty();
    }

    private static Call call(String id, String own, String contact, String name, String contactId) {
        return Call.builder()
                .provider("plivo-dialer")
                .id(id)
                .parentId("2")
                .direction(CallDirection.OUTBOUND)
                .providerDirection("outbound")
                .status(CallStatus.COMPLETED)
                .providerStatus("answered")
                .from(CallParty.of(own))
                .to(CallParty.builder()
                        .kind(CallParty.Kind.PHONE)
                        .address(contact)
                        .name(name)
                        .contactId(contactId)
                        .international(true)
                        .build())
                .createdAt(STARTED)
                .startedAt(STARTED)
                .duration(Duration.ofSeconds(5))
                .talkTime(Duration.ofSeconds(5))
                .addRecordings(Recording.builder()
                        .id("12")
                        .url("https://media.plivo.com/v1/Account/{AccountPlivoID}/Recording/recording-12.mp3")
                        .build())
                .addTags("tag1", "tag2", "tag3")
                .build();
    }

    private List<Call> example() throws IOException {
        try (InputStream file = PlivoDialerFixturesTest.class.getResourceAsStream("/fixtures/list-example.json")) {
            String json = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            server.enqueue(new MockResponse.Builder().body(json).build());
        }
        return dialer.fetch(CallQuery.all(), Cursor.FIRST).calls();
    }

    private Call row(String json) {
        String page = "{'calls':[" + json + "],'meta':{'page':1,'limit':1000,'total':1,'next':null}}";
        server.enqueue(new MockResponse.Builder().body(page.replace('\'', '"')).build());
        return dialer.list(CallQuery.all()).stream().toList().get(0);
    }
}
