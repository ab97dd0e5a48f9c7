package dev.callist.signalwire;

import dev.callist.Call;
import dev.callist.ClientOptions;
import dev.callist.testkit.laml.FakeLamlList;
import java.net.URI;

/** SignalWire's list with scripted responses. */
final class FakeSignalWire extends FakeLamlList<SignalWireCalls> {
    static final String PATH = "/api/laml/2010-04-01/Accounts/p1/Calls";

    FakeSignalWire() {
        super(FakeSignalWire::lister);
    }

    private static SignalWireCalls lister(URI baseUrl, ClientOptions options) {
        return SignalWireCalls.create(SignalWireConfig.builder()
                .projectId("p1")
                .apiToken("PT1")
                .baseUrl(baseUrl)
                .options(options)
                .build());
    }

    @Override
    protected String path() {
        return PATH;
    }

    @Override
    protected String path(String sid) {
        return PATH + "/" + sid;
    }

    @Override
    protected Call find(String sid) {
        return calls().find(sid);
    }
}
