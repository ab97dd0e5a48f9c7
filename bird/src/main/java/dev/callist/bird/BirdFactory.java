package dev.callist.bird;

import dev.callist.Call;
import dev.callist.ClientOptions;
import dev.callist.ProviderFilters;
import dev.callist.bird.BirdConfig.AuthScheme;
import dev.callist.provider.ConfigChecks;
import dev.callist.provider.ProviderFactory;
import dev.callist.provider.ProviderSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Creates listers of Bird from settings and parameters that are text. */
public final class BirdFactory implements ProviderFactory {
    private static final List<Setting> SETTINGS = List.of(
            Setting.required("workspaceId", "BIRD_WORKSPACE_ID", "WORKSPACE", "the workspace, a UUID"),
            Setting.optional(
                    "channelId", "BIRD_CHANNEL_ID", "only this channel (default: all channels of the workspace)"),
            Setting.secret("accessKey", "BIRD_ACCESS_KEY", "the access key"),
            Setting.optional("authScheme", "BIRD_AUTH_SCHEME", "access-key (default), or bearer for a token"),
            Setting.optional(Setting.BASE_URL, "BIRD_BASE_URL", "the root of the API (default: https://api.bird.com)"));

    @Override
    public String provider() {
        return BirdCalls.PROVIDER;
    }

    @Override
    public List<Setting> settings() {
        return SETTINGS;
    }

    @Override
    public BirdCalls create(ProviderSettings settings, ClientOptions options) {
        BirdConfigBuilder config = BirdConfig.builder()
                .workspaceId(settings.required("workspaceId"))
                .channelId(settings.get("channelId"))
                .accessKey(settings.get("accessKey"))
                .options(options);
        settings.get("authScheme").map(BirdFactory::authScheme).ifPresent(config::authScheme);
        settings.baseUrl().ifPresent(config::baseUrl);
        return BirdCalls.create(config.build());
    }

    @Override
    public Optional<String> account(ProviderSettings settings) {
        return settings.get("workspaceId");
    }

    @Override
    public List<String> parameters() {
        return BirdFilters.NAMES;
    }

    @Override
    public ProviderFilters filters(Map<String, List<String>> parameters) {
        return BirdFilters.of(parameters);
    }

    @Override
    public Call find(ProviderSettings settings, ClientOptions options, String callId) {
        try (BirdCalls calls = create(settings, options)) {
            return calls.find(callId);
        }
    }

    private static AuthScheme authScheme(String word) {
        ConfigChecks.require(
                BirdCalls.PROVIDER,
                word.equals("bearer") || word.equals("access-key"),
                "authScheme must be access-key or bearer");
        return word.equals("bearer") ? AuthScheme.BEARER : AuthScheme.ACCESS_KEY;
    }
}
