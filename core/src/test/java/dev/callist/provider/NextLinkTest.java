package dev.callist.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NextLinkTest {
    private static final HttpUrl LIST = HttpUrl.get("https://api.example.com/api/laml/Accounts/p1/Calls");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.example.com/api/laml/Accounts/p1/Calls?Page=2",
                "https://api.example.com:443/api/laml/Accounts/p1/Calls.json?Page=2",
                "//api.example.com/api/laml/Accounts/p1/Calls?Page=2",
                "/api/laml/Accounts/p1/Calls.json?Page=2",
                "/Accounts/p1/Calls?Page=2&a=//x@y",
                "?Page=2"
            })
    void readsALinkToOurOwnList(String text) {
        assertThat(read(text).parameter("Page")).contains("2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.example.com/api/laml/Accounts/p1/Calls?Page=2",
                "https://api.example.org/api/laml/Accounts/p1/Calls?Page=2",
                "https://api.example.com:444/api/laml/Accounts/p1/Calls?Page=2",
                "https://user@api.example.com/api/laml/Accounts/p1/Calls?Page=2",
                "https://user:word@api.example.com/api/laml/Accounts/p1/Calls?Page=2",
                "https://@api.example.com/api/laml/Accounts/p1/Calls?Page=2",
                "/api/laml/Accounts/p2/Calls?Page=2",
                "/api/laml/Accounts/p1/Calls/?Page=2",
                "/api/laml/Accounts/p1/Messages.json?Page=2",
                "\\\\api.example.com/api/laml/Accounts/p1/Calls",
                "/api/laml/Accounts/p1/Calls? Page=2",
                "/api/laml/Accounts/p1/Calls?Page=\u0662",
                "javascript:alert(1)",
                "https://"
            })
    void refusesALinkThatLeadsAwayWithoutQuotingIt(String text) {
        assertThatThrownBy(() -> read(text))
                .hasMessage("test: FOREIGN_LINK: the next page's link does not lead to this lister's list");
    }

    @Test
    void readsALinkOfEightKilobytesAndNoLongerOne() {
        String longest = "?Page=2" + "x".repeat((8 << 10) - 7);

        assertThat(read(longest).parameter("Page")).isPresent();
        assertThatThrownBy(() -> read(longest + "x")).hasMessageContaining("FOREIGN_LINK");
    }

    @Test
    void takesABlankParameterForNone() {
        NextLink link = read("?Page=%20&PageToken=PA1&Size");

        assertThat(link.parameter("Page")).isEmpty();
        assertThat(link.parameter("Size")).isEmpty();
        assertThat(link.parameter("Other")).isEmpty();
        assertThat(link.parameter("PageToken")).contains("PA1");
        assertThat(link).hasToString("NextLink[api.example.com]");
    }

    @Test
    void readsAParameterAsItIsInTheLink() {
        NextLink link = read("?Page=%20&PageToken=PA+1%2b%C3%A9&Size&PageToken=2&=3");

        assertThat(link.encodedParameter("PageToken")).contains("PA+1%2b%C3%A9");
        assertThat(link.parameter("PageToken")).contains("PA 1+\u00e9");
        assertThat(link.encodedParameter("Page")).isEmpty();
        assertThat(link.encodedParameter("Size")).isEmpty();
        assertThat(read("").encodedParameter("Page")).isEmpty();
        assertThat(read("  ?Page=1\n").encodedParameter("Page")).contains("1");
    }

    private static NextLink read(String text) {
        return NextLink.of("test", text, LIST, "/api/laml");
    }
}
