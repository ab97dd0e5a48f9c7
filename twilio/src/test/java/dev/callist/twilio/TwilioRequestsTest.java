package dev.callist.twilio;

import static dev.callist.twilio.FakeTwilio.PATH;
import static dev.callist.twilio.FakeTwilio.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callist.Call;
import dev.callist.CallDirection;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallQuery;
import dev.callist.CallStatus;
import dev.callist.QueryFilter;
import dev.callist.QueryPlan;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The exact requests. */
class TwilioRequestsTest {
    private static final Instant FROM = Instant.parse("2018-09-19T20:00:00Z");

    private final FakeTwilio server = new FakeTwilio();

    @AfterEach
    void stop() {
        server.close();
    }

    private String sent(CallQuery query) {
        server.page("", "null").list(query);
        return server.target();
    }

    @Test
    void presentsAccountAndTokenAsBasic() {
        server.page("", "null").list();

        String pair = Base64.getEncoder().encodeToString("AC1:secret1".getBytes(StandardCharsets.UTF_8));
        assertThat(server.header("Authorization")).isEqualTo("Basic " + pair);
    }

    @Test
    void presentsAnApiKeyForTheAccountInThePath() {
        try (TwilioCalls calls = TwilioCalls.create(TwilioConfig.builder()
                .accountSid("AC1")
                .username("SK1")
                .authToken("secret2")
                .baseUrl(server.baseUrl())
                .build())) {
            server.page("", "null");
            assertThat(calls.list(CallQuery.all())).isEmpty();
        }

        String pair = Base64.getEncoder().encodeToString("SK1:secret2".getBytes(StandardCharsets.UTF_8));
        assertThat(server.header("Authorization")).isEqualTo("Basic " + pair);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "50, 50", "1000, 1000", "1001, 1000", "2147483647, 1000"})
    void asksForPagesOfAtMostAThousand(int asked, int expected) {
        assertThat(sent(CallQuery.builder().pageSize(asked).build())).isEqualTo(PATH + "?PageSize=" + expected);
    }

    @ParameterizedTest
    @CsvSource({
        "RINGING, ringing",
        "IN_PROGRESS, in-progress",
        "COMPLETED, completed",
        "BUSY, busy",
        "NO_ANSWER, no-answer",
        "FAILED, failed",
        "CANCELED, canceled"
    })
    void sendsAStatusThatHasOneWord(CallStatus status, String word) {
        assertThat(sent(CallQuery.builder().addStatuses(status).build()))
                .isEqualTo(PATH + "?PageSize=1000&Status=" + word);
    }

    @ParameterizedTest
    @EnumSource(names = {"SCHEDULED", "QUEUED", "UNKNOWN"})
    void sendsNoStatusThatHasNotOneWord(CallStatus status) {
        assertThat(sent(CallQuery.builder().addStatuses(status).build())).isEqualTo(PATH + "?PageSize=1000");
    }

    @Test
    void sendsNoneOfSeveralStatuses() {
        assertThat(sent(CallQuery.builder()
                        .addStatuses(CallStatus.BUSY, CallStatus.NO_ANSWER)
                        .build()))
                .isEqualTo(PATH + "?PageSize=1000");
    }

    @ParameterizedTest
    @CsvSource({
        "+13105550100, %2B13105550100",
        "sip:desk1@pbx.example.com, sip%3Adesk1%40pbx.example.com",
        "sips:desk1@pbx.example.com, sips%3Adesk1%40pbx.example.com"
    })
    void sendsAnAddressThatHasOneForm(String address, String encoded) {
        assertThat(sent(CallQuery.builder().from(address).to(address).build()))
                .isEqualTo(PATH + "?PageSize=1000&From=" + encoded + "&To=" + encoded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1 310 555 0100", "3105550100", "anonymous", "client:desk1", "SIP:desk1@x", "+", "sip:"})
    void filtersAnyOtherAddressHere(String address) {
        CallQuery query = CallQuery.builder().from(address).build();

        assertThat(sent(query)).isEqualTo(PATH + "?PageSize=1000");
        assertThat(server.calls().plan(query).here()).containsExactly(QueryFilter.FROM);
    }

    @Test
    void leavesWindowDirectionAndDurationsToTheWalk() {
        CallQuery query = CallQuery.builder()
                .createdFrom(FROM)
                .createdBefore(FROM.plusSeconds(60))
                .direction(CallDirection.OUTBOUND)
                .minDuration(Duration.ofSeconds(2))
                .maxDuration(Duration.ofSeconds(9))
                .build();
        server.page(
                String.join(
                        ",",
                        row("late", fields("20:01:00", "outbound-api", 5)),
                        row("long", fields("20:00:59", "outbound-api", 10)),
                        row("wanted", fields("20:00:58", "outbound-dial", 9)),
                        row("inbound", fields("20:00:57", "inbound", 5)),
                        row("short", fields("20:00:56", "outbound-api", 1)),
                        row("also", fields("20:00:00", "trunking-terminating", 2)),
                        row("early", fields("19:59:59", "outbound-api", 5))),
                "null");

        assertThat(server.list(query)).extracting(Call::id).containsExactly("wanted", "also");
        assertThat(server.target()).isEqualTo(PATH + "?PageSize=1000");
    }

    @Test
    void stopsEarlyOnceAWholePageIsADayTooOld() {
        String link = "\"" + PATH + "?PageToken=PA1\"";
        server.page(row("in", fields("20:00:00", "inbound", 1)), link)
                .page(row("old", "\"date_created\":\"Mon, 17 Sep 2018 20:00:00 +0000\""), link.replace("PA1", "PA2"));

        assertThat(server.list(CallQuery.builder().createdFrom(FROM).build()))
                .extracting(Call::id)
                .containsExactly("in");
        assertThat(server.requestCount()).isEqualTo(2);
    }

    @Test
    void sendsEveryDocumentedParameterEncoded() {
        TwilioFilters filters = TwilioFilters.builder()
                .to("sip:desk1@pbx.example.com")
                .from("+13105550100")
                .parentCallSid("CA0")
                .status(TwilioFilters.STATUS_QUEUED)
                .startTime(LocalDate.parse("2018-09-19"))
                .startTimeBefore(FROM.plusSeconds(1))
                .startTimeAfter(FROM.plusMillis(2999))
                .endTime(LocalDate.parse("2018-09-20"))
                .endTimeBefore(FROM.plusSeconds(4))
                .endTimeAfter(FROM.plusSeconds(5))
                .build();

        String time = "=2018-09-19T20%3A00%3A0";
        assertThat(sent(CallQuery.builder().addProviderFilters(filters).build()))
                .isEqualTo(PATH + "?PageSize=1000&To=sip%3Adesk1%40pbx.example.com&From=%2B13105550100"
                        + "&ParentCallSid=CA0&Status=queued&StartTime=2018-09-19&StartTime%3C" + time
                        + "1Z&StartTime%3E"
                        + time + "2Z&EndTime=2018-09-20&EndTime%3C" + time + "4Z&EndTime%3E" + time + "5Z");
        assertThat(filters.toString()).contains("StartTime<").doesNotContain("+1310");
    }

    @Test
    void sendsItsOwnFilterAndAppliesTheNeutralOneHere() {
        CallQuery query = CallQuery.builder()
                .addStatuses(CallStatus.BUSY)
                .addProviderFilters(TwilioFilters.builder().status("queued").build())
                .build();

        assertThat(sent(query)).isEqualTo(PATH + "?PageSize=1000&Status=queued");
        assertThat(server.calls().plan(query).here()).containsExactly(QueryFilter.STATUSES);
    }

    @Test
    void checksWhatTheServerFiltered() {
        server.page(
                row("c1", "\"from\":\"+13105550100\",\"status\":\"busy\"") + ","
                        + row("c2", "\"from\":\"+13105550101\",\"status\":\"busy\"") + ","
                        + row("c3", "\"from\":\"+13105550100\",\"status\":\"failed\""),
                "null");

        assertThat(server.list(CallQuery.builder()
                        .from("+13105550100")
                        .addStatuses(CallStatus.BUSY)
                        .build()))
                .extracting(Call::id)
                .containsExactly("c1");
    }

    @Test
    void refusesTags() {
        CallQuery query = CallQuery.builder().addTags("vip").build();

        assertThatThrownBy(() -> server.calls().list(query))
                .isInstanceOfSatisfying(
                        CallListException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNSUPPORTED_FILTER));
        assertThat(server.requestCount()).isZero();
    }

    @Test
    void saysInItsPlanWhoFiltersWhatAndShowsNoAddress() {
        QueryPlan plan = server.calls()
                .plan(CallQuery.builder()
                        .createdFrom(FROM)
                        .direction(CallDirection.INBOUND)
                        .addStatuses(CallStatus.BUSY)
                        .from("+13105550100")
                        .to("sip:desk1@pbx.example.com")
                        .build());

        assertThat(plan.server()).containsExactlyInAnyOrder(QueryFilter.STATUSES, QueryFilter.FROM, QueryFilter.TO);
        assertThat(plan.here()).containsExactlyInAnyOrder(QueryFilter.CREATED_FROM, QueryFilter.DIRECTION);
        assertThat(plan.assumptions()).isEmpty();
        assertThat(plan.request())
                .endsWith("/2010-04-01/Accounts/{accountSid}/Calls.json"
                        + "?PageSize=1000&Status=busy&From=+1310*****00&To=****");
    }

    @Test
    void findsACallBySid() {
        Call call = server.read("\"status\":\"in-progress\"");

        assertThat(server.target()).isEqualTo("/2010-04-01/Accounts/AC1/Calls/c1.json");
        assertThat(call.status()).isEqualTo(CallStatus.IN_PROGRESS);
        assertThatThrownBy(() -> server.calls().find("../c1"))
                .isInstanceOfSatisfying(
                        CallListException.class, e -> assertThat(e.kind()).isEqualTo(Kind.INVALID_CONFIG));
    }

    private static String fields(String time, String direction, int duration) {
        return "\"date_created\":\"Wed, 19 Sep 2018 " + time + " +0000\",\"direction\":\"" + direction
                + "\",\"duration\":\"" + duration + "\"";
    }
}
