package dev.callist.search;

import dev.callist.CallLister;
import dev.callist.ClientOptions;
import dev.callist.testkit.CallListerContract;
import dev.callist.testkit.HeapRules;
import dev.callist.testkit.HistoryRules;
import dev.callist.testkit.Sandbox;
import dev.callist.testkit.SearchSandbox;
import dev.callist.testkit.ShiftingListRules;
import java.net.URI;

class SearchContractTest extends CallListerContract implements HeapRules, HistoryRules, ShiftingListRules {
    @Override
    public Sandbox sandbox(int calls) {
        return SearchSandbox.start(calls);
    }

    @Override
    public String secret() {
        return SearchSandbox.API_KEY;
    }

    @Override
    public CallLister lister(URI baseUrl, String secret, ClientOptions options) {
        return SearchCalls.create(SearchConfig.builder()
                .apiKey(secret)
                .baseUrl(baseUrl)
                .options(options)
                .build());
    }
}
