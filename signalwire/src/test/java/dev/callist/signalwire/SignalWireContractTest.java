package dev.callist.signalwire;

import dev.callist.CallLister;
import dev.callist.ClientOptions;
import dev.callist.Money;
import dev.callist.ProviderFilters;
import dev.callist.testkit.SandboxCall;
import dev.callist.testkit.SignalWireSandbox;
import dev.callist.testkit.history.HistoryProtocol;
import dev.callist.testkit.history.LamlHistoryProtocol;
import dev.callist.testkit.internal.signalwire.SignalWireDialect;
import dev.callist.testkit.laml.LamlContract;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

class SignalWireContractTest extends LamlContract {
    SignalWireContractTest() {
        super("signalwire", new SignalWireDialect());
    }

    @Override
    public Optional<Money> shownPrice(SandboxCall call) {
        return call.price();
    }

    @Override
    public String secret() {
        return SignalWireSandbox.API_TOKEN;
    }

    @Override
    public CallLister lister(URI baseUrl, String secret, ClientOptions options) {
        return SignalWireCalls.create(SignalWireConfig.builder()
                .projectId(SignalWireSandbox.PROJECT_ID)
                .apiToken(secret)
                .baseUrl(baseUrl)
                .options(options)
                .build());
    }

    @Override
    public HistoryProtocol historyProtocol() {
        return LamlHistoryProtocol.signalWire();
    }

    @Override
    protected ProviderFilters busy() {
        return SignalWireFilters.builder().status(SignalWireFilters.STATUS_BUSY).build();
    }

    @Override
    protected ProviderFilters startTimeAfter(Instant moment) {
        return SignalWireFilters.builder().startTimeAfter(moment).build();
    }

    @Override
    protected ProviderFilters endTimeBefore(Instant moment) {
        return SignalWireFilters.builder().endTimeBefore(moment).build();
    }
}
