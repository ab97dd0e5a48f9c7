package dev.callist.signalwire;

import static dev.callist.signalwire.FakeSignalWire.PATH;

import dev.callist.ProviderFilters;
import dev.callist.testkit.laml.LamlLinksContract;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignalWireLinksTest extends LamlLinksContract {
    SignalWireLinksTest() {
        super(FakeSignalWire::new);
    }

    @Override
    protected ProviderFilters parentCallSid(String sid) {
        return SignalWireFilters.builder().parentCallSid(sid).build();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/2010-04-01/Accounts/p2/Calls?" + REST,
                "/api/laml/2010-04-01/Accounts/p2/Calls?" + REST,
                "/api/laml/2010-04-01/Accounts/p1/Messages?" + REST,
                "/api/laml/2010-04-01/Accounts/p1/calls?" + REST,
                PATH + "/c1?" + REST,
                PATH + ".xml?" + REST,
                PATH + "/../../p2/Calls?" + REST,
                PATH + "/%2e%2e/%2e%2e/p2/Calls?" + REST
            })
    void refusesALinkToAnotherList(String link) {
        expectRefused(link);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PATH + ".json?" + REST,
                "/2010-04-01/Accounts/p1/Calls?" + REST,
                "/2010-04-01/Accounts/p1/Calls.json?" + REST
            })
    void takesThePlaceFromAnotherSpellingOfThePath(String link) {
        expectTaken(link);
    }
}
