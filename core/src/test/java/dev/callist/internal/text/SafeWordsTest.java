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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8f3c1a52-6d0e-4b79-9a41-c27be05d1f38",
                "12345678-1234-1234-1234-123456789012",
                "1-65f1a2b3-bd862e3fe1be46a994272793",
                "req_4F8E1234567890AB12345678",
                "0f9f2b1e-123456-abcdef"
            })
    void keepsASafeRequestId(String id) {
        assertThat(SafeWords.id(id, FORMS)).contains(id);
        assertThat(SafeWords.id("a".repeat(128), FORMS)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "912345678",
                "0912345678",
                "555-0163",
                "91.234.56.78",
                "caller:912345678",
                "caller912345678",
                "912345678-8f3c1a52-6d0e-4b79-9a41-c27be05d1f38",
                "447700900123456"
            })
    void dropsARequestIdThatMayContainAPhoneNumber(String id) {
        assertThat(SafeWords.id(id, FORMS)).isEmpty();
    }

    @Test
    void dropsARequestIdThatIsAbsentLongOrContainsTheSecret() {
        assertThat(SafeWords.id(null, FORMS)).isEmpty();
        assertThat(SafeWords.id("", FORMS)).isEmpty();
        assertThat(SafeWords.id("a".repeat(129), FORMS)).isEmpty();
        assertThat(SafeWords.id("id-" + SECRET, FORMS)).isEmpty();
    }
}
