package dev.callist.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import java.net.URI;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigChecksTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "8f3c1a52-6d0e-4b79-9a41-c27be05d1f38", "A_b.c~d-1", "...x"})
    void acceptsAnId(String id) {
        ConfigChecks.id("test", "callId", id);
    }

    @ParameterizedTest
    @CsvSource({
        "'', callId must not be blank",
        "'  ', callId must not be blank",
        ".., callId must not be dots only",
        "., callId must not be dots only",
        "a/b, callId has an illegal character at position 1",
        "../a, callId has an illegal character at position 2",
        "a%2Fb, callId has an illegal character at position 1",
        "a b, callId has a space at position 1",
        "ab?x=1, callId has an illegal character at position 2",
        "ab#, callId has an illegal character at position 2",
        "'ab\r\nX: y', callId has a control character at position 2",
        "caf\u00e9, callId has an illegal character at position 3",
        "\uff41, callId has an illegal character at position 0",
    })
    void refusesAnId(String id, String rule) {
        refuses(() -> ConfigChecks.id("test", "callId", id), rule);
    }

    @ParameterizedTest
    @ValueSource(strings = {"k", "AK-1234_secret.key:/+=", "~!@#$%^&*()"})
    void acceptsASecret(String secret) {
        ConfigChecks.secret("test", "key", secret);
    }

    @ParameterizedTest
    @CsvSource({
        "'', key must not be blank",
        "'  ', key must not be blank",
        "' secret', key has a space at position 0",
        "'sec ret', key has a space at position 3",
        "'secret\n', key ends in a line break; remove it",
        "'secret\r\n', key ends in a line break; remove it",
        "'secret\r\nX: y', key has a control character at position 6",
        "'secret\u0000', key has a control character at position 6",
        "secr\u00e9t, key has an illegal character at position 4",
        "secret\u007f, key has a control character at position 6",
    })
    void refusesASecret(String secret, String rule) {
        CallListException e = refuses(() -> ConfigChecks.secret("test", "key", secret), rule);
        assertThat(e.getMessage()).doesNotContain("secr");
    }

    @Test
    void takesASecretOfEightKibibytesAtMost() {
        ConfigChecks.secret("test", "key", "k".repeat(8192));
        refuses(
                () -> ConfigChecks.secret("test", "key", "k".repeat(8193)),
                "key must not be longer than 8192 characters");
    }

    @Test
    void refusesNoSecretAtAll() {
        refuses(() -> ConfigChecks.secret("test", "key", null), "key must not be blank");
    }

    @Test
    void takesExactlyOneSourceOfASecret() {
        assertThat(ConfigChecks.source("test", "key", Optional.of("k"), Optional.empty())
                        .get())
                .isEqualTo("k");
        assertThat(ConfigChecks.source("test", "key", Optional.empty(), Optional.of(() -> "s"))
                        .get())
                .isEqualTo("s");
        refuses(
                () -> ConfigChecks.source("test", "key", Optional.empty(), Optional.empty()),
                "key is missing: set key or options.credentials");
        refuses(
                () -> ConfigChecks.source("test", "key", Optional.of("k"), Optional.of(() -> "s")),
                "set either key or options.credentials, not both");
        refuses(
                () -> ConfigChecks.source("test", "key", Optional.of("k k"), Optional.empty()),
                "key has a space at position 1");
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.example.org, https://api.example.org/",
        "https://api.example.org/, https://api.example.org/",
        "https://api.example.org:8443/v1, https://api.example.org:8443/v1",
        "HTTPS://API.EXAMPLE.ORG/V1/, https://api.example.org/V1/",
        "http://localhost:8080/x, http://localhost:8080/x",
        "http://127.0.0.1:1, http://127.0.0.1:1/",
        "http://127.8.9.10, http://127.8.9.10/",
        "http://[::1]:80/, http://[::1]/",
    })
    void acceptsABaseUrl(URI base, String url) {
        assertThat(ConfigChecks.baseUrl("test", base)).hasToString(url);
    }

    @ParameterizedTest
    @CsvSource({
        "http://api.example.org, baseUrl must be https; http is allowed for loopback addresses only",
        "http://localhost.example.org, baseUrl must be https; http is allowed for loopback addresses only",
        "http://127.0.0.1.example.org, baseUrl must be https; http is allowed for loopback addresses only",
        "http://128.0.0.1, baseUrl must be https; http is allowed for loopback addresses only",
        "http://0.0.0.0, baseUrl must be https; http is allowed for loopback addresses only",
        "http://[::2], baseUrl must be https; http is allowed for loopback addresses only",
        "ftp://api.example.org, baseUrl must be an absolute http or https URL",
        "file:///etc/hosts, baseUrl must be an absolute http or https URL",
        "api.example.org, baseUrl must be an absolute http or https URL",
        "//api.example.org/v1, baseUrl must be an absolute http or https URL",
        "https:api.example.org, baseUrl must be an absolute http or https URL",
        "https:/v1, baseUrl must be an absolute http or https URL",
        "'', baseUrl must be an absolute http or https URL",
        "https://user@api.example.org, baseUrl must not contain a user",
        "https://user:secret@api.example.org, baseUrl must not contain a user",
        "https://@api.example.org, baseUrl must not contain a user",
        "https://api.example.org?key=secret, baseUrl must not have a query or fragment",
        "https://api.example.org/?, baseUrl must not have a query or fragment",
        "https://api.example.org/#secret, baseUrl must not have a query or fragment",
    })
    void refusesABaseUrl(URI base, String rule) {
        refuses(() -> ConfigChecks.baseUrl("test", base), rule);
    }

    private static CallListException refuses(ThrowingCallable check, String rule) {
        CallListException e = catchThrowableOfType(CallListException.class, check);
        assertThat(e.kind()).isEqualTo(Kind.INVALID_CONFIG);
        assertThat(e).hasMessage("test: INVALID_CONFIG: " + rule);
        return e;
    }
}
