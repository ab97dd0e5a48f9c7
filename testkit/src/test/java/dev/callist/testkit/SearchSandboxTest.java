package dev.callist.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchSandboxTest {
    private final SearchSandbox sandbox = SearchSandbox.start(120);
    private final ShiftingBrowser browser = new ShiftingBrowser(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void returnsFiftyCallsWithoutALimitAndAnEmptyPageAtTheEnd() throws Exception {
        Answer first = browser.search("", "{}");

        assertThat(ShiftingBrowser.ids(first)).hasSize(50).startsWith(sandbox.id(0));
        assertThat(first.json().get("total").asInt()).isEqualTo(120);
        assertThat(ShiftingBrowser.ids(browser.search("?offset=110", "{}"))).isEqualTo(ids(IntStream.range(110, 120)));
        assertThat(ShiftingBrowser.ids(browser.search("?offset=120", "{}"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=1001", "?offset=-1", "?timeout=14999", "?timeout=120001"})
    void refusesWhatIsOutOfRange(String query) throws Exception {
        Answer answer = browser.search(query, "{}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/description").asText()).contains("must be");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'direction':7}|422",
                "{'direction':['INBOUND',null]}|422",
                "{'voicemail':'true'}|422",
                "{'min_duration':-1}|422",
                "{'max_duration':1.5}|422",
                "{'after':'today'}|422",
                "[]|422",
                "{|400"
            })
    void refusesABodyThatIsNotAsDocumented(String body, int status) throws Exception {
        assertThat(browser.search("", body).status()).isEqualTo(status);
    }

    @Test
    void refusesRequestsWithoutTheKey() throws Exception {
        Answer answer = browser.send(browser.request("/calls/search").build());

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().at("/errors/0/description").asText()).isEqualTo("Not authenticated");
    }

    @Test
    void filtersByOneValueOrSeveral() throws Exception {
        Answer one = browser.search("?limit=200", "{'direction':'INBOUND','max_duration':60000,'voicemail':false}");
        Answer several =
                browser.search("?limit=200", "{'delivery_status':['call_busy','call_failed'],'language':'en'}");

        assertThat(one.json().get("data")).isNotEmpty().allSatisfy(call -> {
            assertThat(call.get("direction").asText()).isEqualTo("INBOUND");
            assertThat(call.get("duration").asLong()).isLessThanOrEqualTo(60_000);
        });
        assertThat(several.json().get("data")).isNotEmpty().allSatisfy(call -> assertThat(
                        call.get("delivery_status").asText())
                .isIn("call_busy", "call_failed"));
        assertThat(several.json().get("total").asInt())
                .isEqualTo(several.json().get("data").size());
    }

    @Test
    void leavesBothEndsOfAWindowOut() throws Exception {
        String newest = SandboxCall.at(3).createdAt().toString();
        String oldest = SandboxCall.at(9).createdAt().toString();

        assertThat(ShiftingBrowser.ids(browser.search("", "{'after':'" + oldest + "','before':'" + newest + "'}")))
                .isEqualTo(ids(IntStream.range(4, 9)));
    }

    @Test
    void writesDatesInThreeForms() throws Exception {
        Set<String> forms = new HashSet<>();
        for (JsonNode call : browser.search("", "{}").json().get("data")) {
            forms.add(call.get("created_at").asText().replaceAll("\\d", "0"));
        }

        assertThat(forms)
                .contains("0000-00-00T00:00:00.000Z", "0000-00-00T00:00:00.000", "0000-00-00T00:00:00.000000Z");
    }

    @Test
    void shiftsItsRowsWhileCallsArrive() throws Exception {
        sandbox.arriveOn(2, 1);

        assertThat(ShiftingBrowser.ids(browser.search("?limit=1", "{}"))).isEqualTo(ids(IntStream.of(0)));
        assertThat(ShiftingBrowser.ids(browser.search("?limit=2", "{}"))).isEqualTo(ids(IntStream.of(120, 0)));
    }

    @Test
    void ignoresThePageAndClampsWhenSetTo() throws Exception {
        sandbox.ignorePlaces().clampTo(3);

        assertThat(ShiftingBrowser.ids(browser.search("?offset=50", "{}"))).isEqualTo(ids(IntStream.range(0, 3)));
    }

    private List<String> ids(IntStream indexes) {
        return indexes.mapToObj(sandbox::id).toList();
    }
}
