package dev.callist.twilio;

import static dev.callist.twilio.FakeTwilio.PATH;

import dev.callist.ProviderFilters;
import dev.callist.testkit.laml.LamlLinksContract;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioLinksTest extends LamlLinksContract {
    TwilioLinksTest() {
        super(FakeTwilio::new);
    }

    @Override
    protected ProviderFilters parentCallSid(String sid) {
        return TwilioFilters.builder().parentCallSid(sid).build();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/2010-04-01/Accounts/AC2/Calls.json?" + REST,
                "/2010-04-01/Accounts/AC1/Messages.json?" + REST,
                "/2010-04-01/Accounts/AC1/calls.json?" + REST,
                "/2010-04-01/Accounts/AC1/Calls/CA1.json?" + REST,
                PATH + "/../../AC2/Calls.json?" + REST,
                PATH + "/%2e%2e/%2e%2e/AC2/Calls.json?" + REST
            })
    void refusesALinkToAnotherList(String link) {
        expectRefused(link);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/2010-04-01/Accounts/AC1/Calls?" + REST})
    void takesThePlaceFromAnotherSpellingOfThePath(String link) {
        expectTaken(link);
    }
}
