package dev.callist.cli;

import dev.callist.ClientOptions;
import dev.callist.ClientOptionsBuilder;
import dev.callist.ListingListener;
import dev.callist.cli.console.Console;
import dev.callist.cli.providers.Account;
import dev.callist.cli.providers.EnvironmentProxies;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that name an account and configure the connection to its server. */
final class AccountOptions {
    private final Map<String, String> settings = new LinkedHashMap<>();

    @Option(names = "--call-timeout", paramLabel = "TIME", description = "Time limit of one attempt (default: 60s).")
    private Optional<Duration> callTimeout = Optional.empty();

    @Option(names = "--max-attempts", paramLabel = "N", description = "Attempts for each request (default: 5).")
    private Optional<Integer> maxAttempts = Optional.empty();

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "At most this many requests a second, such as 5 or 0.5 (default: no limit).")
    private Optional<Double> rate = Optional.empty();

    @Option(
            names = "--workspace",
            paramLabel = "ID",
            description = "bird: the workspace, in place of BIRD_WORKSPACE_ID.")
    void setWorkspace(String id) {
        settings.put("workspaceId", id);
    }

    @Option(
            names = "--channel",
            paramLabel = "ID",
            description = "bird: only this channel (default: BIRD_CHANNEL_ID, or all channels of the workspace).")
    void setChannel(String id) {
        settings.put("channelId", id);
    }

    @Option(
            names = "--auth-scheme",
            paramLabel = "WORD",
            description = "bird: access-key (default), or bearer if the key is a bearer token.")
    void setAuthScheme(String word) {
        settings.put("authScheme", word);
    }

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description = {
                "The root of the API; https, or http on this machine. Defaults:",
                "bird: https://api.bird.com",
                "signalwire: https://SPACE.signalwire.com, from SIGNALWIRE_SPACE",
                "plivo-dialer: no default; give https://TENANT/api/v1",
                "search: https://api.whippy.co/v1"
            })
    void setBaseUrl(String url) {
        settings.put("baseUrl", url);
    }

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = {
                "Another setting of the provider, in place of its environment",
                "variable, such as searchTimeout=60000; never a secret."
            })
    void set(Map<String, String> more) {
        settings.putAll(more);
    }

    Account account(Console console, ListingListener listener) {
        return account(console, listener, false);
    }

    /** Returns the account, and whether its calls keep the provider's rows. */
    Account account(Console console, ListingListener listener, boolean keepsRaw) {
        return new Account(settings, console.environment(), clientOptions(console, listener, keepsRaw));
    }

    private ClientOptions clientOptions(Console console, ListingListener listener, boolean keepsRaw) {
        ClientOptionsBuilder options = ClientOptions.builder()
                .listener(listener)
                .keepRawJson(keepsRaw)
                .userAgent("callist/" + CommandHelp.version());
        callTimeout.ifPresent(options::callTimeout);
        callTimeout
                .filter(time -> time.compareTo(ClientOptions.defaults().readTimeout()) > 0)
                .ifPresent(options::readTimeout);
        maxAttempts.ifPresent(options::maxAttempts);
        rate.ifPresent(options::requestsPerSecond);
        return options.httpClient(EnvironmentProxies.of(console.environment()).client())
                .build();
    }
}
