package dev.callist.signalwire;

import dev.callist.Call;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import dev.callist.testkit.fuzz.FuzzContract;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

class SignalWireLogsFuzzTest extends FuzzContract<SignalWireLogs> {
    SignalWireLogsFuzzTest() {
        super(
                SignalWireLogsFuzzTest::lister,
                CallQuery.builder()
                        .createdFrom(Instant.parse("2026-02-01T00:00:00Z"))
                        .build(),
                "{\"links\":{},\"data\":[{\"id\":\"e1\",\"created_at\":\"2026-03-01T09:00:00Z\"}]}");
    }

    @Override
    protected Optional<Call> find(SignalWireLogs logs) {
        return Optional.of(logs.find("e1"));
    }

    private static SignalWireLogs lister(ClientOptions options) {
        return SignalWireLogs.create(SignalWireConfig.builder()
                .projectId("project-1")
                .apiToken(SECRET)
                .baseUrl(URI.create("https://calls.example.com/"))
                .options(options)
                .build());
    }
}
