package dev.callist.cli.providers;

import dev.callist.Call;
import dev.callist.CallLister;
import dev.callist.ClientOptions;
import dev.callist.cli.console.CommandException;
import dev.callist.signalwire.SignalWireCalls;
import dev.callist.signalwire.SignalWireConfig;
import dev.callist.signalwire.SignalWireConfigBuilder;
import dev.callist.testkit.SignalWireSandbox;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** SignalWire needs a project, a token and a space, all from the environment; a base URL can replace the space. */
public final class SignalWireProvider implements Provider {
    private static final String PROJECT_ID = "SIGNALWIRE_PROJECT_ID";
    private static final String API_TOKEN = "SIGNALWIRE_API_TOKEN";
    private static final String SPACE = "SIGNALWIRE_SPACE";

    @Override
    public String name() {
        return SignalWireCalls.PROVIDER;
    }

    @Override
    public List<String> credentialVariables() {
        return List.of(PROJECT_ID, API_TOKEN);
    }

    @Override
    public CallLister open(Account account) {
        return calls(account);
    }

    @Override
    public Call find(Account account, String id) {
        try (SignalWireCalls calls = calls(account)) {
            return calls.find(id);
        }
    }

    @Override
    public Account withPlaceholders(Account account) {
        return account.withEnvironment(Map.of(
                PROJECT_ID, account.variable(PROJECT_ID).orElse("PROJECT"),
                API_TOKEN, "placeholder",
                SPACE, account.variable(SPACE).orElse("space")));
    }

    @Override
    public SandboxAccount startSandbox(int calls, int port) {
        SignalWireSandbox server = SignalWireSandbox.start(calls, port);
        Account account = new Account(
                Optional.of(server.url()),
                Optional.empty(),
                Optional.empty(),
                Map.of(PROJECT_ID, SignalWireSandbox.PROJECT_ID, API_TOKEN, SignalWireSandbox.API_TOKEN),
                ClientOptions.defaults());
        return new SandboxAccount(account, server);
    }

    private static SignalWireCalls calls(Account account) {
        SignalWireConfigBuilder config = SignalWireConfig.builder()
                .projectId(account.requiredVariable(PROJECT_ID))
                .apiToken(account.requiredVariable(API_TOKEN))
                .options(account.options());
        if (account.baseUrl().isPresent()) {
            return SignalWireCalls.create(config.baseUrl(account.baseUrl()).build());
        }
        String space = account.variable(SPACE)
                .orElseThrow(() -> CommandException.invalidConfig(
                        SPACE + " is missing; set it as an environment variable, or give --base-url"));
        return SignalWireCalls.create(config.space(space).build());
    }
}
