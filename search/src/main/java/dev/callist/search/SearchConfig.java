package dev.callist.search;

import dev.callist.ClientOptions;
import dev.callist.provider.Confidential;
import dev.callist.provider.ConfigChecks;
import dev.callist.provider.Secret;
import dev.callist.provider.ValueStyle;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import okhttp3.HttpUrl;
import org.immutables.value.Value;

/** Which organization's calls to search, by its key. Immutable and thread-safe; the key is never printed. */
@Value.Immutable
@ValueStyle
@Confidential
public abstract class SearchConfig {
    private static final Duration SHORTEST_SEARCH = Duration.ofSeconds(15);
    private static final Duration LONGEST_SEARCH = Duration.ofMinutes(2);
    private static final Duration READ_ON_TOP = Duration.ofSeconds(15);
    private static final Duration CALL_ON_TOP = Duration.ofSeconds(30);

    SearchConfig() {}

    /** Starts building a config; a key is required. */
    public static SearchConfigBuilder builder() {
        return new SearchConfigBuilder();
    }

    /** The API key; absent when {@link ClientOptions#credentials()} supplies it. */
    abstract Optional<String> apiKey();

    /**
     * The organization whose calls the key lists: its id, or any name that you choose, up to 100 characters. The API
     * knows an organization by its key alone, so this name is what tells the listers of two organizations apart: in
     * {@link dev.callist.CallListers#merged}, in resume points, and as {@link dev.callist.Call#account()}. Keep it when
     * the key changes.
     */
    public abstract Optional<String> organization();

    /** The API's root; https, or http on a loopback address. */
    @Value.Default
    public URI baseUrl() {
        return URI.create("https://api.whippy.co/v1");
    }

    /** How long the server may search for a page, 15 to 120 s; 30 s. */
    @Value.Default
    public Duration searchTimeout() {
        return Duration.ofSeconds(30);
    }

    /**
     * Timeouts, retries, limits and hooks. Read and call timeouts that are left at their defaults become 15 and 30 s
     * longer than {@link #searchTimeout()}, so that the server gives up first.
     */
    @Value.Default
    public ClientOptions options() {
        return ClientOptions.defaults();
    }

    /** Throws INVALID_CONFIG if a setting is invalid. */
    @Value.Check
    final void check() {
        ConfigChecks.require(
                SearchCalls.PROVIDER,
                searchTimeout().compareTo(SHORTEST_SEARCH) >= 0
                        && searchTimeout().compareTo(LONGEST_SEARCH) <= 0,
                "searchTimeout must be from 15 to 120 seconds");
        organization().ifPresent(name -> ConfigChecks.name(SearchCalls.PROVIDER, "organization", name));
        httpUrl();
        secret();
    }

    /** The options with the timeouts in force. */
    ClientOptions optionsInForce() {
        ClientOptions defaults = ClientOptions.defaults();
        return options().toBuilder()
                .readTimeout(inForce(options().readTimeout(), defaults.readTimeout(), READ_ON_TOP))
                .callTimeout(inForce(options().callTimeout(), defaults.callTimeout(), CALL_ON_TOP))
                .build();
    }

    private Duration inForce(Duration set, Duration byDefault, Duration onTop) {
        return set.equals(byDefault) ? searchTimeout().plus(onTop) : set;
    }

    HttpUrl httpUrl() {
        return ConfigChecks.baseUrl(SearchCalls.PROVIDER, baseUrl());
    }

    Secret secret() {
        return new Secret(
                SearchCalls.PROVIDER,
                "X-WHIPPY-KEY",
                UnaryOperator.identity(),
                ConfigChecks.source(
                        SearchCalls.PROVIDER, "apiKey", apiKey(), options().credentials()));
    }

    /** The organization and the host; never the key. */
    @Override
    public final String toString() {
        return "SearchConfig["
                + organization().map(name -> "organization " + name + ", ").orElse("")
                + baseUrl().getHost() + ", " + searchTimeout() + "]";
    }
}
