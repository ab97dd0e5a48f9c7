package dev.callist.cli.providers;

import dev.callist.CallLister;
import dev.callist.ClientOptions;
import dev.callist.cli.console.CommandException;
import dev.callist.plivodialer.PlivoDialerCalls;
import dev.callist.plivodialer.PlivoDialerConfig;
import dev.callist.testkit.PlivoDialerSandbox;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Plivo dialer needs the base URL of a tenant and an access token. */
public final class PlivoDialerProvider implements Provider {
    private static final String ACCESS_TOKEN = "PLIVO_DIALER_ACCESS_TOKEN";
    private static final URI EXAMPLE_URL = URI.create("https://TENANT/api/v1");

    @Override
    public String name() {
        return PlivoDialerCalls.PROVIDER;
    }

    @Override
    public List<String> credentialVariables() {
        return List.of(ACCESS_TOKEN);
    }

    @Override
    public CallLister open(Account account) {
        return PlivoDialerCalls.create(PlivoDialerConfig.builder()
                .accessToken(account.requiredVariable(ACCESS_TOKEN))
                .baseUrl(account.baseUrl()
                        .orElseThrow(() -> CommandException.invalidConfig(
                                "the base URL is missing; give --base-url, such as " + EXAMPLE_URL)))
                .options(account.options())
                .build());
    }

    @Override
    public Account withPlaceholders(Account account) {
        return account.withBaseUrl(account.baseUrl().orElse(EXAMPLE_URL))
                .withEnvironment(Map.of(ACCESS_TOKEN, "placeholder"));
    }

    @Override
    public SandboxAccount startSandbox(int calls, int port) {
        PlivoDialerSandbox server = PlivoDialerSandbox.start(calls, port);
        Account account = new Account(
                Optional.of(server.url()),
                Optional.empty(),
                Optional.empty(),
                Map.of(ACCESS_TOKEN, PlivoDialerSandbox.ACCESS_TOKEN),
                ClientOptions.defaults());
        return new SandboxAccount(account, server);
    }
}
