package dev.callist.twilio;

import dev.callist.ClientOptions;
import dev.callist.provider.Confidential;
import dev.callist.provider.ConfigChecks;
import dev.callist.provider.Secret;
import dev.callist.provider.ValueStyle;
import java.net.URI;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.immutables.value.Value;

/** Whose calls to list, and with which credential. Immutable and thread-safe; the credential is never printed. */
@Value.Immutable
@ValueStyle
@Confidential
public abstract class TwilioConfig {
    private static final URI DEFAULT_BASE_URL = URI.create("https://api.twilio.com");

    TwilioConfig() {}

    /** Starts building a config; {@link #accountSid()} and an auth token must be given. */
    public static TwilioConfigBuilder builder() {
        return new TwilioConfigBuilder();
    }

    /** The account or subaccount whose calls are listed, {@code AC…}; required. */
    @Value.Default
    public String accountSid() {
        return "";
    }

    /**
     * The sid that the credential belongs to, if it is not {@link #accountSid()}: an API key, {@code SK…}, or the
     * parent account of a subaccount, {@code AC…}.
     */
    public abstract Optional<String> username();

    /**
     * The API's root: {@code https://api.twilio.com} by default, or that of another region, such as
     * {@code https://api.dublin.ie1.twilio.com}; https, or http on a loopback address. A reverse proxy must not change
     * paths, because the links to next pages are compared with them.
     */
    @Value.Default
    public URI baseUrl() {
        return DEFAULT_BASE_URL;
    }

    /** The auth token, or the secret of an API key; absent when {@link ClientOptions#credentials()} supplies it. */
    abstract Optional<String> authToken();

    /** Timeouts, retries, limits and hooks. */
    @Value.Default
    public ClientOptions options() {
        return ClientOptions.defaults();
    }

    /** Throws INVALID_CONFIG if a setting is invalid. */
    @Value.Check
    final void check() {
        ConfigChecks.id(TwilioCalls.PROVIDER, "accountSid", accountSid());
        username().ifPresent(sid -> ConfigChecks.id(TwilioCalls.PROVIDER, "username", sid));
        ConfigChecks.require(
                TwilioCalls.PROVIDER,
                !httpUrl().pathSegments().contains("Accounts"),
                "baseUrl must be the API's root, without the path that starts with /2010-04-01");
        secret();
    }

    HttpUrl httpUrl() {
        return ConfigChecks.baseUrl(TwilioCalls.PROVIDER, baseUrl());
    }

    Secret secret() {
        return Secret.basic(
                TwilioCalls.PROVIDER,
                username().orElseGet(this::accountSid),
                ConfigChecks.source(
                        TwilioCalls.PROVIDER,
                        "authToken",
                        authToken(),
                        options().credentials()));
    }

    /** The account and the host; never the token. */
    @Override
    public final String toString() {
        return "TwilioConfig[account " + accountSid() + ", " + httpUrl().host() + "]";
    }
}
