package dev.callist.bird;

import dev.callist.Call;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import dev.callist.testkit.fuzz.FuzzContract;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

class BirdFuzzTest extends FuzzContract<BirdCalls> {
    BirdFuzzTest() {
        super(
                BirdFuzzTest::lister,
                CallQuery.builder()
                        .createdFrom(Instant.parse("2026-02-01T00:00:00Z"))
                        .build(),
                "{\"results\":[{\"id\":\"c1\",\"createdAt\":\"2026-03-01T09:00:00Z\"}],\"nextPageToken\":\"t\"}");
    }

    @Override
    protected Optional<Call> find(BirdCalls calls) {
        return Optional.of(calls.find("c1"));
    }

    private static BirdCalls lister(ClientOptions options) {
        return BirdCalls.create(BirdConfig.builder()
                .workspaceId("ws1")
                .channelId("ch1")
                .accessKey(SECRET)
                .baseUrl(URI.create("https://calls.example.com/"))
                .options(options)
                .build());
    }
}
