package dev.callist.signalwire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.Call;
import dev.callist.testkit.SandboxCall;
import dev.callist.testkit.SignalWireSandbox;
import dev.callist.testkit.internal.signalwire.SignalWireDialect;
import dev.callist.testkit.laml.LamlSameCallsContract;
import java.net.URI;
import java.time.Duration;

class SignalWireSameCallsTest extends LamlSameCallsContract<SignalWireCalls> {
    SignalWireSameCallsTest() {
        super("signalwire", new SignalWireDialect(), SignalWireSameCallsTest::lister);
    }

    private static SignalWireCalls lister(URI baseUrl) {
        return SignalWireCalls.create(SignalWireConfig.builder()
                .projectId(SignalWireSandbox.PROJECT_ID)
                .apiToken(SignalWireSandbox.API_TOKEN)
                .baseUrl(baseUrl)
                .build());
    }

    @Override
    protected Call find(SignalWireCalls lister, String sid) {
        return lister.find(sid);
    }

    @Override
    protected void expectOwn(Call call, SandboxCall set) {
        assertThat(call.duration()).contains(set.duration().orElse(Duration.ZERO));
    }
}
