package dev.callist.twilio;

import static dev.callist.testkit.laml.FakeLamlList.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.AnsweredBy;
import dev.callist.Call;
import dev.callist.CallDirection;
import dev.callist.CallIterator;
import dev.callist.CallParty;
import dev.callist.CallQuery;
import dev.callist.CallStatus;
import dev.callist.ListingReport.Completeness;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads rows, odd ones included. */
class TwilioRowsTest {
    private final FakeTwilio server = new FakeTwilio();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Wed, 19 Sep 2018 20:00:00 +0000",
                "Wed, 19 Sep 2018 20:00:00 GMT",
                "Wed, 19 Sep 2018 16:00:00 -0400",
                "2018-09-19T20:00:00Z"
            })
    void readsADateTolerantly(String date) {
        Call call = server.read("\"date_created\":\"" + date + "\"");

        assertThat(call.createdAt()).contains(Instant.parse("2018-09-19T20:00:00Z"));
        assertThat(call.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"yesterday\"", "\"2018-09-19\"", "\"Wed, 31 Sep 2018 20:00:00 +0000\"", "true", "{}"})
    void namesADateThatItCannotRead(String date) {
        Call call = server.read("\"date_created\":" + date);

        assertThat(call.createdAt()).isEmpty();
        assertThat(call.problems()).containsExactly("date_created");
    }

    @ParameterizedTest
    @CsvSource({"-0.03000, -0.03000 USD", "-0.00850, -0.00850 USD", "0, 0 USD", "0.0065, 0.0065 USD"})
    void readsAPriceWithTheSignThatTwilioGivesIt(String price, String expected) {
        Call call = server.read("\"price\":\"" + price + "\",\"price_unit\":\"USD\"");

        assertThat(call.price().orElseThrow()).hasToString(expected);
        assertThat(call.problems()).isEmpty();
    }

    @Test
    void hasNoPriceBeforeACallIsRated() {
        Call call = server.read("\"price\":null,\"price_unit\":\"USD\"");

        assertThat(call.price()).isEmpty();
        assertThat(call.problems()).isEmpty();
    }

    @Test
    void namesTheCurrencyThatAPriceLacks() {
        Call call = server.read("\"price\":\"-0.0065\",\"price_unit\":null");

        assertThat(call.price()).isEmpty();
        assertThat(call.problems()).containsExactly("price_unit");
    }

    @ParameterizedTest
    @CsvSource({
        "inbound, INBOUND",
        "outbound-api, OUTBOUND",
        "outbound-dial, OUTBOUND",
        "trunking-originating, INBOUND",
        "trunking-terminating, OUTBOUND",
        "trunking, UNKNOWN"
    })
    void readsEveryDirectionAndKeepsTheWord(String word, CallDirection expected) {
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
    @CsvSource({
        "human, HUMAN",
        "machine_start, MACHINE",
        "machine_end_beep, MACHINE",
        "machine_end_silence, MACHINE",
        "machine_end_other, MACHINE",
        "fax, UNKNOWN",
        "unknown, UNKNOWN"
    })
    void readsWhoAnswered(String word, AnsweredBy expected) {
        assertThat(server.read("\"answered_by\":\"" + word + "\"").answeredBy()).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "+13105550100, PHONE",
        "sip:desk1@pbx.example.com, SIP",
        "client:desk1, CLIENT",
        "+266696687, ANONYMOUS",
        "sim:DE1, OTHER"
    })
    void keepsAnAddressAsItWasReceived(String address, CallParty.Kind kind) {
        CallParty from = server.read("\"from\":\"" + address + "\"").from().orElseThrow();

        assertThat(from.address()).isEqualTo(address);
        assertThat(from.kind()).isEqualTo(kind);
    }

    @Test
    void readsNullsOfALiveCallAsAbsent() {
        Call call =
                server.read("\"parent_call_sid\":null,\"phone_number_sid\":\"\",\"start_time\":null,\"end_time\":null,"
                        + "\"price\":null,\"answered_by\":null,\"forwarded_from\":\"\",\"caller_name\":\"\",\"annotation\":null,"
                        + "\"group_sid\":null,\"trunk_sid\":null,\"queue_time\":null,\"subresource_uris\":null,"
                        + "\"duration\":null,\"status\":\"queued\",\"from\":null,\"to\":\"\"");

        assertThat(call)
                .isEqualTo(Call.builder()
                        .provider("twilio")
                        .id("c1")
                        .account("AC1")
                        .direction(CallDirection.UNKNOWN)
                        .status(CallStatus.QUEUED)
                        .providerStatus("queued")
                        .build());
    }

    @ParameterizedTest
    @CsvSource({"\"22\", 22", "22, 22", "\"0\", 0"})
    void readsADurationThatIsText(String duration, long seconds) {
        assertThat(server.read("\"duration\":" + duration).duration()).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"-1\"", "\"22,5\"", "\"long\"", "true", "[]"})
    void namesADurationThatItCannotRead(String duration) {
        Call call = server.read("\"duration\":" + duration);

        assertThat(call.duration()).isEmpty();
        assertThat(call.problems()).containsExactly("duration");
    }

    @Test
    void handsOverWhatIsACallAndRejectsTheRest() {
        server.page(
                "null,\"text\",7,[],{},{\"sid\":null},{\"sid\":\" \"}," + row("c1", "") + ",{\"sid\":42},"
                        + row("c2", "\"from\":[]"),
                "null");

        try (CallIterator walk = server.calls().list(CallQuery.all()).iterator()) {
            assertThat(walk.next().id()).isEqualTo("c1");
            assertThat(walk.next().id()).isEqualTo("42");
            assertThat(walk.next().problems()).containsExactly("from");
            assertThat(walk.hasNext()).isFalse();
            assertThat(walk.report().rejected()).isEqualTo(7);
            assertThat(walk.report().completeness()).isEqualTo(Completeness.INCOMPLETE);
        }
    }

    @Test
    void takesTheConfigsAccountForACallThatNamesNone() {
        assertThat(server.read("\"account_sid\":null").account()).contains("AC1");
        assertThat(server.read("\"account_sid\":\"AC2\"").account()).contains("AC2");
    }
}
