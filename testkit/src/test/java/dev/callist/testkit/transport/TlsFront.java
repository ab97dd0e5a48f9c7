package dev.callist.testkit.transport;

import dev.callist.testkit.Sandbox;
import dev.callist.testkit.SandboxAccess;
import dev.callist.testkit.SandboxRequest;
import dev.callist.testkit.internal.server.NoDelayServerSocketFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Protocol;
import okhttp3.tls.HeldCertificate;

/** A TLS server for a sandbox, over HTTP/1.1 or HTTP/2, with its responses, its faults and its count of requests. */
final class TlsFront extends Dispatcher implements AutoCloseable {
    private final Sandbox sandbox;
    private final MockWebServer server = new MockWebServer();
    private final Set<Integer> connections = ConcurrentHashMap.newKeySet();

    private final Deque<SocketEffect> refusals = new ConcurrentLinkedDeque<>();

    private TlsFront(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    static TlsFront of(Sandbox sandbox, HeldCertificate certificate, List<Protocol> protocols) {
        TlsFront front = new TlsFront(sandbox);
        front.server.useHttps(TestCertificates.shown(certificate).sslSocketFactory());
        front.server.setProtocols(protocols);
        front.server.setServerSocketFactory(new NoDelayServerSocketFactory());
        front.server.setDispatcher(front);
        try {
            front.server.start(InetAddress.getLoopbackAddress(), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("no port is free", e);
        }
        return front;
    }

    int port() {
        return server.getPort();
    }

    URI url() {
        return at(port());
    }

    /** The base URL with another port. */
    URI at(int port) {
        return URI.create("https://127.0.0.1:" + port + sandbox.url().getRawPath());
    }

    /** How many connections carried requests. */
    int connections() {
        return connections.size();
    }

    /** Ends the next requests like this, without a response; the sandbox may still count them. */
    void refuse(SocketEffect end, int times) {
        refusals.addAll(Collections.nCopies(times, end));
    }

    /** How many of these ends are left. */
    int refusalsLeft() {
        return refusals.size();
    }

    /** The server's action before it reads a request; the server calls this again afterwards. */
    @Override
    public MockResponse peek() {
        SocketEffect end = refusals.poll();
        return end == null
                ? super.peek()
                : new MockResponse.Builder().onRequestStart(end).build();
    }

    @Override
    public MockResponse dispatch(RecordedRequest taken) throws InterruptedException {
        connections.add(taken.getConnectionIndex());
        try {
            return SandboxAccess.handler(sandbox).answer(SandboxRequest.of(taken));
        } catch (IOException e) {
            throw new UncheckedIOException("the sandbox has no answer", e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
