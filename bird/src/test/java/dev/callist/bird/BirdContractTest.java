package dev.callist.bird;

import dev.callist.CallLister;
import dev.callist.ClientOptions;
import dev.callist.testkit.BirdSandbox;
import dev.callist.testkit.CallListerContract;
import dev.callist.testkit.Sandbox;
import dev.callist.testkit.TokenListRules;
import java.net.URI;

class BirdContractTest extends CallListerContract implements TokenListRules {
    @Override
    public Sandbox sandbox(int calls) {
        return BirdSandbox.start(calls);
    }

    @Override
    public String secret() {
        return BirdSandbox.ACCESS_KEY;
    }

    @Override
    public CallLister lister(URI baseUrl, String secret, ClientOptions options) {
        return BirdCalls.create(BirdConfig.builder()
                .workspaceId(BirdSandbox.WORKSPACE_ID)
                .channelId(BirdSandbox.CHANNEL_ID)
                .accessKey(secret)
                .baseUrl(baseUrl)
                .options(options)
                .build());
    }
}
