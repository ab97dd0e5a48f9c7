package dev.callist.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import dev.callist.provider.ProviderFactory;
import dev.callist.provider.ProviderSettings;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which credential of the environment is used. */
class TwilioFactoryTest {
    private static final ProviderFactory FACTORY = ProviderFactory.of("twilio");

    private final FakeTwilio server = new FakeTwilio();

    @AfterEach
    void stop() {
        server.close();
    }

    private ProviderSettings settings(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("TWILIO_ACCOUNT_SID", "AC1");
        all.put("TWILIO_BASE_URL", server.baseUrl().toString());
        return ProviderSettings.of(FACTORY, Map.of(), all);
    }

    private String sentCredential(Map<String, String> environment) {
        server.page("", "null");
        try (var calls = FACTORY.create(settings(environment), ClientOptions.defaults())) {
            assertThat(calls.list(CallQuery.all())).isEmpty();
        }
        String basic = server.header("Authorization").replaceFirst("^Basic ", "");
        return new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8);
    }

    private String refusal(Map<String, String> environment) {
        ProviderSettings settings = settings(environment);
        CallListException failure =
                catchThrowableOfType(CallListException.class, () -> FACTORY.create(settings, ClientOptions.defaults()));
        assertThat(failure.kind()).isEqualTo(Kind.INVALID_CONFIG);
        return failure.getMessage();
    }

    @Test
    void usesTheAuthTokenOfTheAccount() {
        assertThat(sentCredential(Map.of("TWILIO_AUTH_TOKEN", "token1"))).isEqualTo("AC1:token1");
    }

    @Test
    void usesAnApiKeyAndItsSecretEvenIfThereIsAnAuthToken() {
        assertThat(sentCredential(
                        Map.of("TWILIO_AUTH_TOKEN", "token1", "TWILIO_API_KEY", "SK1", "TWILIO_API_SECRET", "secret1")))
                .isEqualTo("SK1:secret1");
    }

    @Test
    void usesTheAuthTokenOfAParentAccount() {
        assertThat(sentCredential(Map.of("TWILIO_AUTH_TOKEN", "token1", "TWILIO_API_KEY", "AC0")))
                .isEqualTo("AC0:token1");
    }

    @Test
    void namesTheVariableThatIsMissing() {
        assertThat(refusal(Map.of())).contains("TWILIO_AUTH_TOKEN is missing");
        assertThat(refusal(Map.of("TWILIO_AUTH_TOKEN", "token1", "TWILIO_API_KEY", "SK1")))
                .contains("TWILIO_API_SECRET is missing")
                .doesNotContain("token1");
    }
}
