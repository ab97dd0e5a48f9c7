package dev.callist.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.Call;
import dev.callist.CallDirection;
import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallPage;
import dev.callist.CallParty;
import dev.callist.CallQuery;
import dev.callist.CallStatus;
import dev.callist.Cursor;
import dev.callist.ListingReport.Completeness;
import dev.callist.Recording;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows and envelopes, documented and odd, as neutral calls. */
class SearchRowsTest {
    private final MockWebServer server = new MockWebServer();
    private SearchCalls search;

    @BeforeEach
    void start() throws IOException {
        server.start();
        search = SearchCalls.create(SearchConfig.builder()
                .apiKey("k")
                .baseUrl(server.url("/v1").uri())
                .build());
    }

    @AfterEach
    void stop() {
        search.close();
        server.close();
    }

    @Test
    void readsEveryNeutralFieldOfARow() {
        Call call = row("{'id':'c1','channel_id':'ch1','contact_id':'co1','direction':'inbound',"
                + "'delivery_status':'call_completed','from':'+13105550100','to':'+13105550101',"
                + "'created_at':'2024-07-05T17:25:19.094338Z','updated_at':'2021-06-22T07:45:45','duration':61500,"
                + "'attachments':[{'content_type':'application/json','url':'https://files.example.com/a.json'},"
                + "{'content_type':'audio/wav','url':'https://files.example.com/r.wav'}],'later':[1]}");

        assertThat(call)
                .isEqualTo(Call.builder()
                        .provider("search")
                        .id("c1")
                        .channel("ch1")
                        .direction(CallDirection.INBOUND)
                        .providerDirection("inbound")
                        .status(CallStatus.COMPLETED)
                        .providerStatus("call_completed")
                        .from(CallParty.builder()
                                .kind(CallParty.Kind.PHONE)
                                .address("+13105550100")
                                .contactId("co1")
                                .build())
                        .to(CallParty.of("+13105550101"))
                        .createdAt(Instant.parse("2024-07-05T17:25:19.094338Z"))
                        .updatedAt(Instant.parse("2021-06-22T07:45:45Z"))
                        .duration(Duration.ofMillis(61_500))
                        .addRecordings(Recording.builder()
                                .url("https://files.example.com/r.wav")
                                .build())
                        .build());
        assertThat(call.rawJson().orElseThrow()).contains("\"later\":[1]");
    }

    @Test
    void readsFieldsFromTheirPlacesInWebhooks() {
        Call call = row("{'id':'c1','inserted_at':'2021-06-22T10:36:07Z','user_id':5,"
                + "'metadata':{'agent_id':'a1','duration':'2500','analysis':{'call_summary':'spoke'}}}");

        assertThat(call.createdAt()).contains(Instant.parse("2021-06-22T10:36:07Z"));
        assertThat(call.duration()).contains(Duration.ofMillis(2_500));
        SearchCall found = call.as(SearchCall.class).orElseThrow();
        assertThat(found.userId()).isEqualTo("5");
        assertThat(found.metadata().analysis().callSummary()).isEqualTo("spoke");
        assertThat(found.toString() + found.metadata() + found.metadata().analysis())
                .doesNotContain("spoke");
    }

    @ParameterizedTest
    @CsvSource({
        "call_completed, COMPLETED",
        "CALL_COMPLETED, COMPLETED",
        "call_no_answer, NO_ANSWER",
        "no-answer, NO_ANSWER",
        "call_busy, BUSY",
        "call_failed, FAILED",
        "cancelled, CANCELED",
        "call_ringing, RINGING",
        "queued, QUEUED",
        "delivered, UNKNOWN",
        "webhook_delivered, UNKNOWN"
    })
    void readsOnlyWordsThatLeaveNoDoubt(String word, CallStatus status) {
        Call call = row("{'id':'c1','delivery_status':'" + word + "'}");

        assertThat(call.status()).isEqualTo(status);
        assertThat(call.providerStatus()).contains(word);
    }

    @Test
    void namesFieldsThatCannotBeRead() {
        Call call = row("{'id':'c1','created_at':'yesterday','duration':-5,'attachments':'x','from':{'a':1}}");

        assertThat(call.problems()).containsExactlyInAnyOrder("created_at", "duration", "attachments", "from");
    }

    @Test
    void handsOverTheRestOfAPageWithRejectedRows() {
        enqueue("{'data':[null,'x',{'from':'+13105550100'},{'id':'c1'}]}");

        CallPage page = search.fetch(CallQuery.all(), Cursor.FIRST);

        assertThat(page.calls()).extracting(Call::id).containsExactly("c1");
        assertThat(page.rejected()).hasSize(3);
    }

    @Test
    void handsOverDifferentCallsThatShareAnId() {
        enqueue("{'data':[{'id':'c1','channel_id':'ch1'},{'id':'c1','channel_id':'ch2'}],'total':2}");

        assertThat(search.list(CallQuery.all()))
                .extracting(call -> call.channel().orElseThrow())
                .containsExactly("ch1", "ch2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{'data':{}}", "{'total':5}", "{'calls':[]}", "{'errors':[{'description':'no'}],'status':401}"})
    void refusesAResponseThatIsNotAPage(String json) {
        enqueue(json);

        assertThat(catchThrowableOfType(CallListException.class, () -> search.fetch(CallQuery.all(), Cursor.FIRST))
                        .kind())
                .isEqualTo(Kind.BAD_RESPONSE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"'total':3", "'total':0", "'total':-1", "'total':'x'", "'total':9999", "'organization_id':1"})
    void readsToTheEndWithAnyTotal(String total) {
        enqueue("{'data':[{'id':'c1'},{'id':'c2'},{'id':'c3'}]," + total + "}");
        enqueue("{'data':[{'id':'c3'},{'id':'c4'},{'id':'c5'}]," + total + "}");
        enqueue("{'data':[{'id':'c5'}]," + total + "}");
        repeatTheEnd("c5", total);

        assertThat(search.list(CallQuery.builder().pageSize(3).build()))
                .extracting(Call::id)
                .containsExactly("c1", "c2", "c3", "c4", "c5");
    }

    @ParameterizedTest
    @CsvSource({"3, COMPLETE", "4, UNKNOWN", "1000, UNKNOWN"})
    void believesAnEndOnlyIfTheTotalIsReached(int total, Completeness completeness) {
        enqueue("{'data':[{'id':'c1'},{'id':'c2'},{'id':'c3'}],'total':" + total + "}");
        enqueue("{'data':[{'id':'c3'}],'total':" + total + "}");
        repeatTheEnd("c3", "'total':" + total);

        try (CallIterator walk =
                search.list(CallQuery.builder().pageSize(3).build()).iterator()) {
            assertThat(walk).toIterable().extracting(Call::id).containsExactly("c1", "c2", "c3");
            assertThat(walk.report().completeness()).isEqualTo(completeness);
        }
    }

    /** The last row alone, as often as a walk asks for more that the total promises, and then nothing. */
    private void repeatTheEnd(String id, String total) {
        for (int i = 0; i < 6; i++) {
            enqueue("{'data':[{'id':'" + id + "'}]," + total + "}");
        }
        for (int i = 0; i < 6; i++) {
            enqueue("{'data':[]," + total + "}");
        }
    }

    private Call row(String json) {
        enqueue("{'data':[" + json + "],'total':1}");
        return search.list(CallQuery.all()).stream().toList().get(0);
    }

    private void enqueue(String json) {
        server.enqueue(new MockResponse.Builder().body(json.replace('\'', '"')).build());
    }
}
