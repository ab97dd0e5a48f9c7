package dev.callist.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    private static final String SECRET = "PT-secret-0123";

    @ParameterizedTest
    @ValueSource(strings = {"InvalidPayload", "20003", "E01001", "not_found", "auth.expired", "a:b-c", "x"})
    void letsACodeThrough(String code) {
        assertThat(Words.code(code, SECRET)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "two words",
                "+12125550123",
                "12125550123",
                "1234567",
                "212-555-0123",
                "1.212.555.0123",
                "caller:447700-900123",
                "tab\there",
                "line\nbreak",
                "\u001b[31mred",
                "caf\u00e9",
                "\u0661\u0662\u0663",
                "a/b",
                "name@example.org",
                "PT-secret-0123",
                "code-PT-secret-0123-x",
                "secret-0123",
                "UFQtc2VjcmV0LTAxMjM",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void dropsWhatMayBeANumberASecretOrText(String code) {
        assertThat(Words.code(code, SECRET)).isEmpty();
    }

    @Test
    void letsARequestIdThrough() {
        String id = "0f9f2b1e-1234567890-abcdef";
        assertThat(Words.id(id, SECRET)).contains(id);
        assertThat(Words.id("a".repeat(128), SECRET)).isPresent();
    }

    @Test
    void dropsARequestIdThatIsAbsentLongOrTellsTheSecret() {
        assertThat(Words.id(null, SECRET)).isEmpty();
        assertThat(Words.id("", SECRET)).isEmpty();
        assertThat(Words.id("a".repeat(129), SECRET)).isEmpty();
        assertThat(Words.id("id-" + SECRET, SECRET)).isEmpty();
    }
}
