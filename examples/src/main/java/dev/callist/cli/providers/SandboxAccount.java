package dev.callist.cli.providers;

import dev.callist.ClientOptions;
import dev.callist.TimeSource;
import dev.callist.cli.console.CommandException;
import dev.callist.provider.ProviderFactory.Setting;
import dev.callist.testkit.ChangingCalls;
import dev.callist.testkit.Sandbox;
import dev.callist.testkit.SandboxKind;
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
    public static final List<String> PROVIDERS =
            SandboxKind.all().stream().map(SandboxKind::provider).toList();

    /** Starts a provider's sandbox with this many calls on a loopback port; port 0 means any free port. */
    public static SandboxAccount start(String provider, int calls, int port) {
        SandboxKind kind = kind(provider);
        return account(kind, kind.start(calls, port));
    }

    /** Starts a provider's sandbox whose calls change as time passes. */
    public static SandboxAccount startLive(String provider, ChangingCalls calls, int port) {
        SandboxKind kind = kind(provider);
        return account(kind, kind.start(calls, TimeSource.system(), port));
    }

    private static SandboxKind kind(String provider) {
        return SandboxKind.of(provider).orElseThrow(() -> CommandException.invalidConfig(provider + " has no sandbox"));
    }

    private static SandboxAccount account(SandboxKind kind, Sandbox server) {
        Map<String, String> given = new LinkedHashMap<>();
        given.put(Setting.BASE_URL, server.url().toString());
        given.putAll(kind.settings());
        return new SandboxAccount(new Account(given, kind.environment(), ClientOptions.defaults()), server);
    }

    @Override
    public void close() {
        server.close();
    }
}
