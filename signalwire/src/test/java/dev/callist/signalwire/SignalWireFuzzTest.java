package dev.callist.signalwire;

import dev.callist.Call;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import dev.callist.testkit.fuzz.FuzzContract;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

class SignalWireFuzzTest extends FuzzContract<SignalWireCalls> {
    SignalWireFuzzTest() {
        super(
                SignalWireFuzzTest::lister,
                CallQuery.builder()
                        .addProviderFilters(SignalWireFilters.builder()
                                .startTimeAfter(Instant.parse("2026-02-01T00:00:00Z"))
                                .build())
                        .build(),
                "{\"calls\":[{\"sid\":\"c1\",\"start_time\":\"Sun, 01 Mar 2026 09:00:00 +0000\"}],\"next_page_uri\":null}");
    }

    @Override
    protected Optional<Call> find(SignalWireCalls calls) {
        return Optional.of(calls.find("c1"));
    }

    private static SignalWireCalls lister(ClientOptions options) {
        return SignalWireCalls.create(SignalWireConfig.builder()
                .projectId("project-1")
                .apiToken(SECRET)
                .baseUrl(URI.create("https://calls.example.com/"))
                .options(options)
                .build());
    }
}
