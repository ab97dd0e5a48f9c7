package dev.callist.cli.providers;

import dev.callist.Call;
import dev.callist.CallLister;
import dev.callist.ClientOptions;
import dev.callist.bird.BirdCalls;
import dev.callist.bird.BirdConfig;
import dev.callist.bird.BirdConfigBuilder;
import dev.callist.cli.console.CommandException;
import dev.callist.testkit.BirdSandbox;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Bird needs a workspace and an access key; a channel is optional. */
public final class BirdProvider implements Provider {
    private static final String ACCESS_KEY = "BIRD_ACCESS_KEY";

    @Override
    public String name() {
        return "bird";
    }

    @Override
    public List<String> credentialVariables() {
        return List.of(ACCESS_KEY);
    }

    @Override
    public boolean isNamedBy(Account account) {
        return account.workspace().isPresent() || account.channel().isPresent();
    }

    @Override
    public CallLister open(Account account) {
        return calls(account);
    }

    @Override
    public Call find(Account account, String id) {
        try (BirdCalls calls = calls(account)) {
            return calls.find(id);
        }
    }

    @Override
    public Account withPlaceholders(Account account) {
        return new Account(
                account.baseUrl(),
                Optional.of(account.workspace().orElse("WORKSPACE")),
                account.channel(),
                Map.of(ACCESS_KEY, "placeholder"),
                account.options());
    }

    @Override
    public SandboxAccount startSandbox(int calls, int port) {
        BirdSandbox server = BirdSandbox.start(calls, port);
        Account account = new Account(
                Optional.of(server.url()),
                Optional.of(BirdSandbox.WORKSPACE_ID),
                Optional.of(BirdSandbox.CHANNEL_ID),
                Map.of(ACCESS_KEY, BirdSandbox.ACCESS_KEY),
                ClientOptions.defaults());
        return new SandboxAccount(account, server);
    }

    private static BirdCalls calls(Account account) {
        BirdConfigBuilder config = BirdConfig.builder()
                .workspaceId(account.workspace()
                        .orElseThrow(() -> CommandException.invalidConfig(
                                "the workspace is missing; name it with --workspace ID")))
                .channelId(account.channel())
                .accessKey(account.requiredVariable(ACCESS_KEY))
                .options(account.options());
        account.baseUrl().ifPresent(config::baseUrl);
        return BirdCalls.create(config.build());
    }
}
