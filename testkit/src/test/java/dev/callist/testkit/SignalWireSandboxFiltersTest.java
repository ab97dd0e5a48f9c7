package dev.callist.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callist.testkit.internal.laml.LamlTime;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignalWireSandboxFiltersTest {
    private final SignalWireSandbox sandbox = SignalWireSandbox.start(120);
    private final SignalWireBrowser browser = new SignalWireBrowser(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"queued", "ringing", "in-progress", "canceled", "completed", "busy", "failed", "no-answer"})
    void filtersByEveryDocumentedStatus(String status) throws Exception {
        assertThat(browser.walkedIds("PageSize", "2", "Status", status))
                .isNotEmpty()
                .isEqualTo(idsOf(row -> row.get("status").textValue().equals(status)));
    }

    @ParameterizedTest
    @CsvSource({"From, from", "To, to"})
    void comparesAddressesAsTheyArePrinted(String parameter, String field) throws Exception {
        for (JsonNode wanted : rows().subList(0, 12)) {
            String address = wanted.get(field).textValue();

            assertThat(browser.walkedIds("PageSize", "3", parameter, address))
                    .contains(wanted.get("sid").textValue())
                    .isEqualTo(idsOf(row -> row.get(field).textValue().equals(address)));
        }
        assertThat(browser.walkedIds(parameter, "2025550160")).isEmpty();
    }

    @Test
    void findsTheLegsOfACall() throws Exception {
        String parent = rows().stream()
                .map(row -> row.get("parent_call_sid"))
                .filter(JsonNode::isTextual)
                .findFirst()
                .orElseThrow()
                .textValue();

        assertThat(browser.walkedIds("ParentCallSid", parent))
                .hasSize(1)
                .isEqualTo(idsOf(row -> parent.equals(row.get("parent_call_sid").textValue())));
    }

    @ParameterizedTest
    @CsvSource({"StartTime, start_time", "EndTime, end_time"})
    void filtersByWhenACallStartedAndEnded(String parameter, String field) throws Exception {
        String date = rows().get(51).get(field).textValue();
        long second = second(date);

        assertThat(browser.walkedIds(parameter, date))
                .contains(sandbox.id(51))
                .isEqualTo(idsOf(row -> row.get(field).isTextual() && second(row, field) == second));
        assertThat(browser.walkedIds("PageSize", "9", parameter + "<", date))
                .isEqualTo(idsOf(row -> row.get(field).isTextual() && second(row, field) <= second));
        assertThat(browser.walkedIds("PageSize", "9", parameter + ">", date))
                .isEqualTo(idsOf(row -> row.get(field).isTextual() && second(row, field) >= second));
    }

    @Test
    void joinsFiltersAndTakesADateInGmt() throws Exception {
        assertThat(browser.walkedIds(
                        "StartTime>", "Sun, 1 Mar 2026 09:00:00 GMT",
                        "StartTime<", "Sun, 01 Mar 2026 10:00:00 +0000",
                        "Status", "completed"))
                .isNotEmpty()
                .isEqualTo(idsOf(row -> row.get("status").textValue().equals("completed")
                        && second(row, "start_time") >= second("Sun, 01 Mar 2026 09:00:00 +0000")
                        && second(row, "start_time") <= second("Sun, 01 Mar 2026 10:00:00 +0000")));
    }

    private static long second(JsonNode row, String field) {
        return second(row.get(field).textValue());
    }

    private static long second(String date) {
        return LamlTime.read(date).orElseThrow().getEpochSecond();
    }

    private List<JsonNode> rows() throws Exception {
        return SignalWireBrowser.rows(browser.list("PageSize", "1000"));
    }

    private List<String> idsOf(Predicate<JsonNode> wanted) throws Exception {
        return rows().stream()
                .filter(wanted)
                .map(row -> row.get("sid").textValue())
                .toList();
    }
}
