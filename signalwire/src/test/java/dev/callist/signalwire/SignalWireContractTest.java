package dev.callist.signalwire;

import dev.callist.CallLister;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import dev.callist.testkit.CallListerContract;
import dev.callist.testkit.HeapRules;
import dev.callist.testkit.HistoryRules;
import dev.callist.testkit.Sandbox;
import dev.callist.testkit.SignalWireSandbox;
import dev.callist.testkit.TokenListRules;
import java.net.URI;
import java.time.Instant;

class SignalWireContractTest extends CallListerContract implements HeapRules, HistoryRules, TokenListRules {
    @Override
    public Sandbox sandbox(int calls) {
        return SignalWireSandbox.start(calls);
    }

    @Override
    public String secret() {
        return SignalWireSandbox.API_TOKEN;
    }

    @Override
    public CallLister lister(URI baseUrl, String secret, ClientOptions options) {
        return SignalWireCalls.create(SignalWireConfig.builder()
                .projectId(SignalWireSandbox.PROJECT_ID)
                .apiToken(secret)
                .baseUrl(baseUrl)
                .options(options)
                .build());
    }

    @Override
    public CallQuery splittable(int pageSize) {
        return CallQuery.builder()
                .addProviderFilters(SignalWireFilters.builder()
                        .startTimeAfter(Instant.parse("2026-02-01T00:00:00Z"))
                        .build())
                .pageSize(pageSize)
                .build();
    }
}
