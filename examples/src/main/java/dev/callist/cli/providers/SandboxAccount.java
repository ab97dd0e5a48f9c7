package dev.callist.cli.providers;

import dev.callist.ClientOptions;
import dev.callist.TimeSource;
import dev.callist.cli.console.CommandException;
import dev.callist.provider.ProviderFactory.Setting;
import dev.callist.testkit.BirdSandbox;
import dev.callist.testkit.ChangingCalls;
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
        SandboxKind kind = kind(provider);
        return kind.account(kind.fixed.start(calls, port));
    }

    /** Starts a provider's sandbox whose calls change as time passes. */
    public static SandboxAccount startLive(String provider, ChangingCalls calls, int port) {
        SandboxKind kind = kind(provider);
        return kind.account(kind.live.start(calls, TimeSource.system(), port));
    }

    private static SandboxKind kind(String provider) {
        return switch (provider) {
            case "bird" ->
                new SandboxKind(
                        BirdSandbox::start,
                        BirdSandbox::start,
                        Map.of("workspaceId", BirdSandbox.WORKSPACE_ID, "channelId", BirdSandbox.CHANNEL_ID),
                        Map.of("BIRD_ACCESS_KEY", BirdSandbox.ACCESS_KEY));
            case "signalwire" ->
                new SandboxKind(
                        SignalWireSandbox::start,
                        SignalWireSandbox::start,
                        Map.of(),
                        Map.of(
                                "SIGNALWIRE_PROJECT_ID", SignalWireSandbox.PROJECT_ID,
                                "SIGNALWIRE_API_TOKEN", SignalWireSandbox.API_TOKEN));
            case "plivo-dialer" ->
                new SandboxKind(
                        PlivoDialerSandbox::start,
                        PlivoDialerSandbox::start,
                        Map.of(),
                        Map.of("PLIVO_DIALER_ACCESS_TOKEN", PlivoDialerSandbox.ACCESS_TOKEN));
            case "search" ->
                new SandboxKind(
                        SearchSandbox::start,
                        SearchSandbox::start,
                        Map.of(),
                        Map.of("SEARCH_API_KEY", SearchSandbox.API_KEY));
            default -> throw CommandException.invalidConfig(provider + " has no sandbox");
        };
    }

    /** How to start a provider's sandbox, and the settings that reach it. */
    private record SandboxKind(
            FixedStart fixed, LiveStart live, Map<String, String> ids, Map<String, String> environment) {
        SandboxAccount account(Sandbox server) {
            Map<String, String> given = new LinkedHashMap<>();
            given.put(Setting.BASE_URL, server.url().toString());
            given.putAll(ids);
            return new SandboxAccount(new Account(given, environment, ClientOptions.defaults()), server);
        }
    }

    @FunctionalInterface
    private interface FixedStart {
        Sandbox start(int calls, int port);
    }

    @FunctionalInterface
    private interface LiveStart {
        Sandbox start(ChangingCalls calls, TimeSource time, int port);
    }

    @Override
    public void close() {
        server.close();
    }
}
