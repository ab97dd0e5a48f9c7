package dev.callist.testkit.internal.server;

import dev.callist.testkit.ProviderProtocol;
import dev.callist.testkit.SandboxRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/**
 * The HTTP server of a sandbox: it numbers and keeps the requests, applies faults, and serves the provider's protocol.
 */
public final class SandboxServer extends Dispatcher implements RequestHandler {
    private static final System.Logger LOG = System.getLogger(SandboxServer.class.getName());
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private volatile ProviderProtocol protocol;
    private final MockWebServer server = new MockWebServer();
    private final FaultScript script = new FaultScript();
    private final RequestLog log = new RequestLog();
    private final CountDownLatch closing = new CountDownLatch(1);

    private SandboxServer(ProviderProtocol protocol) {
        this.protocol = protocol;
    }

    /** Starts a server; port 0 means any that is free. */
    public static SandboxServer start(ProviderProtocol protocol, int port) {
        OkHttpVersion.check();
        SandboxServer started = new SandboxServer(protocol);
        started.server.setServerSocketFactory(new NoDelayServerSocketFactory());
        started.server.setDispatcher(started);
        try {
            started.server.start(InetAddress.getByAddress(LOOPBACK), port);
        } catch (IOException e) {
            throw new UncheckedIOException("port " + port + " cannot be listened on", e);
        }
        return started;
    }

    public ProviderProtocol protocol() {
        return protocol;
    }

    /** Replaces the protocol for all later requests. */
    public synchronized void change(UnaryOperator<ProviderProtocol> change) {
        protocol = change.apply(protocol);
    }

    public FaultScript script() {
        return script;
    }

    public RequestLog log() {
        return log;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getPort() + protocol.basePath());
    }

    @Override
    public MockResponse dispatch(RecordedRequest recorded) throws InterruptedException {
        return answer(SandboxRequest.of(recorded));
    }

    @Override
    public MockResponse answer(SandboxRequest arrived) throws InterruptedException {
        SandboxRequest request = log.add(arrived);
        PendingExchange exchange = new PendingExchange(protocol, request, script.twist(request.number()), closing);
        FaultEffect fault = script.fault(request.number()).orElse(PendingExchange::correctResponse);
        try {
            MockResponse.Builder answer = fault.respond(exchange);
            protocol.headers(request).forEach(answer::setHeader);
            return answer.build();
        } catch (RuntimeException e) {
            return failed(e);
        }
    }

    /** Answers for a protocol that failed, because MockWebServer would leave the client waiting. */
    private static MockResponse failed(RuntimeException failure) {
        LOG.log(System.Logger.Level.WARNING, "the protocol of a sandbox failed", failure);
        return new MockResponse.Builder()
                .code(500)
                .body("the sandbox failed: " + failure.getClass().getName())
                .build();
    }

    /** Releases every request that a fault holds, then stops the server. */
    @Override
    public void close() {
        if (closing.getCount() > 0) {
            closing.countDown();
            server.close();
        }
    }
}
