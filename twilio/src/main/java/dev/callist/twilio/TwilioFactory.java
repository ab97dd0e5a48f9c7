package dev.callist.twilio;

import dev.callist.Call;
import dev.callist.ClientOptions;
import dev.callist.ProviderFilters;
import dev.callist.provider.ConfigChecks;
import dev.callist.provider.ProviderFactory;
import dev.callist.provider.ProviderSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Creates listers of Twilio from settings and parameters that are text. */
public final class TwilioFactory implements ProviderFactory {
    private static final List<Setting> SETTINGS = List.of(
            Setting.required("accountSid", "TWILIO_ACCOUNT_SID", "ACCOUNT", "the account or subaccount, AC…"),
            new Setting("authToken", "TWILIO_AUTH_TOKEN", true, false, "placeholder", "its auth token"),
            Setting.optional("username", "TWILIO_API_KEY", "an API key, SK…, or the parent account of a subaccount"),
            new Setting("apiSecret", "TWILIO_API_SECRET", true, false, "", "the secret of that API key"),
            Setting.optional(
                    Setting.BASE_URL, "TWILIO_BASE_URL", "the root of the API (default: https://api.twilio.com)"));

    @Override
    public String provider() {
        return TwilioCalls.PROVIDER;
    }

    @Override
    public List<Setting> settings() {
        return SETTINGS;
    }

    @Override
    public TwilioCalls create(ProviderSettings settings, ClientOptions options) {
        Optional<String> username = settings.get("username");
        boolean isKey = username.filter(sid -> sid.startsWith("SK")).isPresent();
        Optional<String> secret = settings.get(isKey ? "apiSecret" : "authToken");
        ConfigChecks.require(
                TwilioCalls.PROVIDER,
                secret.isPresent() || options.credentials().isPresent(),
                (isKey ? "TWILIO_API_SECRET" : "TWILIO_AUTH_TOKEN") + " is missing; set it as an environment variable");
        TwilioConfigBuilder config = TwilioConfig.builder()
                .accountSid(settings.required("accountSid"))
                .username(username)
                .authToken(secret)
                .options(options);
        settings.baseUrl().ifPresent(config::baseUrl);
        return TwilioCalls.create(config.build());
    }

    @Override
    public List<String> parameters() {
        return TwilioFilters.NAMES;
    }

    @Override
    public ProviderFilters filters(Map<String, List<String>> parameters) {
        return TwilioFilters.of(parameters);
    }

    @Override
    public Call find(ProviderSettings settings, ClientOptions options, String callId) {
        try (TwilioCalls calls = create(settings, options)) {
            return calls.find(callId);
        }
    }
}
