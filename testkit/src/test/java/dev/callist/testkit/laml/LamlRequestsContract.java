package dev.callist.testkit.laml;

import static dev.callist.testkit.laml.FakeLamlList.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callist.Call;
import dev.callist.CallDirection;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallQuery;
import dev.callist.CallStatus;
import dev.callist.ProviderFilters;
import dev.callist.QueryFilter;
import dev.callist.QueryPlan;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The exact requests for a list. */
public abstract class LamlRequestsContract {
    protected static final Instant FROM = Instant.parse("2018-09-19T20:00:00Z");

    /** The list that the lister reads. */
    protected final FakeLamlList<?> server;

    protected LamlRequestsContract(FakeLamlList<?> server) {
        this.server = server;
    }

    /** The provider's filter by the status queued. */
    protected abstract ProviderFilters queued();

    /** A word for outbound that only this provider uses. */
    protected abstract String outbound();

    /** A duration as JSON. */
    protected abstract String duration(int seconds);

    /** The path of the list as a plan shows it. */
    protected abstract String plannedPath();

    @AfterEach
    void stop() {
        server.close();
    }

    /** Path and query of the only request for this query. */
    protected final String sent(CallQuery query) {
        server.page("", "null").list(query);
        return server.target();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "50, 50", "1000, 1000", "1001, 1000", "2147483647, 1000"})
    void asksForPagesOfAtMostAThousand(int asked, int expected) {
        assertThat(sent(CallQuery.builder().pageSize(asked).build()))
                .isEqualTo(server.path() + "?PageSize=" + expected);
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
                .isEqualTo(server.path() + "?PageSize=1000&Status=" + word);
    }

    @ParameterizedTest
    @EnumSource(names = {"SCHEDULED", "QUEUED", "UNKNOWN"})
    void sendsNoStatusThatHasNotOneWord(CallStatus status) {
        assertThat(sent(CallQuery.builder().addStatuses(status).build())).isEqualTo(server.path() + "?PageSize=1000");
    }

    @Test
    void sendsNoneOfSeveralStatuses() {
        assertThat(sent(CallQuery.builder()
                        .addStatuses(CallStatus.BUSY, CallStatus.NO_ANSWER)
                        .build()))
                .isEqualTo(server.path() + "?PageSize=1000");
    }

    @ParameterizedTest
    @CsvSource({
        "+13105550100, %2B13105550100",
        "sip:desk1@pbx.example.com, sip%3Adesk1%40pbx.example.com",
        "sips:desk1@pbx.example.com, sips%3Adesk1%40pbx.example.com"
    })
    void sendsAnAddressThatHasOneForm(String address, String encoded) {
        assertThat(sent(CallQuery.builder().from(address).to(address).build()))
                .isEqualTo(server.path() + "?PageSize=1000&From=" + encoded + "&To=" + encoded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1 310 555 0100", "3105550100", "anonymous", "client:desk1", "SIP:desk1@x", "+", "sip:"})
    void filtersAnyOtherAddressHere(String address) {
        CallQuery query = CallQuery.builder().from(address).build();

        assertThat(sent(query)).isEqualTo(server.path() + "?PageSize=1000");
        assertThat(server.calls().plan(query).residualFilters()).containsExactly(QueryFilter.FROM);
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
                        row("also", fields("20:00:00", outbound(), 2)),
                        row("early", fields("19:59:59", "outbound-api", 5))),
                "null");

        assertThat(server.list(query)).extracting(Call::id).containsExactly("wanted", "also");
        assertThat(server.target()).isEqualTo(server.path() + "?PageSize=1000");
    }

    @Test
    void stopsEarlyOnceAWholePageIsADayTooOld() {
        String link = "\"" + server.path() + "?PageToken=PA1\"";
        server.page(row("in", fields("20:00:00", "inbound", 1)), link)
                .page(row("old", "\"date_created\":\"Mon, 17 Sep 2018 20:00:00 +0000\""), link.replace("PA1", "PA2"));

        assertThat(server.list(CallQuery.builder().createdFrom(FROM).build()))
                .extracting(Call::id)
                .containsExactly("in");
        assertThat(server.requestCount()).isEqualTo(2);
    }

    @Test
    void sendsItsOwnFilterAndAppliesTheNeutralOneHere() {
        CallQuery query = CallQuery.builder()
                .addStatuses(CallStatus.BUSY)
                .addProviderFilters(queued())
                .build();

        assertThat(sent(query)).isEqualTo(server.path() + "?PageSize=1000&Status=queued");
        assertThat(server.calls().plan(query).residualFilters()).containsExactly(QueryFilter.STATUSES);
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

        assertThat(plan.pushedFilters())
                .containsExactlyInAnyOrder(QueryFilter.STATUSES, QueryFilter.FROM, QueryFilter.TO);
        assertThat(plan.residualFilters()).containsExactlyInAnyOrder(QueryFilter.CREATED_FROM, QueryFilter.DIRECTION);
        assertThat(plan.assumptions()).isEmpty();
        assertThat(plan.request()).endsWith(plannedPath() + "?PageSize=1000&Status=busy&From=+1310*****00&To=****");
    }

    @Test
    void findsACallBySid() {
        Call call = server.read("\"status\":\"in-progress\"");

        assertThat(server.target()).isEqualTo(server.path("c1"));
        assertThat(call.status()).isEqualTo(CallStatus.IN_PROGRESS);
        assertThatThrownBy(() -> server.find("../c1"))
                .isInstanceOfSatisfying(
                        CallListException.class, e -> assertThat(e.kind()).isEqualTo(Kind.INVALID_CONFIG));
    }

    private String fields(String time, String direction, int seconds) {
        return "\"date_created\":\"Wed, 19 Sep 2018 " + time + " +0000\",\"direction\":\"" + direction
                + "\",\"duration\":" + duration(seconds);
    }
}
