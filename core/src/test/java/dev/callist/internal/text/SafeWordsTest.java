package dev.callist.internal.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeWordsTest {
    private static final String SECRET = "PT-secret-0123";
    private static final List<String> FORMS =
            List.of(SECRET, "Bearer " + SECRET, Base64.getUrlEncoder().encodeToString(SECRET.getBytes(UTF_8)));

    @ParameterizedTest
    @ValueSource(strings = {"InvalidPayload", "20003", "E01001", "not_found", "auth.expired", "a:b-c", "x"})
    void keepsASafeCode(String code) {
        assertThat(SafeWords.code(code, FORMS)).contains(code);
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
        assertThat(SafeWords.code(code, FORMS)).isEmpty();
    }

    @Test
    void keepsASafeRequestId() {
        String id = "0f9f2b1e-1234567890-abcdef";
        assertThat(SafeWords.id(id, FORMS)).contains(id);
        assertThat(SafeWords.id("a".repeat(128), FORMS)).isPresent();
    }

    @Test
    void dropsARequestIdThatIsAbsentLongOrContainsTheSecret() {
        assertThat(SafeWords.id(null, FORMS)).isEmpty();
        assertThat(SafeWords.id("", FORMS)).isEmpty();
        assertThat(SafeWords.id("a".repeat(129), FORMS)).isEmpty();
        assertThat(SafeWords.id("id-" + SECRET, FORMS)).isEmpty();
    }
}
