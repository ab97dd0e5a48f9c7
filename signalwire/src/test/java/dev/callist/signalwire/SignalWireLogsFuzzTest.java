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

class SignalWireLogsFuzzTest {
    private static final FuzzedLister<SignalWireLogs> FUZZED = FuzzedLister.of(
            SignalWireLogsFuzzTest::lister,
            CallQuery.builder()
                    .createdFrom(Instant.parse("2026-02-01T00:00:00Z"))
                    .build(),
            "{\"links\":{},\"data\":[{\"id\":\"e1\",\"created_at\":\"2026-03-01T09:00:00Z\"}]}");

    @TestFactory
    Stream<DynamicTest> standsEverySeed() {
        return FuzzSeeds.of(this);
    }

    @FuzzTest(maxDuration = "10m")
    void readsAnyPage(byte[] body) {
        FUZZED.list(body);
        FUZZED.refuse(body);
        FUZZED.find(body, logs -> logs.find("e1"));
    }

    @FuzzTest(maxDuration = "10m")
    void goesOnFromAnyPlace(byte[] place) {
        FUZZED.goOn(place);
    }

    private static SignalWireLogs lister(ClientOptions options) {
        return SignalWireLogs.create(SignalWireConfig.builder()
                .projectId("project-1")
                .apiToken(FuzzedLister.SECRET)
                .baseUrl(URI.create("https://calls.example.com/"))
                .options(options)
                .build());
    }
}
