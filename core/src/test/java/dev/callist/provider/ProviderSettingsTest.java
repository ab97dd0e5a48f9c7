package dev.callist.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callist.CallListException;
import dev.callist.CallLister;
import dev.callist.ClientOptions;
import dev.callist.ProviderFilters;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderSettingsTest {
    private static final ProviderFactory ACME = new AcmeFactory();

    @Test
    void prefersAGivenValueToTheEnvironmentVariable() {
        Map<String, String> environment = Map.of("ACME_SITE", "env", "ACME_KEY", "k");

        assertThat(settings(Map.of(), environment).get("site")).contains("env");
        assertThat(settings(Map.of("site", "given"), environment).get("site")).contains("given");
        assertThat(settings(Map.of(), Map.of("ACME_SITE", "")).get("site")).isEmpty();
    }

    @Test
    void namesWhatIsMissingAndFillsItInForAPlan() {
        ProviderSettings settings = settings(Map.of(), Map.of("ACME_KEY", "k"));

        assertThat(settings.missing(ACME))
                .extracting(ProviderFactory.Setting::name)
                .containsExactly("site");
        assertThat(settings.withExamples(ACME).get("site")).contains("SITE");
        assertThat(settings.withExamples(ACME).get("key")).contains("k");
        assertThat(settings.withExamples(ACME).missing(ACME)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ACME_KEY, 'made-up\n', ACME_KEY ends in a line break; remove it",
        "ACME_KEY, 'made up', ACME_KEY has a space at position 4",
        "ACME_SITE, 'a\tb', ACME_SITE has a control character at position 1",
    })
    void namesTheVariableOfAnUnreadableValue(String variable, String value, String rule) {
        assertThatThrownBy(() -> settings(Map.of(), Map.of(variable, value)))
                .isInstanceOf(CallListException.class)
                .hasMessage("acme: INVALID_CONFIG: " + rule);
    }

    @ParameterizedTest
    @CsvSource({
        "stie, there is no setting stie; did you mean site?",
        "SITE, there is no setting SITE; did you mean site?",
        "base_url, there is no setting base_url; did you mean baseUrl?",
        "'+447700900123', 'there is no setting of this name; choose from site, key, baseUrl'",
    })
    void suggestsTheNameThatWasMeant(String name, String rule) {
        assertThatThrownBy(() -> settings(Map.of(name, "x"), Map.of())).hasMessage("acme: INVALID_CONFIG: " + rule);
    }

    @ParameterizedTest
    @CsvSource({"not a url, 3", "https://[::1, 0", "'https://a b', 0"})
    void refusesABaseUrlWithoutQuotingIt(String url, int position) {
        assertThatThrownBy(() -> settings(Map.of("baseUrl", url), Map.of()).baseUrl())
                .hasMessageMatching("acme: INVALID_CONFIG: baseUrl is not a URL \\(see position \\d+\\); write it like"
                        + " https://api\\.example\\.com/v1")
                .hasMessageContaining(position == 0 ? "position" : "position " + position);
    }

    @Test
    void printsNoValue() {
        assertThat(settings(Map.of("site", "s1"), Map.of("ACME_KEY", "k1"))).hasToString("ProviderSettings[key, site]");
    }

    @Test
    void refusesToFindWhereTheApiCannot() {
        assertThatThrownBy(() -> ACME.find(settings(Map.of(), Map.of()), ClientOptions.defaults(), "1"))
                .hasMessage("acme: INVALID_CONFIG: this API cannot fetch a single call; list the calls instead");
    }

    private static ProviderSettings settings(Map<String, String> given, Map<String, String> environment) {
        return ProviderSettings.of(ACME, given, environment);
    }

    private static final class AcmeFactory implements ProviderFactory {
        @Override
        public String provider() {
            return "acme";
        }

        @Override
        public List<Setting> settings() {
            return List.of(
                    Setting.required("site", "ACME_SITE", "SITE", "the site"),
                    Setting.secret("key", "ACME_KEY", "the key"),
                    Setting.optional(Setting.BASE_URL, "ACME_BASE_URL", "the root of the API"));
        }

        @Override
        public CallLister create(ProviderSettings settings, ClientOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<String> parameters() {
            return List.of();
        }

        @Override
        public ProviderFilters filters(Map<String, List<String>> parameters) {
            throw new UnsupportedOperationException();
        }
    }
}
