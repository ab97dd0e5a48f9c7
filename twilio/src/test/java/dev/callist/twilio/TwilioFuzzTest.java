package dev.callist.twilio;

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

class TwilioFuzzTest {
    private static final FuzzedLister<TwilioCalls> FUZZED = FuzzedLister.of(
            TwilioFuzzTest::lister,
            CallQuery.builder()
                    .addProviderFilters(TwilioFilters.builder()
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

    private static TwilioCalls lister(ClientOptions options) {
        return TwilioCalls.create(TwilioConfig.builder()
                .accountSid("AC1")
                .authToken(FuzzedLister.SECRET)
                .baseUrl(URI.create("https://api.example.com/"))
                .options(options)
                .build());
    }
}
