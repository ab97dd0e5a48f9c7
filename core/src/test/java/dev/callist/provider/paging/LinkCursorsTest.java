package dev.callist.provider.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.Cursor;
import dev.callist.provider.PageToken;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkCursorsTest {
    private static final LinkCursors CURSORS =
            new LinkCursors("acme", HttpUrl.get("https://api.example.com/v1/calls"), "", "number", "after");

    private static Kind failure(Runnable step) {
        return catchThrowableOfType(CallListException.class, step::run).kind();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/calls?number=2&after=x&from=%2B1, number=2&after=x, true",
        "https://api.example.com/v1/calls?after=x%2B1, after=x%2B1, true",
        "?number=2, number=2, false"
    })
    void takesNumberAndTokenOfALinkAsTheyAre(String link, String cursor, boolean isStable) {
        Cursor next = CURSORS.next(new PageToken(link)).orElseThrow();

        assertThat(next.text()).isEqualTo(cursor);
        assertThat(CURSORS.isStable(next)).isEqualTo(isStable);
        assertThat(CURSORS.url(next)).hasToString("https://api.example.com/v1/calls?" + cursor);
    }

    @Test
    void endsWithoutALink() {
        assertThat(CURSORS.next(null)).isEmpty();
        assertThat(CURSORS.next(new PageToken(" "))).isEmpty();
    }

    @Test
    void startsAtTheListItself() {
        assertThat(CURSORS.url(Cursor.FIRST)).hasToString("https://api.example.com/v1/calls");
        assertThat(CURSORS.isStable(Cursor.FIRST)).isTrue();
    }

    @Test
    void refusesALinkThatLeadsAwayOrToNoPage() {
        assertThat(failure(() -> CURSORS.next(new PageToken("https://evil.example.com/v1/calls?number=2"))))
                .isEqualTo(Kind.FOREIGN_LINK);
        assertThat(failure(() -> CURSORS.next(new PageToken("/v1/calls?page=2"))))
                .isEqualTo(Kind.BAD_RESPONSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"junk", "number=", "after=x&number=2", "from=x", "number=2&after=x&from=y"})
    void refusesACursorOfAnotherForm(String cursor) {
        assertThat(failure(() -> CURSORS.url(new Cursor(cursor)))).isEqualTo(Kind.INVALID_RESUME_POINT);
    }
}
