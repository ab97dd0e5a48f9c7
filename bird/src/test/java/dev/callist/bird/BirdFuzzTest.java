package dev.callist.bird;

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

class BirdFuzzTest {
    private static final FuzzedLister<BirdCalls> FUZZED = FuzzedLister.of(
            BirdFuzzTest::lister,
            CallQuery.builder()
                    .createdFrom(Instant.parse("2026-02-01T00:00:00Z"))
                    .build(),
            "{\"results\":[{\"id\":\"c1\",\"createdAt\":\"2026-03-01T09:00:00Z\"}],\"nextPageToken\":\"t\"}");

    @TestFactory
    Stream<DynamicTest> standsEverySeed() {
        return FuzzSeeds.of(this);
    }

    @FuzzTest(maxDuration = "10m")
    void readsAnyPage(byte[] body) {
        FUZZED.list(body);
        FUZZED.refuse(body);
        FUZZED.find(body, calls -> calls.find("c1"));
    }

    @FuzzTest(maxDuration = "10m")
    void goesOnFromAnyPlace(byte[] place) {
        FUZZED.goOn(place);
    }

    private static BirdCalls lister(ClientOptions options) {
        return BirdCalls.create(BirdConfig.builder()
                .workspaceId("ws1")
                .channelId("ch1")
                .accessKey(FuzzedLister.SECRET)
                .baseUrl(URI.create("https://calls.example.com/"))
                .options(options)
                .build());
    }
}
