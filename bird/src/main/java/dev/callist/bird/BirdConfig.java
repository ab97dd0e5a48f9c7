package dev.callist.bird;

import dev.callist.ClientOptions;
import dev.callist.provider.Confidential;
import dev.callist.provider.ConfigChecks;
import dev.callist.provider.Secret;
import dev.callist.provider.ValueStyle;
import java.net.URI;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.immutables.value.Value;

/** Whose calls to list, and with which key. Immutable and thread-safe; the key is never printed. */
@Value.Immutable
@ValueStyle
@Confidential
public abstract class BirdConfig {
    BirdConfig() {}

    /** How the key is presented in the {@code Authorization} header. */
    public enum AuthScheme {
        /** {@code AccessKey …}: what Bird documents and expects. */
        ACCESS_KEY("AccessKey "),
        /** {@code Bearer …}: what older pages of the documentation show. */
        BEARER("Bearer ");

        private final String prefix;

        AuthScheme(String prefix) {
            this.prefix = prefix;
        }
    }

    /** Starts building a config; {@link #workspaceId()} and a key are required. */
    public static BirdConfigBuilder builder() {
        return new BirdConfigBuilder();
    }

    /** The workspace, a UUID; required. */
    @Value.Default
    public String workspaceId() {
        return "";
    }

    /** The channel, a UUID; absent for the calls of all channels. */
    public abstract Optional<String> channelId();

    /** The access key; absent when {@link ClientOptions#credentials()} supplies it. */
    abstract Optional<String> accessKey();

    /** How the key is presented; {@link AuthScheme#ACCESS_KEY} by default. */
    @Value.Default
    public AuthScheme authScheme() {
        return AuthScheme.ACCESS_KEY;
    }

    /** The API's root; https, or http on a loopback address. */
    @Value.Default
    public URI baseUrl() {
        return URI.create("https://api.bird.com");
    }

    /** Timeouts, retries, limits and hooks. */
    @Value.Default
    public ClientOptions options() {
        return ClientOptions.defaults();
    }

    /** Throws INVALID_CONFIG if a setting is invalid. */
    @Value.Check
    final void check() {
        ConfigChecks.id(BirdCalls.PROVIDER, "workspaceId", workspaceId());
        channelId().ifPresent(id -> ConfigChecks.id(BirdCalls.PROVIDER, "channelId", id));
        httpUrl();
        secret();
    }

    HttpUrl httpUrl() {
        return ConfigChecks.baseUrl(BirdCalls.PROVIDER, baseUrl());
    }

    Secret secret() {
        return new Secret(
                BirdCalls.PROVIDER,
                "Authorization",
                key -> authScheme().prefix + key,
                ConfigChecks.source(
                        BirdCalls.PROVIDER, "accessKey", accessKey(), options().credentials()));
    }

    /** The ids and the host; never the key. */
    @Override
    public final String toString() {
        return "BirdConfig[workspace " + workspaceId() + ", channel "
                + channelId().orElse("all") + ", " + baseUrl().getHost() + "]";
    }
}
