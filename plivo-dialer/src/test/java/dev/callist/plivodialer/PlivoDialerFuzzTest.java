package dev.callist.plivodialer;

import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import dev.callist.testkit.fuzz.FuzzContract;
import java.net.URI;
import java.time.Instant;

class PlivoDialerFuzzTest extends FuzzContract<PlivoDialerCalls> {
    PlivoDialerFuzzTest() {
        super(
                PlivoDialerFuzzTest::lister,
                CallQuery.builder()
                        .createdFrom(Instant.parse("2026-02-01T00:00:00Z"))
                        .build(),
                "{\"calls\":[{\"id\":1,\"started_at\":1772355600},{\"id\":2,\"started_at\":1772355500}],\"meta\":{\"page\":1,\"limit\":10,\"total\":20,\"next\":\"more\"}}");
    }

    private static PlivoDialerCalls lister(ClientOptions options) {
        return PlivoDialerCalls.create(PlivoDialerConfig.builder()
                .accessToken(SECRET)
                .baseUrl(URI.create("https://calls.example.com/"))
                .options(options)
                .build());
    }
}
