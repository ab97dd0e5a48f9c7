package dev.callist.cli.providers;

import dev.callist.ClientOptions;
import dev.callist.cli.console.CommandException;
import dev.callist.provider.ProviderFactory.Setting;
import dev.callist.testkit.BirdSandbox;
import dev.callist.testkit.PlivoDialerSandbox;
import dev.callist.testkit.Sandbox;
import dev.callist.testkit.SearchSandbox;
import dev.callist.testkit.SignalWireSandbox;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A running sandbox and the account that it serves.
 *
 * @param account reaches the sandbox; its environment holds the made-up credential
 * @param server the sandbox
 */
public record SandboxAccount(Account account, Sandbox server) implements AutoCloseable {
    /** The providers that have a sandbox; the first one is the default of {@code callist sandbox}. */
    public static final List<String> PROVIDERS = List.of("bird", "signalwire", "plivo-dialer", "search");

    /** Starts a provider's sandbox with this many calls on a loopback port; port 0 means any free port. */
    public static SandboxAccount start(String provider, int calls, int port) {
        return switch (provider) {
            case "bird" ->
                of(
                        BirdSandbox.start(calls, port),
                        Map.of("workspaceId", BirdSandbox.WORKSPACE_ID, "channelId", BirdSandbox.CHANNEL_ID),
                        Map.of("BIRD_ACCESS_KEY", BirdSandbox.ACCESS_KEY));
            case "signalwire" ->
                of(
                        SignalWireSandbox.start(calls, port),
                        Map.of(),
                        Map.of(
                                "SIGNALWIRE_PROJECT_ID", SignalWireSandbox.PROJECT_ID,
                                "SIGNALWIRE_API_TOKEN", SignalWireSandbox.API_TOKEN));
            case "plivo-dialer" ->
                of(
                        PlivoDialerSandbox.start(calls, port),
                        Map.of(),
                        Map.of("PLIVO_DIALER_ACCESS_TOKEN", PlivoDialerSandbox.ACCESS_TOKEN));
            case "search" ->
                of(SearchSandbox.start(calls, port), Map.of(), Map.of("SEARCH_API_KEY", SearchSandbox.API_KEY));
            default -> throw CommandException.invalidConfig(provider + " has no sandbox");
        };
    }

    private static SandboxAccount of(Sandbox server, Map<String, String> ids, Map<String, String> environment) {
        Map<String, String> given = new LinkedHashMap<>();
        given.put(Setting.BASE_URL, server.url().toString());
        given.putAll(ids);
        return new SandboxAccount(new Account(given, environment, ClientOptions.defaults()), server);
    }

    @Override
    public void close() {
        server.close();
    }
}
