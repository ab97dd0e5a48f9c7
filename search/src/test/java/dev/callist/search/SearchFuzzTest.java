package dev.callist.search;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import dev.callist.testkit.fuzz.FuzzSeeds;
import dev.callist.testkit.fuzz.FuzzedLister;
import java.net.URI;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class SearchFuzzTest {
    private static final FuzzedLister<SearchCalls> FUZZED = FuzzedLister.of(
            SearchFuzzTest::lister,
            CallQuery.builder()
                    .createdFrom(Instant.parse("2026-02-01T00:00:00Z"))
                    .build(),
            "{\"data\":[{\"id\":\"c1\",\"created_at\":\"2026-03-01T09:00:00Z\"},{\"id\":\"c2\"}],\"total\":20}");

    @TestFactory
    Stream<DynamicTest> standsEverySeed() {
        return FuzzSeeds.of(this);
    }

    @FuzzTest(maxDuration = "10m")
    void readsAnyPage(byte[] body) {
        FUZZED.list(body);
        FUZZED.refuse(body);
    }

    @FuzzTest(maxDuration = "10m")
    void goesOnFromAnyPlace(byte[] place) {
        FUZZED.goOn(place);
    }

    private static SearchCalls lister(ClientOptions options) {
        return SearchCalls.create(SearchConfig.builder()
                .apiKey(FuzzedLister.SECRET)
                .baseUrl(URI.create("https://calls.example.com/"))
                .options(options)
                .build());
    }
}
