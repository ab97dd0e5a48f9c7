package dev.callist.bird;

import dev.callist.CallLister;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import dev.callist.testkit.BirdSandbox;
import dev.callist.testkit.CallListerContract;
import dev.callist.testkit.HeapRules;
import dev.callist.testkit.HistoryRules;
import dev.callist.testkit.Sandbox;
import dev.callist.testkit.TokenListRules;
import java.net.URI;
import java.time.Instant;

class BirdContractTest extends CallListerContract implements HeapRules, HistoryRules, TokenListRules {
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

    @Override
    public CallQuery splittable(int pageSize) {
        return lately(pageSize);
    }

    /** A window that holds all calls of the sandbox. */
    static CallQuery lately(int pageSize) {
        return CallQuery.builder()
                .createdFrom(Instant.parse("2026-02-01T00:00:00Z"))
                .pageSize(pageSize)
                .build();
    }
}
