package dev.callist.benchmarks.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TwilioListTest {
    private static final JsonMapper MAPPER = new JsonMapper();

    @Test
    void writesRowsOfTwilioSizeAfterTheLinkToTheNextPage() throws IOException {
        String page = new String(
                new TwilioList(3).respond("GET", "/api/Calls?PageSize=2", new byte[0]), StandardCharsets.US_ASCII);
        JsonNode read = MAPPER.readTree(page);

        assertThat(page.indexOf("next_page_uri")).isLessThan(page.indexOf("\"calls\""));
        assertThat(read.path("calls")).hasSize(2);
        assertThat(read.path("calls").path(0).path("date_created").asText())
                .isEqualTo("Sun, 01 Nov 2026 00:00:00 +0000");
        assertThat(read.path("calls").path(1).path("sid").asText()).isEqualTo("CA00000000000000000000000000000002");
        assertThat(TwilioRows.rows(0, 1)).hasSize(2_150);
    }

    @Test
    void servesEachCallOfATimeRangeOnce() throws IOException {
        String range = "StartTime%3E=Sat%2C%2031%20Oct%202026%2023%3A58%3A21%20%2B0000"
                + "&StartTime%3C=Sat%2C%2031%20Oct%202026%2023%3A59%3A51%20%2B0000";
        List<String> sids = new ArrayList<>();
        String target = "/api/Calls?PageSize=4&" + range;
        while (target != null) {
            JsonNode page = MAPPER.readTree(new TwilioList(1000).respond("GET", target, new byte[0]));
            page.path("calls")
                    .forEach(call -> sids.add(call.path("sid").asText().substring(30)));
            target = page.path("next_page_uri").textValue();
        }

        assertThat(sids)
                .containsExactly("0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009", "0010", "0011");
    }
}
