package dev.callist.testkit;

import dev.callist.TimeSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A sandbox of this test kit, by the provider whose protocol it speaks, for programs that learn the provider only at
 * run time. Immutable.
 */
public final class SandboxKind {
    private static final List<SandboxKind> ALL = List.of(
            new SandboxKind(
                    "bird",
                    BirdSandbox::start,
                    BirdSandbox::start,
                    Map.of("workspaceId", BirdSandbox.WORKSPACE_ID, "channelId", BirdSandbox.CHANNEL_ID),
                    Map.of("BIRD_ACCESS_KEY", BirdSandbox.ACCESS_KEY)),
            new SandboxKind(
                    "signalwire",
                    SignalWireSandbox::start,
                    SignalWireSandbox::start,
                    Map.of(),
                    Map.of(
                            "SIGNALWIRE_PROJECT_ID", SignalWireSandbox.PROJECT_ID,
                            "SIGNALWIRE_API_TOKEN", SignalWireSandbox.API_TOKEN)),
            new SandboxKind(
                    "signalwire-logs",
                    SignalWireLogsSandbox::start,
                    SignalWireLogsSandbox::start,
                    Map.of(),
                    Map.of(
                            "SIGNALWIRE_PROJECT_ID", SignalWireLogsSandbox.PROJECT_ID,
                            "SIGNALWIRE_API_TOKEN", SignalWireLogsSandbox.API_TOKEN)),
            new SandboxKind(
                    "plivo-dialer",
                    PlivoDialerSandbox::start,
                    PlivoDialerSandbox::start,
                    Map.of(),
                    Map.of("PLIVO_DIALER_ACCESS_TOKEN", PlivoDialerSandbox.ACCESS_TOKEN)),
            new SandboxKind(
                    "search",
                    SearchSandbox::start,
                    SearchSandbox::start,
                    Map.of(),
                    Map.of("SEARCH_API_KEY", SearchSandbox.API_KEY)),
            new SandboxKind(
                    "twilio",
                    TwilioSandbox::start,
                    TwilioSandbox::start,
                    Map.of(),
                    Map.of(
                            "TWILIO_ACCOUNT_SID", TwilioSandbox.ACCOUNT_SID,
                            "TWILIO_AUTH_TOKEN", TwilioSandbox.AUTH_TOKEN)));

    private final String provider;
    private final FixedStart fixed;
    private final LiveStart live;
    private final Map<String, String> settings;
    private final Map<String, String> environment;

    private SandboxKind(
            String provider,
            FixedStart fixed,
            LiveStart live,
            Map<String, String> settings,
            Map<String, String> environment) {
        this.provider = provider;
        this.fixed = fixed;
        this.live = live;
        this.settings = settings;
        this.environment = environment;
    }

    /** All sandboxes. */
    public static List<SandboxKind> all() {
        return ALL;
    }

    /** The sandbox of a provider; absent if it has none. */
    public static Optional<SandboxKind> of(String provider) {
        return ALL.stream().filter(kind -> kind.provider.equals(provider)).findFirst();
    }

    /** The provider's name, {@link dev.callist.CallLister#provider()}. */
    public String provider() {
        return provider;
    }

    /**
     * The settings of a lister that reads the sandbox, by name, without the base URL and those in {@link #environment}.
     */
    public Map<String, String> settings() {
        return settings;
    }

    /** The made-up credential and the ids that belong to it, by environment variable. */
    public Map<String, String> environment() {
        return environment;
    }

    /**
     * Starts a server with this many calls.
     *
     * @param calls how many calls the list has, 0 or more; they need no memory
     * @param port the port to listen on; 0 for any free port
     */
    public Sandbox start(int calls, int port) {
        return fixed.start(calls, port);
    }

    /**
     * Starts a server whose list changes over time.
     *
     * @param time its clock
     * @param port the port to listen on; 0 for any free port
     */
    public Sandbox start(ChangingCalls calls, TimeSource time, int port) {
        return live.start(calls, time, port);
    }

    /** The provider's name. */
    @Override
    public String toString() {
        return "SandboxKind[" + provider + "]";
    }

    @FunctionalInterface
    private interface FixedStart {
        Sandbox start(int calls, int port);
    }

    @FunctionalInterface
    private interface LiveStart {
        Sandbox start(ChangingCalls calls, TimeSource time, int port);
    }
}
