package dev.callist.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.Call;
import dev.callist.Money;
import dev.callist.testkit.SandboxCall;
import dev.callist.testkit.TwilioSandbox;
import dev.callist.testkit.internal.twilio.TwilioDialect;
import dev.callist.testkit.laml.LamlSameCallsContract;
import java.net.URI;

class TwilioSameCallsTest extends LamlSameCallsContract<TwilioCalls> {
    TwilioSameCallsTest() {
        super("twilio", new TwilioDialect(), TwilioSameCallsTest::lister);
    }

    private static TwilioCalls lister(URI baseUrl) {
        return TwilioCalls.create(TwilioConfig.builder()
                .accountSid(TwilioSandbox.ACCOUNT_SID)
                .authToken(TwilioSandbox.AUTH_TOKEN)
                .baseUrl(baseUrl)
                .build());
    }

    @Override
    protected Call find(TwilioCalls lister, String sid) {
        return lister.find(sid);
    }

    @Override
    protected void expectOwn(Call call, SandboxCall set) {
        assertThat(call.duration()).isEqualTo(set.duration());
        assertThat(call.price())
                .isEqualTo(set.price().map(price -> new Money(price.amount().negate(), price.currency())));
    }
}
