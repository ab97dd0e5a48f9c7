package dev.callist.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlivoDialerSandboxTest {
    private final PlivoDialerSandbox sandbox = PlivoDialerSandbox.start(250);
    private final ShiftingBrowser browser = new ShiftingBrowser(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void returnsAHundredCallsByDefaultAndBareLinks() throws Exception {
        Answer first = browser.dialer("?callType=all_inbound");
        Answer last = browser.dialer("?page=3");

        assertThat(ShiftingBrowser.ids(first)).hasSize(100);
        assertThat(first.json().at("/meta/next").asText()).isEqualTo("/api/v1/calls/?page=2");
        assertThat(first.json().at("/meta/previous").isNull()).isTrue();
        assertThat(ShiftingBrowser.ids(last)).hasSize(50).endsWith(sandbox.id(249));
        assertThat(last.json().at("/meta/next").isNull()).isTrue();
        assertThat(last.json().at("/meta/previous").asText()).isEqualTo("/api/v1/calls/?page=2");
        assertThat(last.json().at("/meta/total").asInt()).isEqualTo(250);
    }

    @Test
    void returnsAnEmptyPageAfterTheLast() throws Exception {
        Answer beyond = browser.dialer("?page=40&limit=1000");

        assertThat(beyond.status()).isEqualTo(200);
        assertThat(ShiftingBrowser.ids(beyond)).isEmpty();
        assertThat(beyond.json().at("/meta/next").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?limit=0",
                "?limit=1001",
                "?limit=x",
                "?page=0",
                "?dateFrom=today",
                "?callType=1",
                "?numberIds=1,,2"
            })
    void refusesWhatIsOutOfRange(String query) throws Exception {
        assertThat(browser.dialer(query).status()).isEqualTo(422);
    }

    @Test
    void refusesRequestsWithoutTheTokenOrToOtherPaths() throws Exception {
        assertThat(browser.send(browser.request("/calls/").build()).status()).isEqualTo(401);
        assertThat(browser.send(browser.request("/calls/")
                                .header("Access-Token", "other")
                                .build())
                        .status())
                .isEqualTo(401);
        assertThat(browser.send(browser.request("/api/v1/calls/")
                                .header("Access-Token", PlivoDialerSandbox.ACCESS_TOKEN)
                                .build())
                        .status())
                .isEqualTo(404);
        assertThat(browser.dialer("x").status()).isEqualTo(404);
    }

    @Test
    void filtersByDaysThatBeginAtFiveInUtc() throws Exception {
        try (PlivoDialerSandbox longer = PlivoDialerSandbox.start(400)) {
            JsonNode before = new ShiftingBrowser(longer)
                    .dialer("?limit=1000&dateFrom=2026-02-28&dateTo=2026-02-28")
                    .json()
                    .get("calls");
            long dayEnd = Instant.parse("2026-03-01T05:00:00Z").getEpochSecond();

            assertThat(before).hasSizeBetween(1, 399).allSatisfy(call -> assertThat(
                            call.get("started_at").asLong())
                    .isLessThan(dayEnd));
        }
    }

    @Test
    void filtersByIdsAndCallTypes() throws Exception {
        Answer lists = browser.dialer("?limit=1000&listId=2&callType=outbound_answered");

        assertThat(lists.json().get("calls")).isNotEmpty().allSatisfy(call -> {
            assertThat(call.at("/contact/list_ids/0").asInt()).isEqualTo(2);
            assertThat(call.get("is_inbound").booleanValue()).isFalse();
            assertThat(call.get("is_answered").booleanValue()).isTrue();
        });
        assertThat(ShiftingBrowser.ids(browser.dialer("?surveyIds=1"))).isEmpty();
    }

    @Test
    void writesWhatIsNotThereInSeveralForms() throws Exception {
        Set<String> forms = new HashSet<>();
        for (JsonNode call : browser.dialer("?limit=250").json().get("calls")) {
            forms.add(call.get("campaign").toString());
            assertThat(call.at("/number/number").asText()).doesNotStartWith("+");
            assertThat(call.get("started_at").isIntegralNumber()).isTrue();
        }

        assertThat(forms).containsExactlyInAnyOrder("\"\"", "[]", "null");
    }

    @Test
    void letsCallsArriveAndVanish() throws Exception {
        sandbox.arriveOn(2, 2).vanishOn(3, 0).vanishOn(3, 250);

        assertThat(ShiftingBrowser.ids(browser.dialer("?limit=2"))).isEqualTo(ids(0, 1));
        assertThat(ShiftingBrowser.ids(browser.dialer("?limit=4"))).isEqualTo(ids(251, 250, 0, 1));
        assertThat(ShiftingBrowser.ids(browser.dialer("?limit=3"))).isEqualTo(ids(251, 1, 2));
        JsonNode rows = browser.dialer("?limit=2").json().get("calls");
        assertThat(rows.get(0).get("started_at").asLong())
                .isGreaterThan(rows.get(1).get("started_at").asLong());
    }

    @Test
    void clampsAndReportsThePageSize() throws Exception {
        sandbox.clampTo(20);
        Answer page = browser.dialer("?page=2&limit=100");

        assertThat(ShiftingBrowser.ids(page)).hasSize(20).startsWith(sandbox.id(20));
        assertThat(page.json().at("/meta/limit").asInt()).isEqualTo(20);
    }

    private List<String> ids(int... indexes) {
        return IntStream.of(indexes).mapToObj(sandbox::id).toList();
    }
}
