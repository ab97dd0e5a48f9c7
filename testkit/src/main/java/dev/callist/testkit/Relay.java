package dev.callist.testkit;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * A server of bare sockets in front of a sandbox. It hands requests and answers on, byte by byte, except those that it has a
 * {@link RawAct} for: what no server that knows HTTP would do.
 */
final class Relay implements AutoCloseable {
    private final URI sandbox;
    private final SocketServer server;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicReference<@Nullable RawAct> once = new AtomicReference<>();
    private final AtomicReference<@Nullable RawAct> always = new AtomicReference<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    private Relay(URI sandbox) {
        this.sandbox = sandbox;
        this.server = SocketServer.start(this::serve);
    }

    static Relay to(URI sandbox) {
        return new Relay(sandbox);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.port() + sandbox.getRawPath());
    }

    /** How many requests have begun to arrive. */
    int requestCount() {
        return requests.get();
    }

    void arm(RawAct act, boolean stays) {
        (stays ? always : once).set(act);
    }

    void heal() {
        once.set(null);
        always.set(null);
    }

    private void serve(Socket client) throws IOException {
        try (InputStream in = new BufferedInputStream(client.getInputStream())) {
            while (begins(in)) {
                requests.incrementAndGet();
                RawAct act = once.getAndSet(null);
                RawAct chosen = act == null ? always.get() : act;
                boolean reads = chosen == null || !chosen.isEarly();
                ByteString request = reads ? ByteString.of(RawMessage.read(in)) : ByteString.EMPTY;
                RawExchange exchange = new RawExchange(client, request, sandbox, closing);
                if (chosen != null) {
                    chosen.on(exchange);
                    return;
                }
                exchange.send(exchange.truth());
            }
        }
    }

    private static boolean begins(InputStream in) throws IOException {
        in.mark(1);
        int first = in.read();
        in.reset();
        return first >= 0;
    }

    @Override
    public void close() {
        closing.countDown();
        server.close();
    }
}
