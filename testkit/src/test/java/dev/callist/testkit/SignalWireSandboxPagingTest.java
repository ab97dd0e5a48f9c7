package dev.callist.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignalWireSandboxPagingTest {
    private static final String LIST = SignalWireBrowser.LIST;

    private final SignalWireSandbox sandbox = SignalWireSandbox.start(60);
    private final SignalWireBrowser browser = new SignalWireBrowser(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void pagesThroughAllCallsNewestFirst() throws Exception {
        List<Answer> pages = browser.walk("PageSize", "25");

        assertThat(pages)
                .extracting(page -> SignalWireBrowser.rows(page).size())
                .containsExactly(25, 25, 10);
        assertThat(pages).flatMap(SignalWireBrowser::ids).isEqualTo(browser.ids(0, 60));
        assertThat(sandbox.requestCount()).isEqualTo(3);
    }

    @Test
    void returnsFiftyCallsWithoutASize() throws Exception {
        Answer page = browser.list();

        assertThat(SignalWireBrowser.ids(page)).isEqualTo(browser.ids(0, 50));
        assertThat(page.json().get("page_size").intValue()).isEqualTo(50);
    }

    @Test
    void linksItsPagesRelativelyToTheHostWithThePrefixInThem() throws Exception {
        JsonNode first = browser.list("PageSize", "25").json();
        JsonNode second = browser.get(first.get("next_page_uri").textValue()).json();

        assertThat(first.get("uri").textValue()).isEqualTo(LIST + "?Page=0&PageSize=25");
        assertThat(first.get("first_page_uri").textValue()).isEqualTo(LIST + "?Page=0&PageSize=25");
        assertThat(first.get("next_page_uri").textValue())
                .isEqualTo(LIST + "?Page=1&PageSize=25&PageToken=PA" + sandbox.id(24));
        assertThat(first.get("previous_page_uri").isNull()).isTrue();
        assertThat(first.get("page").intValue()).isZero();
        assertThat(second.get("page").intValue()).isEqualTo(1);
        assertThat(second.get("previous_page_uri").textValue())
                .isEqualTo(LIST + "?Page=0&PageSize=25&PageToken=PB" + sandbox.id(25));
    }

    @Test
    void hasNullForALinkAtTheEndsAlsoAfterAFullPage() throws Exception {
        JsonNode only = browser.list("PageSize", "60").json();

        assertThat(only.get("next_page_uri").isNull()).isTrue();
        assertThat(only.get("previous_page_uri").isNull()).isTrue();
        assertThat(browser.list("PageSize", "59").json().get("next_page_uri").isTextual())
                .isTrue();
    }

    @Test
    void returnsTheOriginalAddress() throws Exception {
        List<Answer> pages = browser.walk("PageSize", "25", "Status", "completed");
        Answer back = pages.get(pages.size() - 1);
        List<String> ids = new ArrayList<>(SignalWireBrowser.ids(back));
        for (int i = pages.size() - 1; i > 0; i--) {
            back = browser.get(back.json().get("previous_page_uri").textValue());
            ids.addAll(0, SignalWireBrowser.ids(back));
        }

        assertThat(back.json().get("previous_page_uri").isNull()).isTrue();
        assertThat(ids).isEqualTo(browser.walkedIds("Status", "completed"));
    }

    @Test
    void repeatsTheFiltersInItsLinks() throws Exception {
        String link = SignalWireBrowser.next(browser.list(
                        "PageSize", "2", "Status", "completed", "StartTime<", "Sun, 01 Mar 2026 12:00:00 +0000"))
                .orElseThrow();

        assertThat(link)
                .startsWith(LIST + "?Status=completed&StartTime%3C=Sun%2C%2001%20Mar%202026%2012%3A00%3A00%20%2B0000"
                        + "&Page=1&PageSize=2&PageToken=PA");
    }

    @Test
    void goesByTheTokenAndNotByThePage() throws Exception {
        assertThat(SignalWireBrowser.ids(browser.list("PageSize", "5", "Page", "7", "PageToken", "PA" + sandbox.id(9))))
                .isEqualTo(browser.ids(10, 15));
    }

    @Test
    void countsPagesIfThereIsNoToken() throws Exception {
        assertThat(SignalWireBrowser.ids(browser.list("PageSize", "5", "Page", "3")))
                .isEqualTo(browser.ids(15, 20));
        assertThat(SignalWireBrowser.ids(browser.list("PageSize", "5", "Page", "12")))
                .isEmpty();
        assertThat(SignalWireBrowser.ids(browser.list("PageSize", "1000", "Page", "999999999")))
                .isEmpty();
    }

    @Test
    void hasNothingToListWhenItHasNoCalls() throws Exception {
        try (SignalWireSandbox empty = SignalWireSandbox.start(0)) {
            JsonNode page = new SignalWireBrowser(empty).list().json();

            assertThat(page.get("calls")).isEmpty();
            assertThat(page.get("next_page_uri").isNull()).isTrue();
        }
    }

    @Test
    void findsItsPlaceInAMillionCalls() throws Exception {
        try (SignalWireSandbox large = SignalWireSandbox.start(1_000_000)) {
            SignalWireBrowser reader = new SignalWireBrowser(large);

            assertThat(SignalWireBrowser.ids(reader.list("PageToken", "PA" + large.id(999_996))))
                    .isEqualTo(reader.ids(999_997, 1_000_000));
        }
    }

    @Test
    void returnsAnEmptyPageBetweenTwoOthers() throws Exception {
        sandbox.emptyPageOn(1).emptyPageOn(3).emptyPageOn(4);
        List<Answer> pages = browser.walk("PageSize", "25");

        assertThat(pages)
                .extracting(page -> SignalWireBrowser.rows(page).size())
                .containsExactly(0, 25, 0, 0, 25, 10);
        assertThat(pages).flatMap(SignalWireBrowser::ids).isEqualTo(browser.ids(0, 60));
        assertThat(pages)
                .flatMap(page -> SignalWireBrowser.next(page).stream().toList())
                .doesNotHaveDuplicates();
    }

    @Test
    void leadsFromTheFirstPageToTheFirstPage() throws Exception {
        sandbox.repeatPlaceOn(1).repeatPlaceOn(2);
        Optional<String> first = SignalWireBrowser.next(browser.list("PageSize", "25"));
        Answer second = browser.get(first.orElseThrow());

        assertThat(SignalWireBrowser.ids(second)).isEqualTo(browser.ids(0, 25));
        assertThat(SignalWireBrowser.next(second)).isEqualTo(first);
    }
}
