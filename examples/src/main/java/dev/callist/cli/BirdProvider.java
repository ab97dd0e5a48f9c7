package dev.callist.cli;

import dev.callist.Call;
import dev.callist.CallLister;
import dev.callist.ClientOptions;
import dev.callist.bird.BirdCalls;
import dev.callist.bird.BirdConfig;
import dev.callist.bird.BirdConfigBuilder;
import dev.callist.testkit.BirdSandbox;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Bird: a workspace, perhaps a channel, and an access key. */
final class BirdProvider implements Provider {
    private static final String ACCESS_KEY = "BIRD_ACCESS_KEY";

    @Override
    public String name() {
        return "bird";
    }

    @Override
    public List<String> secrets() {
        return List.of(ACCESS_KEY);
    }

    @Override
    public boolean isMeantBy(Account account) {
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
    public Account filledIn(Account account) {
        return new Account(
                account.baseUrl(),
                Optional.of(account.workspace().orElse("WORKSPACE")),
                account.channel(),
                Map.of(ACCESS_KEY, "stand-in"),
                account.options());
    }

    @Override
    public SandboxAccount sandbox(int calls, int port) {
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
                .workspaceId(account.require(account.workspace(), "--workspace"))
                .channelId(account.channel())
                .accessKey(account.secret(ACCESS_KEY))
                .options(account.options());
        account.baseUrl().ifPresent(config::baseUrl);
        return BirdCalls.create(config.build());
    }
}
