package dev.callist.twilio;

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

class TwilioConfigTest {
    private static TwilioConfigBuilder builder() {
        return TwilioConfig.builder().accountSid("AC1").authToken("secret1");
    }

    private static void isRefused(TwilioConfigBuilder config, String word) {
        CallListException failure = catchThrowableOfType(CallListException.class, config::build);
        assertThat(failure.kind()).isEqualTo(Kind.INVALID_CONFIG);
        assertThat(failure.failure().provider()).isEqualTo("twilio");
        assertThat(failure.getMessage()).contains(word).doesNotContain("secret1");
    }

    @Test
    void usesTwiliosHostUnlessThereIsAnother() {
        TwilioConfig config = builder().build();

        assertThat(config.httpUrl()).hasToString("https://api.twilio.com/");
        assertThat(config).hasToString("TwilioConfig[account AC1, api.twilio.com]");
        assertThat(builder()
                        .baseUrl(URI.create("https://api.dublin.ie1.twilio.com"))
                        .build()
                        .httpUrl())
                .hasToString("https://api.dublin.ie1.twilio.com/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "SK:1", "SK/1", "SK 1"})
    void refusesAnInvalidUsername(String username) {
        isRefused(builder().username(username), "username");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.twilio.com",
                "https://user@api.twilio.com",
                "https://api.twilio.com?x=1",
                "https://api.twilio.com/2010-04-01/Accounts",
                "https://api.twilio.com/2010-04-01/Accounts/AC1/",
                "api.twilio.com"
            })
    void refusesABaseUrlThatIsNotARoot(String baseUrl) {
        isRefused(builder().baseUrl(URI.create(baseUrl)), "baseUrl");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8080", "http://localhost/", "https://proxy.example.com/"})
    void takesAnotherBaseUrl(String baseUrl) {
        assertThat(builder().baseUrl(URI.create(baseUrl)).build().baseUrl()).isEqualTo(URI.create(baseUrl));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "..", "a/b", "a:b", "a\nb", "é"})
    void refusesAnInvalidAccountSid(String accountSid) {
        isRefused(builder().accountSid(accountSid), "accountSid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "se cret", "se\r\nX: 1", "é"})
    void refusesATokenThatNoHeaderCanCarry(String token) {
        isRefused(builder().authToken(token), "authToken");
    }

    @Test
    void wantsOneSourceOfTheToken() {
        ClientOptions supplied =
                ClientOptions.builder().credentials(() -> "secret1").build();

        isRefused(TwilioConfig.builder().accountSid("AC1"), "authToken");
        isRefused(builder().options(supplied), "not both");
        assertThat(TwilioConfig.builder()
                        .accountSid("AC1")
                        .options(supplied)
                        .build()
                        .options())
                .isEqualTo(supplied);
    }

    @Test
    void bindsAPlanToHostAndAccount() {
        try (TwilioCalls calls = TwilioCalls.create(builder().build())) {
            assertThat(calls.plan(CallQuery.all()).identity())
                    .isEqualTo("https://api.twilio.com/2010-04-01/Accounts/AC1/Calls.json");
            assertThat(calls.provider()).isEqualTo("twilio");
        }
    }
}
