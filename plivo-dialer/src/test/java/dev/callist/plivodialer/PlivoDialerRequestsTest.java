package dev.callist.plivodialer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callist.Call;
import dev.callist.CallDirection;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import dev.callist.QueryFilter;
import dev.callist.testkit.PlivoDialerSandbox;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The exact requests, and the checks of a config. */
class PlivoDialerRequestsTest {
    @Test
    void widensTheWindowByADayBeforeAndTwoAfter() {
        assertThat(planned(CallQuery.createdBetween(
                        Instant.parse("2026-02-10T08:00:00Z"), Instant.parse("2026-02-12T08:00:00Z"))))
                .isEqualTo(
                        "GET tenant.example.com/api/v1/calls/?page=1&limit=1000&dateFrom=2026-02-09&dateTo=2026-02-14");
    }

    @ParameterizedTest
    @CsvSource({
        "2028-02-28T23:59:59Z, 2028-03-01T00:00:00Z, 2028-02-27, 2028-03-03",
        "2028-02-29T00:30:00Z, 2028-02-29T00:30:01Z, 2028-02-28, 2028-03-02",
        "2026-03-01T00:00:00Z, 2026-03-08T06:59:59Z, 2026-02-28, 2026-03-10",
        "2026-03-08T07:00:00Z, 2026-03-29T01:00:00Z, 2026-03-07, 2026-03-31",
        "2026-10-25T00:59:59Z, 2026-11-01T05:59:59Z, 2026-10-24, 2026-11-03",
        "2026-12-31T23:59:59Z, 2027-01-01T00:00:00Z, 2026-12-30, 2027-01-03"
    })
    void widensTheWindowAcrossLeapDaysAndClockChanges(Instant from, Instant before, String first, String last) {
        assertThat(planned(CallQuery.createdBetween(from, before))).endsWith("&dateFrom=" + first + "&dateTo=" + last);
    }

    /** Whatever zone the server's days are in, and whether or not it lists the last day. */
    @ParameterizedTest
    @CsvSource({
        "+05:30, false",
        "+02:00, false",
        "+09:00, false",
        "+14:00, false",
        "+00:00, false",
        "-04:00, false",
        "-12:00, false",
        "+14:00, true",
        "-12:00, true"
    })
    void findsAllCallsOfAWindowWhateverTheServersDaysAre(String zone, boolean includesLastDay) {
        try (PlivoDialerSandbox sandbox = PlivoDialerSandbox.startWithDays(3000, ZoneOffset.of(zone), includesLastDay);
                PlivoDialerCalls dialer = lister(sandbox.url().toString())) {
            List<Call> all = dialer.list(CallQuery.all()).stream().toList();
            Instant newest = all.get(100).createdAt().orElseThrow();
            for (int hours = 0; hours < 24; hours += 3) {
                Instant end = newest.minus(Duration.ofHours(hours));
                CallQuery window = CallQuery.createdBetween(end.minus(Duration.ofHours(5)), end);
                assertThat(dialer.list(window))
                        .containsExactlyElementsOf(
                                all.stream().filter(window::matches).toList());
            }
        }
    }

    @Test
    void saysThatItsRequestIsJson() {
        try (PlivoDialerSandbox sandbox = PlivoDialerSandbox.start(1);
                PlivoDialerCalls dialer = lister(sandbox.url().toString())) {
            dialer.list(CallQuery.all()).forEach(call -> {});

            assertThat(sandbox.requests().get(0).header("Content-Type")).contains("application/json");
            assertThat(sandbox.requests().get(0).method()).isEqualTo("GET");
        }
    }

    @Test
    void sendsTheDirectionAsACallType() {
        assertThat(planned(CallQuery.builder()
                        .direction(CallDirection.INBOUND)
                        .pageSize(7)
                        .build()))
                .isEqualTo("GET tenant.example.com/api/v1/calls/?page=1&limit=7&callType=all_inbound");
        assertThat(planned(CallQuery.builder()
                        .direction(CallDirection.OUTBOUND)
                        .pageSize(7000)
                        .build()))
                .endsWith("limit=1000&callType=all_outbound");
    }

    @Test
    void sendsEveryParameterOfTheDialersOwn() {
        PlivoDialerFilters filters = PlivoDialerFilters.builder()
                .dateFrom(LocalDate.of(2025, 8, 1))
                .dateTo(LocalDate.of(2025, 8, 4))
                .addNumberIds(1, 2, 3)
                .ringGroupId(4)
                .ivrId(5)
                .listId(6)
                .agentId(7)
                .callType(PlivoDialerFilters.WARM_TRANSFER)
                .addDispositionIds(8, 9)
                .addSurveyIds(10)
                .build();

        assertThat(planned(CallQuery.builder().addProviderFilters(filters).build()))
                .endsWith("limit=1000&dateFrom=2025-08-01&dateTo=2025-08-04&numberIds=1,2,3&ringGroupId=4&ivrId=5"
                        + "&listId=6&agentId=7&callType=warm_transfer&dispositionIds=8,9&surveyIds=10");
        assertThat(filters.toString()).contains("numberIds").doesNotContain("2025");
    }

    @Test
    void appliesTheDirectionHereWhenAnotherCallTypeIsAskedFor() {
        try (PlivoDialerCalls dialer = lister("https://tenant.example.com/api/v1")) {
            CallQuery query = CallQuery.builder()
                    .direction(CallDirection.INBOUND)
                    .addProviderFilters(PlivoDialerFilters.builder()
                            .callType(PlivoDialerFilters.CALLBACK)
                            .build())
                    .build();

            assertThat(dialer.plan(query).residualFilters()).containsExactly(QueryFilter.DIRECTION);
            assertThat(dialer.plan(query).request()).contains("callType=callback");
        }
    }

    @Test
    void neverShowsAnExcludedCallNorRepeatsThePath() {
        try (PlivoDialerSandbox sandbox = PlivoDialerSandbox.start(400);
                PlivoDialerCalls dialer = lister(sandbox.url().toString())) {
            CallQuery query = CallQuery.builder()
                    .direction(CallDirection.OUTBOUND)
                    .createdFrom(Instant.parse("2026-02-28T20:00:00Z"))
                    .addProviderFilters(PlivoDialerFilters.builder()
                            .addNumberIds(1, 2, 3)
                            .listId(2)
                            .build())
                    .pageSize(5)
                    .build();
            List<Call> calls = dialer.list(query).stream().toList();

            assertThat(calls).hasSizeGreaterThan(10).allSatisfy(call -> {
                assertThat(call.direction()).isEqualTo(CallDirection.OUTBOUND);
                PlivoDialerCall dialed = call.as(PlivoDialerCall.class).orElseThrow();
                assertThat(dialed.contact().listIds()).containsExactly("2");
            });
            assertThat(sandbox.requests()).hasSizeGreaterThan(2).allSatisfy(request -> {
                assertThat(request.target()).startsWith("/api/v1/calls/?page=").doesNotContain("/api/v1/api");
                assertThat(request.queryParameter("callType")).contains("all_outbound");
                assertThat(request.queryParameter("dateFrom")).contains("2026-02-27");
                assertThat(request.queryParameter("listId")).contains("2");
            });
        }
    }

    @Test
    void addsNoFilterOfItsOwn() {
        try (PlivoDialerSandbox sandbox = PlivoDialerSandbox.start(60);
                PlivoDialerCalls dialer = lister(sandbox.url().toString())) {
            dialer.list(CallQuery.builder().pageSize(20).build()).forEach(call -> {});

            assertThat(sandbox.requests()).allSatisfy(request -> assertThat(request.queryParameter("dateTo"))
                    .isEmpty());
        }
    }

    @Test
    void refusesAConfigThatCannotWork() {
        refuses(() -> lister("http://tenant.example.com/api/v1"));
        refuses(() -> lister("https://tenant.example.com/api/v1?x=1"));
        refuses(() -> lister("tenant"));
        refuses(() -> PlivoDialerConfig.builder()
                .baseUrl(URI.create("https://tenant.example.com/api/v1"))
                .build());
        refuses(() -> config("a b"));
        refuses(() -> config("s\r\nX: y"));
        refuses(() -> PlivoDialerConfig.builder().accessToken("k").build());
        assertThat(config("secret-token").toString()).doesNotContain("secret-token");
    }

    private static void refuses(ThrowingCallable attempt) {
        assertThatThrownBy(attempt).isInstanceOfSatisfying(CallListException.class, e -> {
            assertThat(e.kind()).isEqualTo(Kind.INVALID_CONFIG);
            assertThat(e.getMessage()).doesNotContain("X: y", "a b");
        });
    }

    private static String planned(CallQuery query) {
        try (PlivoDialerCalls dialer = lister("https://tenant.example.com/api/v1")) {
            return dialer.plan(query).request();
        }
    }

    private static PlivoDialerConfig config(String token) {
        return PlivoDialerConfig.builder()
                .baseUrl(URI.create("https://tenant.example.com/api/v1"))
                .accessToken(token)
                .build();
    }

    private static PlivoDialerCalls lister(String baseUrl) {
        return PlivoDialerCalls.create(PlivoDialerConfig.builder()
                .baseUrl(URI.create(baseUrl))
                .accessToken(PlivoDialerSandbox.ACCESS_TOKEN)
                .options(ClientOptions.defaults())
                .build());
    }
}
