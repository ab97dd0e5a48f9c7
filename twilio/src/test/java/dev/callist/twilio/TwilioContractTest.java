package dev.callist.twilio;

import dev.callist.CallLister;
import dev.callist.ClientOptions;
import dev.callist.Money;
import dev.callist.ProviderFilters;
import dev.callist.testkit.SandboxCall;
import dev.callist.testkit.TwilioSandbox;
import dev.callist.testkit.history.HistoryProtocol;
import dev.callist.testkit.history.LamlHistoryProtocol;
import dev.callist.testkit.internal.twilio.TwilioDialect;
import dev.callist.testkit.laml.LamlContract;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

class TwilioContractTest extends LamlContract {
    TwilioContractTest() {
        super("twilio", new TwilioDialect());
    }

    @Override
    public Optional<Money> shownPrice(SandboxCall call) {
        return call.price().map(price -> new Money(price.amount().negate(), price.currency()));
    }

    @Override
    public String secret() {
        return TwilioSandbox.AUTH_TOKEN;
    }

    @Override
    public CallLister lister(URI baseUrl, String secret, ClientOptions options) {
        return TwilioCalls.create(TwilioConfig.builder()
                .accountSid(TwilioSandbox.ACCOUNT_SID)
                .authToken(secret)
                .baseUrl(baseUrl)
                .options(options)
                .build());
    }

    @Override
    public HistoryProtocol historyProtocol() {
        return LamlHistoryProtocol.twilio();
    }

    @Override
    protected ProviderFilters busy() {
        return TwilioFilters.builder().status(TwilioFilters.STATUS_BUSY).build();
    }

    @Override
    protected ProviderFilters startTimeAfter(Instant moment) {
        return TwilioFilters.builder().startTimeAfter(moment).build();
    }

    @Override
    protected ProviderFilters endTimeBefore(Instant moment) {
        return TwilioFilters.builder().endTimeBefore(moment).build();
    }
}
