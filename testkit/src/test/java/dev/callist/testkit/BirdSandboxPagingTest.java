package dev.callist.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.testkit.internal.bird.BirdPageToken;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BirdSandboxPagingTest {
    private final BirdSandbox sandbox = BirdSandbox.start(25);
    private final BirdBrowser browser = new BirdBrowser(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void pagesThroughAllCallsNewestFirst() throws Exception {
        List<Answer> pages = browser.walk("limit", "7");

        assertThat(pages).extracting(page -> page.rows().size()).containsExactly(7, 7, 7, 4);
        assertThat(pages).flatMap(Answer::ids).isEqualTo(browser.ids(0, 25));
        assertThat(sandbox.requestCount()).isEqualTo(4);
    }

    @Test
    void endsAListWithoutAToken() throws Exception {
        assertThat(browser.list("limit", "26").json().has("nextPageToken")).isFalse();
        assertThat(browser.list("limit", "24").json().has("nextPageToken")).isTrue();
    }

    @Test
    void returnsAnEmptyPageAfterALastPageThatIsFull() throws Exception {
        List<Answer> pages = browser.walk("limit", "25");

        assertThat(pages).extracting(page -> page.rows().size()).containsExactly(25, 0);
        assertThat(pages.get(1).body()).isEqualTo("{\"results\":[]}");
    }

    @Test
    void returnsTenCallsWithoutALimit() throws Exception {
        assertThat(browser.list().ids()).isEqualTo(browser.ids(0, 10));
    }

    @Test
    void makesItsTokenOfTheLastRow() throws Exception {
        Answer page = browser.list("limit", "3");
        SandboxCall last = SandboxCall.at(2);

        assertThat(new String(Base64.getDecoder().decode(page.token().orElseThrow()), StandardCharsets.UTF_8))
                .isEqualTo("[" + last.createdAt().toEpochMilli() + ",\"" + last.id() + "\"]");
    }

    @Test
    void takesATokenWithAnotherLimitAndForgetsTheFilters() throws Exception {
        String token = browser.list("limit", "5", "status", "completed").token().orElseThrow();
        int place = browser.ids(0, 25)
                        .indexOf(browser.list("limit", "5", "status", "completed")
                                .ids()
                                .get(4))
                + 1;

        assertThat(browser.list("limit", "4", "pageToken", token).ids()).isEqualTo(browser.ids(place, place + 4));
    }

    @Test
    void listsTheWorkspaceAsWell() throws Exception {
        assertThat(browser.get(BirdBrowser.WORKSPACE_LIST, "limit", "100").ids())
                .isEqualTo(browser.ids(0, 25));
    }

    @Test
    void hasNothingToListWhenItHasNoCalls() throws Exception {
        try (BirdSandbox empty = BirdSandbox.start(0)) {
            assertThat(new BirdBrowser(empty).list().body()).isEqualTo("{\"results\":[]}");
        }
    }

    @Test
    void findsItsPlaceInAMillionCalls() throws Exception {
        try (BirdSandbox large = BirdSandbox.start(1_000_000)) {
            BirdBrowser reader = new BirdBrowser(large);
            String token = BirdPageToken.after(SandboxCall.at(999_996)).token();

            assertThat(reader.list("pageToken", token).ids()).isEqualTo(reader.ids(999_997, 1_000_000));
        }
    }
}
