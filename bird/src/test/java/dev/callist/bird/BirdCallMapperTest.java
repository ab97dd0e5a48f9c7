package dev.callist.bird;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.AnsweredBy;
import dev.callist.Call;
import dev.callist.CallDirection;
import dev.callist.CallParty;
import dev.callist.CallStatus;
import dev.callist.Hangup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BirdCallMapperTest extends BirdOverHttp {
    @ParameterizedTest
    @CsvSource({
        "accepted, QUEUED", "starting, QUEUED", "ringing, RINGING", "ongoing, IN_PROGRESS", "completed, COMPLETED",
        "no-answer, NO_ANSWER", "busy, BUSY", "failed, FAILED", "cancelled, CANCELED", "scheduled, SCHEDULED",
        "canceled, CANCELED", "Completed, COMPLETED", "no_answer, NO_ANSWER", "parked, UNKNOWN", "5, UNKNOWN",
    })
    void readsAStatus(String word, CallStatus status) {
        Call call = call("\"status\":\"" + word + "\"");

        assertThat(call.status()).isEqualTo(status);
        assertThat(call.providerStatus()).contains(word);
        assertThat(call.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"incoming, INBOUND", "outgoing, OUTBOUND", "inbound, INBOUND", "Incoming, INBOUND", "internal, UNKNOWN"
    })
    void readsADirection(String word, CallDirection direction) {
        Call call = call("\"direction\":\"" + word + "\"");

        assertThat(call.direction()).isEqualTo(direction);
        assertThat(call.providerDirection()).contains(word);
    }

    @ParameterizedTest
    @CsvSource({"human, HUMAN", "machine, MACHINE", "fax, UNKNOWN"})
    void readsWhoAnswered(String word, AnsweredBy answeredBy) {
        assertThat(call("\"amdResult\":{\"result\":\"" + word + "\"}").answeredBy())
                .contains(answeredBy);
        assertThat(call("\"amdResult\":{}").answeredBy()).isEmpty();
    }

    @Test
    void makesACallOfAnIdAlone() {
        assertThat(call(""))
                .isEqualTo(Call.builder()
                        .provider("bird")
                        .id("c1")
                        .account("ws1")
                        .direction(CallDirection.UNKNOWN)
                        .status(CallStatus.UNKNOWN)
                        .build());
    }

    @Test
    void readsTheSipCodeFromEitherPlace() {
        assertThat(call("\"hangupSipCode\":\"487\"").hangup())
                .contains(Hangup.builder().sipCode("487").build());
        assertThat(call("\"sipInsights\":{\"hangupSipCode\":480}").hangup())
                .contains(Hangup.builder().sipCode("480").build());
        assertThat(call("\"hangupSipCode\":\"487\",\"sipInsights\":{\"hangupSipCode\":\"200\"}")
                        .hangup())
                .contains(Hangup.builder().sipCode("487").build());
        assertThat(call("\"hangupCauseCode\":16,\"hangupSource\":\"caller\",\"sipInsights\":{}")
                        .hangup())
                .contains(Hangup.builder().cause("16").source("caller").build());
        assertThat(call("\"hangupSource\":null,\"hangupSipCode\":\"\",\"sipInsights\":\"\"")
                        .hangup())
                .isEmpty();
    }

    @Test
    void readsAWithheldNumber() {
        assertThat(call("\"originator\":{\"number\":{\"anonymous\":true}}").from())
                .contains(anonymous(""));
        assertThat(call("\"from\":\"\",\"originator\":{\"number\":{\"anonymous\":\"true\"}}")
                        .from())
                .contains(anonymous(""));
        assertThat(call("\"from\":\"Anonymous\"").from()).contains(anonymous("Anonymous"));
        assertThat(call("\"from\":\"\",\"originator\":{\"number\":{\"anonymous\":false}}")
                        .from())
                .isEmpty();
        assertThat(call("\"from\":\"+447700900123\",\"originator\":{\"number\":{\"anonymous\":true}}")
                        .from()
                        .orElseThrow()
                        .e164())
                .isEmpty();
    }

    @Test
    void readsNamesAndContacts() {
        Call call = call("""
                "from":"447700900123","to":"client:a",
                "originator":{"contact":{"id":"p1","identifierValue":"x"},
                  "number":{"callerIdName":"Alice","number":"447700900123","countryIsoCode":"GB"}},
                "receiver":{"number":{"callerIdName":"client:a","number":"client:a"}}""");

        CallParty from = call.from().orElseThrow();
        assertThat(from)
                .isEqualTo(CallParty.builder()
                        .kind(CallParty.Kind.PHONE)
                        .address("447700900123")
                        .name("Alice")
                        .contactId("p1")
                        .countryCode("GB")
                        .build());
        assertThat(from.e164()).contains("+447700900123");
        assertThat(call.to()).contains(CallParty.of("client:a"));
    }

    @Test
    void takesTheNumberOfAPartyWhenTheAddressIsAbsent() {
        assertThat(call("\"originator\":{\"number\":{\"number\":\"+447700900123\"}}")
                        .from())
                .contains(CallParty.of("+447700900123"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "7"                   | PT7S  | ''
            0                     | PT0S  | ''
            7.0                   | PT7S  | ''
            2147483647            | PT596523H14M7S | ''
            2147483648            | ''    | duration
            9223372036854775807   | ''    | duration
            99999999999999999999  | ''    | duration
            -1                    | ''    | duration
            7.5                   | PT7.5S | ''
            {}                    | ''    | duration
            null                  | ''    | ''
            """)
    void readsADuration(String json, String duration, String problem) {
        Call call = call("\"duration\":" + json);

        assertThat(call.duration().map(Duration::toString).orElse("")).isEqualTo(duration);
        assertThat(call.problems()).isEqualTo(problem.isEmpty() ? List.of() : List.of(problem));
    }

    @Test
    void readsTheRestOfARowFullOfOddTypes() {
        Call call = call("""
                "channelId":17,"from":{"number":"+447700900123"},"to":447700900124,"status":true,
                "originator":[{"number":{"number":"+447700900123"}}],"receiver":[],"callFlow":"","contact":null,
                "createdAt":"2026-03-02 12:00:00Z","endedAt":1709310908269,"updatedAt":"soon",
                "tags":"vip","amdResult":"human","hangupCauseCode":"16",
                "sipInsights":{"hangupSipCode":[200],"edgeRegion":"eu"},"qualityInsights":{"mos":4.47},
                "direction":"outgoing","new":{"deep":[1]}""");

        assertThat(call.channel()).contains("17");
        assertThat(call.from()).isEmpty();
        assertThat(call.to()).contains(CallParty.of("447700900124"));
        assertThat(call.status()).isEqualTo(CallStatus.UNKNOWN);
        assertThat(call.direction()).isEqualTo(CallDirection.OUTBOUND);
        assertThat(call.createdAt()).contains(Instant.parse("2026-03-02T12:00:00Z"));
        assertThat(call.tags()).containsExactly("vip");
        assertThat(call.hangup()).contains(Hangup.builder().cause("16").build());
        assertThat(call.as(BirdCall.class).orElseThrow().qualityInsights().mos())
                .isEqualTo("4.47");
        assertThat(call.problems())
                .containsExactly("from", "status", "originator", "updatedAt", "amdResult", "sipInsights.hangupSipCode");
    }

    @Test
    void showsNothingPersonalOfTheNativeRecord() {
        Call call = call("""
                "from":"+447700900123","originator":{"contact":{"id":"p1","identifierValue":"+447700900123"},
                "number":{"callerIdName":"Alice Smith","number":"+447700900123","identity":"+447700900123",
                "countryIsoCode":"GB","type":"pstn"}},"notification":{"url":"https://example.org/?key=secret"},
                "callFlow":{"commands":[{"command":"gather","conditions":[{"variable":"keys","operator":"eq",
                "value":"447700900123"}]}]},"amdResult":{"result":"human","speech":"I am Alice Smith"},
                "sipInsights":{"remoteMediaIp":"192.0.2.7","hangupSipCode":"200"}""");

        BirdCall bird = call.as(BirdCall.class).orElseThrow();

        assertThat(bird).hasToString("BirdCall[c1]");
        assertThat(List.of(
                                bird,
                                bird.originator(),
                                bird.originator().contact(),
                                bird.originator().number(),
                                bird.notification(),
                                bird.callFlow(),
                                bird.amdResult(),
                                bird.sipInsights())
                        .toString())
                .doesNotContain("447700900123", "Alice", "secret", "192.0.2.7")
                .contains("Party[****]", "Contact[****]", "PhoneNumber[****]", "CallFlow[****]", "SipInsights[****]");
        assertThat(call.toString()).doesNotContain("447700900123", "Alice");
    }

    private static CallParty anonymous(String address) {
        return CallParty.builder()
                .kind(CallParty.Kind.ANONYMOUS)
                .address(address)
                .build();
    }
}
