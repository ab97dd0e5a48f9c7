package dev.callist.signalwire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignalWireConfigTest {
    private static SignalWireConfigBuilder builder() {
        return SignalWireConfig.builder().projectId("p1").apiToken("PT1");
    }

    private static void isRefused(SignalWireConfigBuilder config, String word) {
        CallListException failure = catchThrowableOfType(CallListException.class, config::build);
        assertThat(failure.kind()).isEqualTo(Kind.INVALID_CONFIG);
        assertThat(failure.failure().provider()).isEqualTo("signalwire");
        assertThat(failure.getMessage()).contains(word).doesNotContain("PT1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"example", "a", "my-space-2", "abcdefghijklmnopqrstuvwxyz0123456789-abcdefghijklmnopqrstuvwxyz"})
    void makesTheHostOfTheSpace(String space) {
        SignalWireConfig config = builder().space(space).build();

        assertThat(config.httpUrl()).hasToString("https://" + space + ".signalwire.com/");
        assertThat(config).hasToString("SignalWireConfig[project p1, " + space + ".signalwire.com]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Example",
                "example.signalwire.com",
                "evil.example/",
                "evil.example#",
                "evil.example?",
                "evil.example\\",
                "example.signalwire.com:443",
                "example\r",
                "example\n",
                "a@b",
                "a b",
                "a:80",
                "é",
                "a\n",
                "0123456789012345678901234567890123456789012345678901234567890123"
            })
    void refusesASpaceThatIsNotALabel(String space) {
        isRefused(builder().space(space), "space");
    }

    @Test
    void wantsExactlyOneOfSpaceAndBaseUrl() {
        isRefused(builder(), "space");
        isRefused(builder().space("example").baseUrl(URI.create("https://example.signalwire.com")), "not both");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.signalwire.com",
                "https://user@example.signalwire.com",
                "https://example.signalwire.com?x=1",
                "https://example.signalwire.com/api/laml",
                "https://example.signalwire.com/api/laml/2010-04-01/",
                "example.signalwire.com"
            })
    void refusesABaseUrlThatIsNotARoot(String baseUrl) {
        isRefused(builder().baseUrl(URI.create(baseUrl)), "baseUrl");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8080", "http://localhost/", "https://proxy.example.com/"})
    void takesABaseUrl(String baseUrl) {
        assertThat(builder().baseUrl(URI.create(baseUrl)).build().baseUrl()).contains(URI.create(baseUrl));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "..", "a/b", "a:b", "a\nb", "é"})
    void refusesAnInvalidProjectId(String projectId) {
        isRefused(builder().space("example").projectId(projectId), "projectId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "PT 1", "PT\r\nX: 1", "PTé"})
    void refusesATokenThatNoHeaderCanCarry(String token) {
        isRefused(builder().space("example").apiToken(token), "apiToken");
    }

    @Test
    void wantsOneSourceOfTheToken() {
        ClientOptions supplied =
                ClientOptions.builder().credentials(() -> "PT1").build();

        isRefused(SignalWireConfig.builder().projectId("p1").space("example"), "apiToken");
        isRefused(builder().space("example").options(supplied), "not both");
        assertThat(SignalWireConfig.builder()
                        .projectId("p1")
                        .space("example")
                        .options(supplied)
                        .build()
                        .options())
                .isEqualTo(supplied);
    }

    @Test
    void bindsAPlanToHostAndProject() {
        try (SignalWireCalls calls =
                SignalWireCalls.create(builder().space("example").build())) {
            assertThat(calls.plan(CallQuery.all()).identity())
                    .isEqualTo("https://example.signalwire.com/api/laml/2010-04-01/Accounts/p1/Calls");
            assertThat(calls.provider()).isEqualTo("signalwire");
        }
    }
}
