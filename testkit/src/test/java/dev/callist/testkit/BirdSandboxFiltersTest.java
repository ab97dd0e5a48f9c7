package dev.callist.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BirdSandboxFiltersTest {
    private final BirdSandbox sandbox = BirdSandbox.start(120);
    private final BirdBrowser browser = new BirdBrowser(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource({"direction, incoming", "direction, outgoing", "type, pstn", "type, sip", "type, webrtc"})
    void filtersByAWord(String parameter, String word) throws Exception {
        assertThat(browser.walkedIds("limit", "9", parameter, word))
                .isNotEmpty()
                .isEqualTo(idsOf(row -> row.get(parameter).textValue().equals(word)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "accepted",
                "starting",
                "ringing",
                "ongoing",
                "completed",
                "no-answer",
                "busy",
                "failed",
                "cancelled",
                "scheduled"
            })
    void filtersByEveryDocumentedStatus(String status) throws Exception {
        assertThat(browser.walkedIds("limit", "2", "status", status))
                .isNotEmpty()
                .isEqualTo(idsOf(row -> row.get("status").textValue().equals(status)));
    }

    @Test
    void includesBothEndsOfAWindow() throws Exception {
        String startAt = SandboxCall.at(40).createdAt().toString();
        String endAt = SandboxCall.at(20).createdAt().toString();

        assertThat(browser.walkedIds("limit", "8", "startAt", startAt, "endAt", endAt))
                .isEqualTo(browser.ids(20, 41));
    }

    @Test
    void takesAWindowWithAnOffset() throws Exception {
        assertThat(browser.walkedIds("startAt", "2026-03-01T13:00:00.000+01:00"))
                .isEqualTo(browser.ids(0, 1));
    }

    @Test
    void findsNothingInAWindowThatIsTurnedRound() throws Exception {
        String startAt = SandboxCall.at(20).createdAt().toString();
        String endAt = SandboxCall.at(40).createdAt().toString();

        assertThat(browser.walk("startAt", startAt, "endAt", endAt))
                .singleElement()
                .satisfies(page -> assertThat(page.rows()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"from", "to"})
    void comparesAddressesAsTheyArePrinted(String parameter) throws Exception {
        String address = rows().get(0).get(parameter).textValue();

        assertThat(browser.walkedIds(parameter, address))
                .contains(sandbox.id(0))
                .isEqualTo(idsOf(row -> row.get(parameter).textValue().equals(address)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5})
    void filtersByDuration(int index) throws Exception {
        long seconds = SandboxCall.at(index).duration().orElseThrow().toSeconds();

        assertThat(browser.walkedIds("duration", Long.toString(seconds)))
                .contains(sandbox.id(index))
                .isEqualTo(idsOf(row -> row.path("duration").asLong(-1) == seconds));
    }

    @Test
    void filtersByIdWithinTheOtherFilters() throws Exception {
        assertThat(browser.walkedIds("id", sandbox.id(77))).containsExactly(sandbox.id(77));
        assertThat(browser.walkedIds("id", sandbox.id(77), "startAt", "2026-03-01T12:00:00Z"))
                .isEmpty();
        assertThat(browser.walkedIds("id", BirdSandbox.CHANNEL_ID)).isEmpty();
    }

    @Test
    void findsCallsWithAnyOfTheTags() throws Exception {
        assertThat(browser.walkedIds("tag", "vip", "tag", "nothing")).isEqualTo(idsOf(row -> hasTag(row, "vip")));
        assertThat(browser.walkedIds("tag", "vip", "tag", "support"))
                .isEqualTo(idsOf(row -> hasTag(row, "vip") || hasTag(row, "support")));
    }

    @Test
    void filtersTheWorkspaceByChannel() throws Exception {
        String other = BirdSandbox.WORKSPACE_ID;

        assertThat(browser.get(BirdBrowser.WORKSPACE_LIST, "channelId", other).rows())
                .isEmpty();
        assertThat(browser.get(BirdBrowser.WORKSPACE_LIST, "channelId", other, "channelId", BirdSandbox.CHANNEL_ID)
                        .rows())
                .hasSize(10);
    }

    @Test
    void joinsFilters() throws Exception {
        assertThat(browser.walkedIds("limit", "4", "direction", "outgoing", "status", "no-answer"))
                .isNotEmpty()
                .isEqualTo(idsOf(row -> row.get("direction").textValue().equals("outgoing")
                        && row.get("status").textValue().equals("no-answer")));
    }

    private List<JsonNode> rows() throws Exception {
        return browser.list("limit", "1000").rows();
    }

    private List<String> idsOf(Predicate<JsonNode> wanted) throws Exception {
        return rows().stream()
                .filter(wanted)
                .map(row -> row.get("id").textValue())
                .toList();
    }

    private static boolean hasTag(JsonNode row, String tag) {
        return row.path("tags").toString().contains("\"" + tag + "\"");
    }
}
