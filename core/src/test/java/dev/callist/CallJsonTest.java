package dev.callist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CallJsonTest {
    private static final Call FULL = Call.builder()
            .provider("signalwire")
            .id("c1")
            .account("a1")
            .channel("ch1")
            .parentId("c0")
            .direction(CallDirection.OUTBOUND)
            .providerDirection("outbound-api")
            .status(CallStatus.NO_ANSWER)
            .providerStatus("no-answer")
            .from(CallParty.builder()
                    .kind(CallParty.Kind.PHONE)
                    .address("447700900123")
                    .name("Alice")
                    .contactId("p1")
                    .countryCode("GB")
                    .international(true)
                    .build())
            .to(CallParty.of("sip:bob@example.org"))
            .createdAt(Instant.parse("2026-03-02T12:00:00Z"))
            .startedAt(Instant.parse("2026-03-02T12:00:00.5Z"))
            .ringingAt(Instant.parse("2026-03-02T12:00:01Z"))
            .answeredAt(Instant.parse("2026-03-02T12:00:02Z"))
            .endedAt(Instant.parse("2026-03-02T12:00:20Z"))
            .updatedAt(Instant.parse("2026-03-02T12:10:00.123456789Z"))
            .duration(Duration.ofSeconds(20))
            .talkTime(Duration.ofMillis(18_500))
            .answeredBy(AnsweredBy.HUMAN)
            .price(new Money(new BigDecimal("0.00650"), "USD"))
            .hangup(Hangup.builder().cause("16").source("caller").sipCode("200").build())
            .addRecordings(
                    Recording.builder().id("r1").url("media.example.org/r1").build())
            .addTags("vip", "sales")
            .addProblems("sipInsights.mos")
            .rawJson("{\"sid\":\"c1\"}")
            .nativeRecord("a native record")
            .build();

    private static final String FULL_JSON = """
            {"provider":"signalwire","id":"c1","account":"a1","channel":"ch1","parentId":"c0",\
            "direction":"OUTBOUND","providerDirection":"outbound-api",\
            "status":"NO_ANSWER","providerStatus":"no-answer",\
            "from":{"kind":"PHONE","address":"447700900123","name":"Alice","contactId":"p1","countryCode":"GB",\
            "international":true,"e164":"+447700900123"},\
            "to":{"kind":"SIP","address":"sip:bob@example.org"},\
            "createdAt":"2026-03-02T12:00:00Z","startedAt":"2026-03-02T12:00:00.500Z",\
            "ringingAt":"2026-03-02T12:00:01Z","answeredAt":"2026-03-02T12:00:02Z",\
            "endedAt":"2026-03-02T12:00:20Z","updatedAt":"2026-03-02T12:10:00.123456789Z",\
            "duration":"PT20S","talkTime":"PT18.5S","answeredBy":"HUMAN",\
            "price":{"amount":0.00650,"currency":"USD"},\
            "hangup":{"cause":"16","source":"caller","sipCode":"200"},\
            "recordings":[{"id":"r1","url":"media.example.org/r1"}],\
            "tags":["vip","sales"],"problems":["sipInsights.mos"]}""";

    @Test
    void writesEveryField() throws JsonProcessingException {
        assertThat(CallJson.mapper().writeValueAsString(FULL)).isEqualTo(FULL_JSON);
    }

    @Test
    void writesTheSameWithAnyMapperThatHasBothModules() throws JsonProcessingException {
        JsonMapper mapper = JsonMapper.builder()
                .addModule(new Jdk8Module())
                .addModule(new JavaTimeModule())
                .build();

        assertThat(mapper.writeValueAsString(FULL)).isEqualTo(FULL_JSON);
    }

    /** A provider's own record. */
    record NativeCall(Instant at, Duration talk) {}

    @Test
    void writesTheTimesOfNativeRecordsAsText() throws JsonProcessingException {
        NativeCall call = new NativeCall(Instant.parse("2026-03-01T10:00:00Z"), Duration.ofSeconds(65));

        assertThat(CallJson.mapper().writeValueAsString(call))
                .isEqualTo("{\"at\":\"2026-03-01T10:00:00Z\",\"talk\":\"PT1M5S\"}");
    }

    @Test
    void leavesAbsentFieldsOut() throws JsonProcessingException {
        assertThat(CallJson.mapper().writeValueAsString(Calls.call("c1").build()))
                .isEqualTo("{\"provider\":\"test\",\"id\":\"c1\",\"direction\":\"UNKNOWN\",\"status\":\"UNKNOWN\","
                        + "\"recordings\":[],\"tags\":[]}");
    }

    @Test
    void readsBackWhatItWrote() throws JsonProcessingException {
        Call read = CallJson.mapper().readValue(FULL_JSON, Call.class);

        assertThat(read).isEqualTo(FULL);
        assertThat(read.price()).contains(new Money(new BigDecimal("0.00650"), "USD"));
        assertThat(read.rawJson()).isEmpty();
        assertThat(read.as(Object.class)).isEmpty();
    }

    @Test
    void ignoresUnknownFields() throws JsonProcessingException {
        String json = """
                {"new":{"a":[1]},"provider":"test","id":"c1","direction":"INBOUND","status":"BUSY",
                 "from":{"kind":"PHONE","address":"+447700900123","e164":"+1","carrier":"x"},
                 "hangup":{"cause":"16","who":"x"},"recordings":[{"id":"r","format":"wav"}]}""";

        Call read = CallJson.mapper().readValue(json, Call.class);

        assertThat(read)
                .isEqualTo(Call.builder()
                        .provider("test")
                        .id("c1")
                        .direction(CallDirection.INBOUND)
                        .status(CallStatus.BUSY)
                        .from(CallParty.of("+447700900123"))
                        .hangup(Hangup.builder().cause("16").build())
                        .addRecordings(Recording.builder().id("r").build())
                        .build());
        assertThat(read.from().orElseThrow().e164()).contains("+447700900123");
    }

    @Test
    void refusesACallWithoutAnId() {
        String json = "{\"provider\":\"test\",\"direction\":\"INBOUND\",\"status\":\"BUSY\"}";

        assertThatThrownBy(() -> CallJson.mapper().readValue(json, Call.class))
                .isInstanceOf(JsonProcessingException.class)
                .hasMessageContaining("id");
    }

    @Test
    void keepsRawJsonAndTheNativeRecordOutOfEquality() {
        Call plain = Calls.call("c1").build();
        Call laden = Calls.call("c1").rawJson("{}").nativeRecord(5).build();

        assertThat(laden).isEqualTo(plain).hasSameHashCodeAs(plain);
        assertThat(laden.as(Integer.class)).contains(5);
        assertThat(laden.as(String.class)).isEmpty();
    }

    @Test
    void showsNoNameAndNoWholeNumber() {
        assertThat(FULL).hasToString("Call[signalwire c1 NO_ANSWER OUTBOUND from PHONE 44770*****23 to SIP ****]");
        assertThat(FULL.hangup().orElseThrow()).hasToString("Hangup[cause 16, source caller, sipCode 200]");
        assertThat(FULL.recordings().get(0)).hasToString("Recording[r1]");
        assertThat(FULL.price().orElseThrow()).hasToString("0.00650 USD");
    }
}
