package dev.callist.search;

import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import dev.callist.testkit.fuzz.FuzzContract;
import java.net.URI;
import java.time.Instant;

class SearchFuzzTest extends FuzzContract<SearchCalls> {
    SearchFuzzTest() {
        super(
                SearchFuzzTest::lister,
                CallQuery.builder()
                        .createdFrom(Instant.parse("2026-02-01T00:00:00Z"))
                        .build(),
                "{\"data\":[{\"id\":\"c1\",\"created_at\":\"2026-03-01T09:00:00Z\"},{\"id\":\"c2\"}],\"total\":20}");
    }

    private static SearchCalls lister(ClientOptions options) {
        return SearchCalls.create(SearchConfig.builder()
                .apiKey(SECRET)
                .baseUrl(URI.create("https://calls.example.com/"))
                .options(options)
                .build());
    }
}
