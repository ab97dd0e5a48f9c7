package dev.callist.testkit.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.testkit.Fault;
import dev.callist.testkit.Sandbox;
import dev.callist.testkit.rawhttp.RawAction;
import dev.callist.testkit.rawhttp.Relay;
import java.net.URI;
import java.util.Optional;

/** The server of a case: a sandbox, reached through a relay if the fault is below HTTP. */
final class CaseServer implements AutoCloseable {
    private static final String RAW = "raw ";

    private final Sandbox sandbox;
    private final Optional<Relay> relay;

    private CaseServer(Sandbox sandbox, Optional<Relay> relay) {
        this.sandbox = sandbox;
        this.relay = relay;
    }

    static CaseServer of(Sandbox sandbox, FaultLine line) {
        return new CaseServer(
                sandbox, line.server().startsWith(RAW) ? Optional.of(Relay.to(sandbox.url())) : Optional.empty());
    }

    URI url() {
        return relay.map(Relay::url).orElseGet(sandbox::url);
    }

    int requestCount() {
        return relay.map(Relay::requestCount).orElseGet(sandbox::requestCount);
    }

    /**
     * Applies the fault to the next request.
     *
     * @param server what the server does, with all words replaced
     * @param stays whether the following requests meet it too
     */
    void arm(String server, String listKey, boolean stays) {
        if (relay.isPresent()) {
            relay.get().arm(RawAction.parse(server.substring(RAW.length())), stays);
            return;
        }
        Fault fault = ResponseSteps.parse(server, listKey).fault();
        if (stays) {
            sandbox.always(fault);
        } else {
            sandbox.on(sandbox.requestCount() + 1, fault);
        }
    }

    void assertNoCookies() {
        assertThat(sandbox.requests())
                .allSatisfy(request -> assertThat(request.header("Cookie")).isEmpty());
    }

    void heal() {
        relay.ifPresent(Relay::heal);
        sandbox.heal();
    }

    @Override
    public void close() {
        relay.ifPresent(Relay::close);
        sandbox.close();
    }
}
