package dev.callist.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** The HTTP server of a sandbox: numbers requests, lets them meet their faults, else asks the provider's wire. */
final class SandboxServer extends Dispatcher implements HttpAnswerer {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private final Wire wire;
    private final MockWebServer server = new MockWebServer();
    private final Script script = new Script();
    private final RequestLog log = new RequestLog();
    private final CountDownLatch closing = new CountDownLatch(1);

    private SandboxServer(Wire wire) {
        this.wire = wire;
    }

    /** Starts a server; port 0 means any that is free. */
    static SandboxServer start(Wire wire, int port) {
        SandboxServer started = new SandboxServer(wire);
        started.server.setServerSocketFactory(new PromptSockets());
        started.server.setDispatcher(started);
        try {
            started.server.start(InetAddress.getByAddress(LOOPBACK), port);
        } catch (IOException e) {
            throw new UncheckedIOException("port " + port + " cannot be listened on", e);
        }
        return started;
    }

    Wire wire() {
        return wire;
    }

    Script script() {
        return script;
    }

    RequestLog log() {
        return log;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getPort() + wire.basePath());
    }

    @Override
    public MockResponse dispatch(RecordedRequest recorded) throws InterruptedException {
        return answer(SandboxRequest.of(recorded));
    }

    @Override
    public MockResponse answer(SandboxRequest arrived) throws InterruptedException {
        SandboxRequest request = log.add(arrived);
        Exchange exchange = new Exchange(wire, request, script.twist(request.number()), closing);
        Fault fault = script.fault(request.number()).orElse(Fault.NONE);
        MockResponse.Builder answer = fault.answer(exchange);
        wire.stamp(request, answer);
        return answer.build();
    }

    /** Lets go of every request that is held, then ends the server. */
    @Override
    public void close() {
        if (closing.getCount() > 0) {
            closing.countDown();
            server.close();
        }
    }
}
