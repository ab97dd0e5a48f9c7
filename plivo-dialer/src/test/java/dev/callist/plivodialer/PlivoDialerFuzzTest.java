package dev.callist.plivodialer;

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

class PlivoDialerFuzzTest {
    private static final FuzzedLister<PlivoDialerCalls> FUZZED = FuzzedLister.of(
            PlivoDialerFuzzTest::lister,
            CallQuery.builder()
                    .createdFrom(Instant.parse("2026-02-01T00:00:00Z"))
                    .build(),
            "{\"calls\":[{\"id\":1,\"started_at\":1772355600},{\"id\":2,\"started_at\":1772355500}],\"meta\":{\"page\":1,\"limit\":10,\"total\":20,\"next\":\"more\"}}");

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

    private static PlivoDialerCalls lister(ClientOptions options) {
        return PlivoDialerCalls.create(PlivoDialerConfig.builder()
                .accessToken(FuzzedLister.SECRET)
                .baseUrl(URI.create("https://calls.example.com/"))
                .options(options)
                .build());
    }
}
