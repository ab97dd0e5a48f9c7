package dev.callist.signalwire;

import static dev.callist.signalwire.FakeVoiceLog.PATH;
import static dev.callist.signalwire.FakeVoiceLog.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.Call;
import dev.callist.CallDirection;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallListers;
import dev.callist.CallQuery;
import dev.callist.CallStatus;
import dev.callist.ClientOptions;
import dev.callist.QueryFilter;
import dev.callist.QueryPlan;
import dev.callist.provider.ProviderFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The exact requests. */
class SignalWireLogsRequestsTest {
    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

    private final FakeVoiceLog server = new FakeVoiceLog();

    @AfterEach
    void stop() {
        server.close();
    }

    private String sent(CallQuery query) {
        server.page("").list(query);
        return server.target();
    }

    @Test
    void presentsProjectAndTokenAsBasic() {
        server.page("").list(CallQuery.all());

        String pair = Base64.getEncoder().encodeToString("p1:PT1".getBytes(StandardCharsets.UTF_8));
        assertThat(server.header("Authorization")).isEqualTo("Basic " + pair);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "50, 50", "1000, 1000", "1001, 1000", "2147483647, 1000"})
    void asksForPagesOfAtMostAThousand(int asked, int expected) {
        assertThat(sent(CallQuery.builder().pageSize(asked).build())).isEqualTo(PATH + "?page_size=" + expected);
    }

    /** Anywhere on earth, and with or without the days that are named. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-10T00:00:00Z, 2026-03-11T00:00:00Z, 2026-03-08, 2026-03-13",
        "2026-03-10T23:59:59Z, 2026-03-11T23:59:59Z, 2026-03-08, 2026-03-13",
        "2026-02-28T12:00:00Z, 2026-03-01T12:00:00Z, 2026-02-26, 2026-03-03"
    })
    void asksForTwoDaysMoreAtBothEndsOfAWindow(Instant from, Instant before, String first, String last) {
        assertThat(sent(CallQuery.createdBetween(from, before)))
                .isEqualTo(PATH + "?page_size=1000&created_after=" + first + "&created_before=" + last);
    }

    @Test
    void trimsTheWindow() {
        server.page(String.join(
                ",",
                row("late", "\"created_at\":\"2026-03-10T12:00:01Z\""),
                row("end", "\"created_at\":\"2026-03-10T12:00:00Z\""),
                row("in", "\"created_at\":\"2026-03-10T11:59:59.999Z\""),
                row("start", "\"created_at\":\"2026-03-10T11:00:00Z\""),
                row("early", "\"created_at\":\"2026-03-10T10:59:59.999Z\"")));

        assertThat(server.list(CallQuery.createdBetween(NOON.minusSeconds(3600), NOON)))
                .extracting(Call::id)
                .containsExactly("in", "start");
    }

    @Test
    void sendsNoDayAfterTheYear9999() {
        assertThat(sent(CallQuery.createdBetween(Instant.MIN, Instant.MAX)))
                .doesNotContain("created_before")
                .startsWith(PATH + "?page_size=1000&created_after=");
    }

    @Test
    void leavesDirectionStatusPartiesAndDurationsToTheWalk() {
        CallQuery query = CallQuery.builder()
                .direction(CallDirection.OUTBOUND)
                .addStatuses(CallStatus.BUSY)
                .from("+13105550100")
                .minDuration(Duration.ofSeconds(2))
                .build();

        assertThat(sent(query)).isEqualTo(PATH + "?page_size=1000");
        assertThat(server.calls().plan(query).residualFilters()).isEqualTo(query.filters());
    }

    @Test
    void sendsEveryDocumentedParameter() {
        SignalWireLogsFilters filters = SignalWireLogsFilters.builder()
                .includeDeleted(true)
                .createdBefore(LocalDate.parse("2026-03-10"))
                .createdOn(LocalDate.parse("2026-03-09"))
                .createdAfter(LocalDate.parse("2026-03-08"))
                .build();

        assertThat(sent(CallQuery.builder().addProviderFilters(filters).build()))
                .isEqualTo(PATH + "?page_size=1000&include_deleted=true&created_before=2026-03-10"
                        + "&created_on=2026-03-09&created_after=2026-03-08");
        assertThat(filters)
                .hasToString("SignalWireLogsFilters[include_deleted, created_before, created_on, created_after]");
    }

    @Test
    void sendsItsOwnDayAndAppliesTheNeutralOneHere() {
        CallQuery query = CallQuery.builder()
                .createdFrom(NOON)
                .addProviderFilters(SignalWireLogsFilters.builder()
                        .createdAfter(LocalDate.parse("2026-03-01"))
                        .build())
                .build();

        assertThat(sent(query)).isEqualTo(PATH + "?page_size=1000&created_after=2026-03-01");
        assertThat(server.calls().plan(query).residualFilters()).containsExactly(QueryFilter.CREATED_FROM);
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
    void saysInItsPlanWhichDaysAreRead() {
        QueryPlan plan = server.calls().plan(CallQuery.createdBetween(NOON, NOON.plusSeconds(60)));

        assertThat(plan.pushedFilters())
                .containsExactlyInAnyOrder(QueryFilter.CREATED_FROM, QueryFilter.CREATED_BEFORE);
        assertThat(plan.assumptions()).hasSize(1);
        assertThat(plan.request())
                .endsWith(PATH + "?page_size=1000&created_after=2026-03-08&created_before=2026-03-12");
        assertThat(plan.unwantedCalls()).containsExactly("all calls of whole days from 2026-03-08 to 2026-03-11");
        assertThat(plan.concurrency()).isEqualTo(1);
    }

    @Test
    void tellsTwoProjectsApart() {
        SignalWireConfig one = SignalWireConfig.builder()
                .projectId("p1")
                .apiToken("t")
                .space("s")
                .build();
        SignalWireConfig other = SignalWireConfig.builder()
                .projectId("p2")
                .apiToken("t")
                .space("s")
                .build();
        try (SignalWireLogs first = SignalWireLogs.create(one);
                SignalWireLogs second = SignalWireLogs.create(other)) {
            assertThat(CallListers.merged(first, second)).hasToString("MergedCalls[signalwire-logs, signalwire-logs]");
            assertThat(catchThrowableOfType(CallListException.class, () -> CallListers.merged(first, first))
                            .kind())
                    .isEqualTo(Kind.INVALID_CONFIG);
        }
    }

    @Test
    void findsAnEntryById() {
        Call call = server.read("\"status\":\"in-progress\"");

        assertThat(server.target()).isEqualTo(PATH + "/e1");
        assertThat(call.status()).isEqualTo(CallStatus.IN_PROGRESS);
        assertThatThrownBy(() -> server.calls().find("../e1"))
                .isInstanceOfSatisfying(
                        CallListException.class, e -> assertThat(e.kind()).isEqualTo(Kind.INVALID_CONFIG));
    }

    @ParameterizedTest
    @ValueSource(strings = {"include_deleted=yes", "created_on=yesterday", "created_on=2026-02-30", "page_size=5"})
    void refusesAParameterThatIsNotDocumented(String parameter) {
        String[] parts = parameter.split("=", -1);
        ProviderFactory factory = ProviderFactory.of(SignalWireLogs.PROVIDER);

        assertThatThrownBy(() -> factory.filters(Map.of(parts[0], List.of(parts[1]))))
                .isInstanceOfSatisfying(
                        CallListException.class, e -> assertThat(e.kind()).isEqualTo(Kind.INVALID_CONFIG));
    }

    /** Both lists have the same settings; the log is opened where it is named. */
    @Test
    void isOpenedByNameOnly() {
        Map<String, String> environment =
                Map.of("SIGNALWIRE_PROJECT_ID", "p1", "SIGNALWIRE_API_TOKEN", "t", "SIGNALWIRE_SPACE", "s");

        assertThat(CallListers.fromEnvironment(environment, ClientOptions.defaults()))
                .hasToString("MergedCalls[signalwire]");
        assertThat(CallListers.of(SignalWireLogs.PROVIDER, Map.of("projectId", "p1", "apiToken", "t", "space", "s")))
                .hasToString("SignalWireLogs[SignalWireConfig[project p1, s.signalwire.com]]");
    }
}
