package dev.callist.signalwire;

import dev.callist.Call;
import dev.callist.ClientOptions;
import dev.callist.ProviderFilters;
import dev.callist.provider.ConfigChecks;
import dev.callist.provider.ProviderFactory;
import dev.callist.provider.ProviderSettings;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Creates listers of SignalWire from settings and parameters that are text. */
public final class SignalWireFactory implements ProviderFactory {
    static final List<Setting> SETTINGS = List.of(
            Setting.required("projectId", "SIGNALWIRE_PROJECT_ID", "PROJECT", "the project, a UUID"),
            new Setting("space", "SIGNALWIRE_SPACE", false, false, "space", "the part before .signalwire.com"),
            Setting.secret("apiToken", "SIGNALWIRE_API_TOKEN", "the API token"),
            Setting.optional(Setting.BASE_URL, "SIGNALWIRE_BASE_URL", "the root of the API, in place of the space"));

    @Override
    public String provider() {
        return SignalWireCalls.PROVIDER;
    }

    @Override
    public List<Setting> settings() {
        return SETTINGS;
    }

    @Override
    public SignalWireCalls create(ProviderSettings settings, ClientOptions options) {
        return SignalWireCalls.create(config(settings, options));
    }

    /** The config that settings describe. */
    static SignalWireConfig config(ProviderSettings settings, ClientOptions options) {
        SignalWireConfigBuilder config = SignalWireConfig.builder()
                .projectId(settings.required("projectId"))
                .apiToken(settings.get("apiToken"))
                .options(options);
        Optional<URI> baseUrl = settings.baseUrl();
        ConfigChecks.require(
                SignalWireCalls.PROVIDER,
                baseUrl.isPresent() || settings.get("space").isPresent(),
                "SIGNALWIRE_SPACE is missing; set it as an environment variable, or give a base URL");
        return (baseUrl.isPresent() ? config.baseUrl(baseUrl) : config.space(settings.get("space"))).build();
    }

    @Override
    public List<String> parameters() {
        return SignalWireFilters.NAMES;
    }

    @Override
    public ProviderFilters filters(Map<String, List<String>> parameters) {
        return SignalWireFilters.of(parameters);
    }

    @Override
    public Call find(ProviderSettings settings, ClientOptions options, String callId) {
        try (SignalWireCalls calls = create(settings, options)) {
            return calls.find(callId);
        }
    }
}
