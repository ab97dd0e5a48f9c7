package dev.callist.signalwire;

import dev.callist.ClientOptions;
import dev.callist.provider.Confidential;
import dev.callist.provider.ConfigChecks;
import dev.callist.provider.Secret;
import dev.callist.provider.ValueStyle;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.immutables.value.Value;

/** Whose calls or voice log to list, and with which token. Immutable and thread-safe; the token is never printed. */
@Value.Immutable
@ValueStyle
@Confidential
public abstract class SignalWireConfig {
    private static final Pattern SPACE = Pattern.compile("[a-z0-9-]{1,63}");

    SignalWireConfig() {}

    /**
     * Starts building a config; {@link #projectId()}, a token, and either {@link #space()} or {@link #baseUrl()} must
     * be given.
     */
    public static SignalWireConfigBuilder builder() {
        return new SignalWireConfigBuilder();
    }

    /** The project, a UUID; SignalWire also calls it the account's sid; required. */
    @Value.Default
    public String projectId() {
        return "";
    }

    /** The space: {@code example} for {@code https://example.signalwire.com}. */
    public abstract Optional<String> space();

    /**
     * The API's root in place of a space, without {@code /api/laml}; https, or http on a loopback address. A reverse
     * proxy must not change paths, because the links to next pages are compared with them. Those of the voice log also
     * contain scheme and host, which must be the ones of this URL.
     */
    public abstract Optional<URI> baseUrl();

    /** The API token, {@code PT…}; absent when {@link ClientOptions#credentials()} supplies it. */
    abstract Optional<String> apiToken();

    /** Timeouts, retries, limits and hooks. */
    @Value.Default
    public ClientOptions options() {
        return ClientOptions.defaults();
    }

    /** Throws INVALID_CONFIG if a setting is invalid. */
    @Value.Check
    final void check() {
        ConfigChecks.id(SignalWireCalls.PROVIDER, "projectId", projectId());
        require(space().isPresent() || baseUrl().isPresent(), "space is missing: set space or baseUrl");
        require(space().isEmpty() || baseUrl().isEmpty(), "set either space or baseUrl, not both");
        require(
                space().stream().allMatch(SPACE.asMatchPredicate()),
                "space must be 1 to 63 lower-case letters, digits and dashes: the part before .signalwire.com");
        require(
                !httpUrl().pathSegments().contains("laml"),
                "baseUrl must be the API's root, without the path that starts with /api/laml");
        secret();
    }

    HttpUrl httpUrl() {
        return ConfigChecks.baseUrl(
                SignalWireCalls.PROVIDER,
                baseUrl().orElseGet(() -> URI.create("https://" + space().orElseThrow() + ".signalwire.com")));
    }

    Secret secret() {
        return Secret.basic(
                SignalWireCalls.PROVIDER,
                projectId(),
                ConfigChecks.source(
                        SignalWireCalls.PROVIDER,
                        "apiToken",
                        apiToken(),
                        options().credentials()));
    }

    private static void require(boolean holds, String rule) {
        ConfigChecks.require(SignalWireCalls.PROVIDER, holds, rule);
    }

    /** The project and the host; never the token. */
    @Override
    public final String toString() {
        return "SignalWireConfig[project " + projectId() + ", " + httpUrl().host() + "]";
    }
}
