package dev.callist.plivodialer;

import dev.callist.CallLister;
import dev.callist.ClientOptions;
import dev.callist.testkit.CallListerContract;
import dev.callist.testkit.HeapRules;
import dev.callist.testkit.HistoryRules;
import dev.callist.testkit.PlivoDialerSandbox;
import dev.callist.testkit.Sandbox;
import dev.callist.testkit.ShiftingListRules;
import java.net.URI;

class PlivoDialerContractTest extends CallListerContract implements HeapRules, HistoryRules, ShiftingListRules {
    @Override
    public Sandbox sandbox(int calls) {
        return PlivoDialerSandbox.start(calls);
    }

    @Override
    public String secret() {
        return PlivoDialerSandbox.ACCESS_TOKEN;
    }

    @Override
    public CallLister lister(URI baseUrl, String secret, ClientOptions options) {
        return PlivoDialerCalls.create(PlivoDialerConfig.builder()
                .accessToken(secret)
                .baseUrl(baseUrl)
                .options(options)
                .build());
    }
}
