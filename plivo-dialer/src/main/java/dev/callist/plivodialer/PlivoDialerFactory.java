package dev.callist.plivodialer;

import dev.callist.ClientOptions;
import dev.callist.ProviderFilters;
import dev.callist.provider.ProviderFactory;
import dev.callist.provider.ProviderSettings;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Creates listers of the dialer from settings and parameters that are text. */
public final class PlivoDialerFactory implements ProviderFactory {
    private static final List<Setting> SETTINGS = List.of(
            Setting.required(
                    Setting.BASE_URL,
                    "PLIVO_DIALER_BASE_URL",
                    "https://TENANT/api/v1",
                    "the tenant's root, https://TENANT/api/v1"),
            Setting.secret("accessToken", "PLIVO_DIALER_ACCESS_TOKEN", "the access token"));

    @Override
    public String provider() {
        return PlivoDialerCalls.PROVIDER;
    }

    @Override
    public List<Setting> settings() {
        return SETTINGS;
    }

    @Override
    public PlivoDialerCalls create(ProviderSettings settings, ClientOptions options) {
        return PlivoDialerCalls.create(PlivoDialerConfig.builder()
                .baseUrl(settings.baseUrl().orElse(URI.create("")))
                .accessToken(settings.get("accessToken"))
                .options(options)
                .build());
    }

    @Override
    public List<String> parameters() {
        return PlivoDialerFilters.NAMES;
    }

    @Override
    public ProviderFilters filters(Map<String, List<String>> parameters) {
        return PlivoDialerFilters.of(parameters);
    }
}
