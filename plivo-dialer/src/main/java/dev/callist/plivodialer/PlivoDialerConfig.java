package dev.callist.plivodialer;

import dev.callist.ClientOptions;
import dev.callist.provider.Confidential;
import dev.callist.provider.ConfigChecks;
import dev.callist.provider.Secret;
import dev.callist.provider.ValueStyle;
import java.net.URI;
import java.util.Optional;
import java.util.function.UnaryOperator;
import okhttp3.HttpUrl;
import org.immutables.value.Value;

/** Whose calls to list, and with which token. Immutable and thread-safe; the token never shows. */
@Value.Immutable
@ValueStyle
@Confidential
public abstract class PlivoDialerConfig {
    PlivoDialerConfig() {}

    /** Starts a config; {@link #baseUrl()} and a token must be given. */
    public static PlivoDialerConfigBuilder builder() {
        return new PlivoDialerConfigBuilder();
    }

    /** The tenant's API root, such as {@code https://TENANT/api/v1}; https, or http on a loopback address; must be given. */
    @Value.Default
    public URI baseUrl() {
        return URI.create("");
    }

    /** The access token; absent when {@link ClientOptions#credentials()} supplies it. */
    abstract Optional<String> accessToken();

    /** Timeouts, retries, limits and hooks. */
    @Value.Default
    public ClientOptions options() {
        return ClientOptions.defaults();
    }

    /** Refuses what cannot work with INVALID_CONFIG. */
    @Value.Check
    final void check() {
        httpUrl();
        secret();
    }

    HttpUrl httpUrl() {
        return ConfigChecks.baseUrl(PlivoDialerCalls.PROVIDER, baseUrl());
    }

    Secret secret() {
        return new Secret(
                PlivoDialerCalls.PROVIDER,
                "Access-Token",
                UnaryOperator.identity(),
                ConfigChecks.source(
                        PlivoDialerCalls.PROVIDER,
                        "accessToken",
                        accessToken(),
                        options().credentials()));
    }

    /** The host; never the token. */
    @Override
    public final String toString() {
        return "PlivoDialerConfig[" + baseUrl().getHost() + "]";
    }
}
