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

/** Whose calls to list, and with which token. Immutable and thread-safe; the token is never printed. */
@Value.Immutable
@ValueStyle
@Confidential
public abstract class PlivoDialerConfig {
    PlivoDialerConfig() {}

    /** Starts building a config; {@link #baseUrl()} and a token are required. */
    public static PlivoDialerConfigBuilder builder() {
        return new PlivoDialerConfigBuilder();
    }

    /** The tenant's API root, such as {@code https://TENANT/api/v1}; https, or http on a loopback address; required. */
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

    /** Throws INVALID_CONFIG if a setting is invalid. */
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
