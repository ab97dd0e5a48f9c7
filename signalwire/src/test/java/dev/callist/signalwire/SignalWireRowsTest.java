package dev.callist.signalwire;

import static dev.callist.testkit.laml.FakeLamlList.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.AnsweredBy;
import dev.callist.Call;
import dev.callist.CallDirection;
import dev.callist.CallIterator;
import dev.callist.CallParty;
import dev.callist.CallQuery;
import dev.callist.CallStatus;
import dev.callist.Hangup;
import dev.callist.ListingReport.Completeness;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads rows, odd ones included. */
class SignalWireRowsTest {
    private final FakeSignalWire server = new FakeSignalWire();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Wed, 19 Sep 2018 20:00:00 +0000",
                "Wed, 19 Sept 2018 20:00:00 +0000",
                "Wed, 19 September 2018 20:00:00 +0000",
                "Wed, 19 Sep 2018 20:00:00 GMT",
                "Wed, 19 Sep 2018 20:00:00 UTC",
                "Wed, 19 Sep 2018 20:00:00 Z",
                "Wed, 19 Sep 2018 16:00:00 -0400",
                "Thur, 19 Sept 2018 20:00:00 +0000",
                "Mon, 19 Sep 2018 20:00:00 +0000",
                "19 Sep 2018 20:00:00 +0000",
                "wed, 19 sep 2018 20:00:00 gmt",
                " Wed,  19 Sep 2018 20:00:00 +0000 "
            })
    void readsADateTolerantly(String date) {
        Call call = server.read("\"date_created\":\"" + date + "\"");

        assertThat(call.createdAt()).contains(Instant.parse("2018-09-19T20:00:00Z"));
        assertThat(call.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'Thu, 01 Jan 2026 00:00:00 +0000', 2026-01-01T00:00:00Z",
        "'Sun, 01 Feb 2026 23:59:59 +0000', 2026-02-01T23:59:59Z",
        "'Sun, 1 Mar 2026 01:02:03 +0000', 2026-03-01T01:02:03Z",
        "'Thu, 29 Feb 2024 12:00:00 +0530', 2024-02-29T06:30:00Z",
        "'Thu, 31 Dec 2026 23:59:59 +0000', 2026-12-31T23:59:59Z"
    })
    void readsDatesOfAllSeasons(String date, Instant expected) {
        assertThat(server.read("\"date_created\":\"" + date + "\"").createdAt()).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"yesterday\"",
                "\"2018-09-19\"",
                "\"Wed, 31 Sep 2018 20:00:00 +0000\"",
                "\"Wed, 19 Smarch 2018 20:00:00 +0000\"",
                "\"Wed, 19 Sep 2018 25:00:00 +0000\"",
                "\"Wed, 19 Sep 2018 20:00:00\"",
                "\"Wed, 19 Se 2018 20:00:00 +0000\"",
                "true",
                "{}",
                "[1]"
            })
    void namesADateThatItCannotRead(String date) {
        Call call = server.read("\"date_created\":" + date);

        assertThat(call.createdAt()).isEmpty();
        assertThat(call.problems()).containsExactly("date_created");
    }

    @ParameterizedTest
    @CsvSource({
        "0.0065, 0.0065 USD",
        "\"0.0065\", 0.0065 USD",
        "-0.00500, -0.00500 USD",
        "\"-0.0025\", -0.0025 USD",
        "0, 0 USD",
        "0.0, 0.0 USD",
        "12, 12 USD",
        "6.5e-3, 0.0065 USD"
    })
    void readsAPriceOfEitherTypeAndSign(String price, String expected) {
        Call call = server.read("\"price\":" + price + ",\"price_unit\":\"USD\"");

        assertThat(call.price().orElseThrow()).hasToString(expected);
        assertThat(call.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\" \""})
    void hasNoPriceBeforeACallIsRated(String price) {
        Call call = server.read("\"price\":" + price + ",\"price_unit\":\"USD\"");

        assertThat(call.price()).isEmpty();
        assertThat(call.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"free\"", "true", "{\"amount\":1}", "1E+1000000000", "\"0.1 USD\""})
    void namesAPriceThatItCannotRead(String price) {
        Call call = server.read("\"price\":" + price + ",\"price_unit\":\"USD\"");

        assertThat(call.price()).isEmpty();
        assertThat(call.problems()).containsExactly("price");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"dollars\"", "\"$\""})
    void namesTheCurrencyThatAPriceLacks(String unit) {
        Call call = server.read("\"price\":0.0065,\"price_unit\":" + unit);

        assertThat(call.price()).isEmpty();
        assertThat(call.problems()).containsExactly("price_unit");
    }

    @Test
    void writesACurrencyInUpperCase() {
        assertThat(server.read("\"price\":1,\"price_unit\":\"eur\"").price().orElseThrow())
                .hasToString("1 EUR");
    }

    @ParameterizedTest
    @CsvSource({
        "inbound, INBOUND",
        "outbound, OUTBOUND",
        "outbound-api, OUTBOUND",
        "outbound-dial, OUTBOUND",
        "outbound-later, OUTBOUND",
        "sideways, UNKNOWN"
    })
    void readsADirectionByItsStart(String word, CallDirection expected) {
        Call call = server.read("\"direction\":\"" + word + "\"");

        assertThat(call.direction()).isEqualTo(expected);
        assertThat(call.providerDirection()).contains(word);
    }

    @ParameterizedTest
    @CsvSource({
        "queued, QUEUED",
        "initiated, QUEUED",
        "ringing, RINGING",
        "in-progress, IN_PROGRESS",
        "completed, COMPLETED",
        "busy, BUSY",
        "no-answer, NO_ANSWER",
        "failed, FAILED",
        "canceled, CANCELED",
        "parked, UNKNOWN"
    })
    void readsEveryStatusAndKeepsTheWord(String word, CallStatus expected) {
        Call call = server.read("\"status\":\"" + word + "\"");

        assertThat(call.status()).isEqualTo(expected);
        assertThat(call.providerStatus()).contains(word);
    }

    @ParameterizedTest
    @CsvSource({"human, HUMAN", "machine, MACHINE", "fax, UNKNOWN"})
    void readsWhoAnswered(String word, AnsweredBy expected) {
        assertThat(server.read("\"answered_by\":\"" + word + "\"").answeredBy()).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "+13105550100, PHONE",
        "sip:desk1@pbx.example.com, SIP",
        "client:desk1, CLIENT",
        "anonymous, ANONYMOUS",
        "front desk, OTHER"
    })
    void keepsACallerIdAsItWasReceived(String address, CallParty.Kind kind) {
        CallParty from = server.read("\"from\":\"" + address + "\"").from().orElseThrow();

        assertThat(from.address()).isEqualTo(address);
        assertThat(from.kind()).isEqualTo(kind);
    }

    @Test
    void takesNoCountryForGranted() {
        assertThat(server.read("\"from\":\"3105550100\"").from().orElseThrow().e164())
                .isEmpty();
        assertThat(server.read("\"from\":\"+13105550100\"").from().orElseThrow().e164())
                .contains("+13105550100");
    }

    @Test
    void readsNullsOfALiveCallAsAbsent() {
        Call call =
                server.read("\"parent_call_sid\":null,\"phone_number_sid\":null,\"start_time\":null,\"end_time\":null,"
                        + "\"price\":null,\"answered_by\":null,\"forwarded_from\":null,\"caller_name\":null,\"annotation\":null,"
                        + "\"group_sid\":null,\"subresource_uris\":{\"notifications\":null},\"audio_in_mos\":null,"
                        + "\"sip_result_code\":null,\"duration\":0,\"status\":\"queued\",\"from\":null,\"to\":\"\"");

        assertThat(call)
                .isEqualTo(Call.builder()
                        .provider("signalwire")
                        .id("c1")
                        .account("p1")
                        .direction(CallDirection.UNKNOWN)
                        .status(CallStatus.QUEUED)
                        .providerStatus("queued")
                        .duration(Duration.ZERO)
                        .build());
    }

    @Test
    void readsTheFieldsOfLaterYears() {
        Call call = server.read("\"audio_in_mos\":\"4.5\",\"audio_rtt_avg\":12,\"audio_rtt_min\":\"1.5\","
                + "\"audio_rtt_max\":20,\"audio_out_jitter_min\":0,\"audio_out_jitter_max\":9.25,"
                + "\"audio_out_jitter_avg\":3,\"audio_out_lost\":7,\"sip_result_code\":486,"
                + "\"to_formatted\":\"310-555-0102\",\"from_formatted\":\"310-555-0101\",\"caller_name\":\"Desk\","
                + "\"from\":\"+13105550101\",\"group_sid\":\"g\",\"brand_new\":{\"a\":[1]}");
        SignalWireCall wire = call.as(SignalWireCall.class).orElseThrow();

        assertThat(wire.audioInMos()).isEqualTo("4.5");
        assertThat(wire.audioRttAvg()).isEqualTo("12");
        assertThat(wire.audioRttMin()).isEqualTo("1.5");
        assertThat(wire.audioRttMax()).isEqualTo("20");
        assertThat(wire.audioOutJitterMin()).isEqualTo("0");
        assertThat(wire.audioOutJitterMax()).isEqualTo("9.25");
        assertThat(wire.audioOutJitterAvg()).isEqualTo("3");
        assertThat(wire.audioOutLost()).isEqualTo("7");
        assertThat(wire.toFormatted()).isEqualTo("310-555-0102");
        assertThat(wire.fromFormatted()).isEqualTo("310-555-0101");
        assertThat(wire.groupSid()).isEqualTo("g");
        assertThat(call.hangup()).contains(Hangup.builder().sipCode("486").build());
        assertThat(call.from().orElseThrow().name()).contains("Desk");
        assertThat(call.problems()).isEmpty();
    }

    @Test
    void readsNumbersAsTextAndTextAsNumbers() {
        Call call = server.read("\"duration\":\"22\",\"account_sid\":17,\"status\":\"completed\"");

        assertThat(call.duration()).contains(Duration.ofSeconds(22));
        assertThat(call.account()).contains("17");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "\"22,5\"", "\"long\"", "99999999999999999999", "9000000000", "true", "[]"})
    void reportsADurationThatCannotBeRead(String duration) {
        Call call = server.read("\"duration\":" + duration);

        assertThat(call.duration()).isEmpty();
        assertThat(call.problems()).containsExactly("duration");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "[]", "{}", "null"})
    void takesAnEmptyThingOfAnyTypeForNoSubresources(String value) {
        assertThat(server.read("\"subresource_uris\":" + value).problems()).isEmpty();
    }

    @Test
    void handsOverWhatIsACallAndRejectsTheRest() {
        server.page(
                "null,\"text\",7,[],{},{\"sid\":null},{\"sid\":\" \"}," + row("c1", "") + ",{\"sid\":42},"
                        + row("not-a-uuid-98472pa", "\"from\":[]"),
                "null");

        try (CallIterator walk = server.calls().list(CallQuery.all()).iterator()) {
            assertThat(walk.next().id()).isEqualTo("c1");
            assertThat(walk.next().id()).isEqualTo("42");
            Call last = walk.next();
            assertThat(last.id()).isEqualTo("not-a-uuid-98472pa");
            assertThat(last.problems()).containsExactly("from");
            assertThat(walk.hasNext()).isFalse();
            assertThat(walk.report().rejected()).isEqualTo(7);
            assertThat(walk.report().completeness()).isEqualTo(Completeness.INCOMPLETE);
        }
    }

    @Test
    void takesTheProjectForTheAccountOfACallThatNamesNone() {
        assertThat(server.read("\"account_sid\":null").account()).contains("p1");
        assertThat(server.read("\"account_sid\":\"a1\"").account()).contains("a1");
    }
}
