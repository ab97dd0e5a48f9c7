package dev.callist.signalwire;

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

class SignalWireFuzzTest {
    private static final FuzzedLister<SignalWireCalls> FUZZED = FuzzedLister.of(
            SignalWireFuzzTest::lister,
            CallQuery.builder()
                    .addProviderFilters(SignalWireFilters.builder()
                            .startTimeAfter(Instant.parse("2026-02-01T00:00:00Z"))
                            .build())
                    .build(),
            "{\"calls\":[{\"sid\":\"c1\",\"start_time\":\"Sun, 01 Mar 2026 09:00:00 +0000\"}],\"next_page_uri\":null}");

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

    private static SignalWireCalls lister(ClientOptions options) {
        return SignalWireCalls.create(SignalWireConfig.builder()
                .projectId("project-1")
                .apiToken(FuzzedLister.SECRET)
                .baseUrl(URI.create("https://calls.example.com/"))
                .options(options)
                .build());
    }
}
