package dev.callist.cli;

import dev.callist.CallLister;
import dev.callist.ClientOptions;
import dev.callist.plivodialer.PlivoDialerCalls;
import dev.callist.plivodialer.PlivoDialerConfig;
import dev.callist.testkit.PlivoDialerSandbox;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The page and limit dialer: a tenant's own base URL, and an access token. */
final class PlivoDialerProvider implements Provider {
    private static final String ACCESS_TOKEN = "PLIVO_DIALER_ACCESS_TOKEN";
    private static final URI SOME_TENANT = URI.create("https://TENANT/api/v1");

    @Override
    public String name() {
        return PlivoDialerCalls.PROVIDER;
    }

    @Override
    public List<String> secrets() {
        return List.of(ACCESS_TOKEN);
    }

    @Override
    public CallLister open(Account account) {
        return PlivoDialerCalls.create(PlivoDialerConfig.builder()
                .accessToken(account.secret(ACCESS_TOKEN))
                .baseUrl(account.require(account.baseUrl(), "--base-url, such as " + SOME_TENANT))
                .options(account.options())
                .build());
    }

    @Override
    public Account filledIn(Account account) {
        return account.withBaseUrl(account.baseUrl().orElse(SOME_TENANT))
                .withEnvironment(Map.of(ACCESS_TOKEN, "stand-in"));
    }

    @Override
    public SandboxAccount sandbox(int calls, int port) {
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
