package dev.callist.twilio;

import dev.callist.Call;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import dev.callist.testkit.fuzz.FuzzContract;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

class TwilioFuzzTest extends FuzzContract<TwilioCalls> {
    TwilioFuzzTest() {
        super(
                TwilioFuzzTest::lister,
                CallQuery.builder()
                        .addProviderFilters(TwilioFilters.builder()
                                .startTimeAfter(Instant.parse("2026-02-01T00:00:00Z"))
                                .build())
                        .build(),
                "{\"calls\":[{\"sid\":\"c1\",\"start_time\":\"Sun, 01 Mar 2026 09:00:00 +0000\"}],\"next_page_uri\":null}");
    }

    @Override
    protected Optional<Call> find(TwilioCalls calls) {
        return Optional.of(calls.find("c1"));
    }

    private static TwilioCalls lister(ClientOptions options) {
        return TwilioCalls.create(TwilioConfig.builder()
                .accountSid("AC1")
                .authToken(SECRET)
                .baseUrl(URI.create("https://api.example.com/"))
                .options(options)
                .build());
    }
}
