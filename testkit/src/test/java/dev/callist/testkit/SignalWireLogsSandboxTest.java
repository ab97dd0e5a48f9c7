package dev.callist.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignalWireLogsSandboxTest {
    private static final String LIST = "/api/voice/logs";

    private final SignalWireLogsSandbox sandbox = SignalWireLogsSandbox.start(60);
    private final SignalWireBrowser browser = new SignalWireBrowser(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    private static List<JsonNode> rows(Answer page) {
        return StreamSupport.stream(page.json().get("data").spliterator(), false)
                .toList();
    }

    private static List<String> ids(Answer page) {
        return rows(page).stream().map(row -> row.get("id").textValue()).toList();
    }

    /** Follows the links, which are absolute and repeat the filters, unchanged to the end of the log. */
    private List<String> walkedIds(String... parameters) throws IOException {
        List<String> all = new ArrayList<>();
        Answer page = browser.get(LIST, parameters);
        all.addAll(ids(page));
        while (page.json().at("/links/next").isTextual()) {
            String next = page.json().at("/links/next").textValue();
            assertThat(next).startsWith(sandbox.url() + LIST + "?");
            page = browser.get(next);
            all.addAll(ids(page));
        }
        return all;
    }

    @Test
    void pagesThroughAllEntriesNewestFirst() throws Exception {
        assertThat(walkedIds("page_size", "25")).isEqualTo(browser.ids(0, 60));
        assertThat(sandbox.requestCount()).isEqualTo(3);
        assertThat(ids(browser.get(LIST))).isEqualTo(browser.ids(0, 50));
        assertThat(browser.get(LIST, "page_size", "60").json().get("links").has("next"))
                .isFalse();
    }

    @Test
    void linksToThePreviousPage() throws Exception {
        Answer first = browser.get(LIST, "page_size", "25");
        Answer second = browser.get(first.json().at("/links/next").textValue());

        assertThat(first.json().get("links").has("prev")).isFalse();
        assertThat(ids(browser.get(second.json().at("/links/prev").textValue())))
                .isEqualTo(ids(first));
        assertThat(ids(browser.get(second.json().at("/links/first").textValue())))
                .isEqualTo(ids(first));
    }

    @ParameterizedTest
    @CsvSource({
        "created_after, 2026-03-01, 2026-03-01T00:00:00Z, 2026-04-01T00:00:00Z",
        "created_before, 2026-03-01, 2026-01-01T00:00:00Z, 2026-03-01T00:00:00Z",
        "created_on, 2026-02-28, 2026-02-28T00:00:00Z, 2026-03-01T00:00:00Z"
    })
    void selectsByDaysInUtc(String parameter, String day, Instant from, Instant before) throws Exception {
        try (SignalWireLogsSandbox large = SignalWireLogsSandbox.start(900)) {
            List<String> listed = ids(new SignalWireBrowser(large).get(LIST, "page_size", "1000", parameter, day));
            List<String> expected = new ArrayList<>();
            for (int index = 0; index < 900; index++) {
                Instant created = SandboxCall.at(index).createdAt();
                if (!created.isBefore(from) && created.isBefore(before)) {
                    expected.add(large.id(index));
                }
            }
            assertThat(listed).isNotEmpty().isEqualTo(expected);
        }
    }

    @Test
    void showsDeletedEntriesOnlyIfAsked() throws Exception {
        try (SignalWireLogsSandbox some = SignalWireLogsSandbox.startWithDeleted(60)) {
            SignalWireBrowser reader = new SignalWireBrowser(some);
            assertThat(ids(reader.get(LIST, "page_size", "60"))).hasSize(54).doesNotContain(some.id(5));
            List<JsonNode> all = rows(reader.get(LIST, "page_size", "60", "include_deleted", "true"));
            assertThat(all).hasSize(60);
            assertThat(all.get(5).fieldNames()).toIterable().containsExactly("id", "discarded_at", "created_at");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "page_size, 0",
        "page_size, 1001",
        "page_number, 1",
        "page_token, PA1",
        "created_on, yesterday",
        "created_before, 2026-02-30",
        "include_deleted, maybe"
    })
    void refusesAParameterAndNamesIt(String parameter, String value) throws Exception {
        Answer answer = browser.get(LIST, parameter, value);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/attribute").textValue())
                .isEqualTo(parameter.equals("page_number") ? "page_token" : parameter);
        assertThat(answer.json().at("/errors/0/message").textValue()).doesNotContain("yesterday", "maybe");
    }

    @Test
    void findsAnEntryByItsIdAndNotBySid() throws Exception {
        assertThat(browser.get(LIST + "/" + sandbox.id(7)).json().get("id").textValue())
                .isEqualTo(sandbox.id(7));
        assertThat(browser.get(LIST + "/" + SandboxCall.at(7).id()).status()).isEqualTo(404);
        assertThat(browser.get(LIST + "/" + sandbox.id(7) + "/events").status()).isEqualTo(404);
    }
}
