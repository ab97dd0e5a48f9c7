package dev.callist.testkit.rawhttp;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * A socket server that relays requests and responses between a client and a sandbox, byte by byte. For some requests it
 * runs a {@link RawAction} instead, which does what no HTTP server would do.
 */
public final class Relay implements AutoCloseable {
    private final URI sandbox;
    private final SocketServer server;
    private final AtomicInteger requests = new AtomicInteger();
    private final Map<Integer, RawAction> once = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable RawAction> always = new AtomicReference<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    private Relay(URI sandbox) {
        this.sandbox = sandbox;
        this.server = SocketServer.start(this::serve);
    }

    public static Relay to(URI sandbox) {
        return new Relay(sandbox);
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.port() + sandbox.getRawPath());
    }

    /** How many requests have begun to arrive. */
    public int requestCount() {
        return requests.get();
    }

    /** Runs an action for one request; requests are counted from 1. */
    public void on(int request, RawAction act) {
        once.put(request, act);
    }

    public void arm(RawAction act, boolean stays) {
        if (stays) {
            always.set(act);
        } else {
            on(requestCount() + 1, act);
        }
    }

    public void heal() {
        once.clear();
        always.set(null);
    }

    private void serve(Socket client) throws IOException {
        try (InputStream in = new BufferedInputStream(client.getInputStream())) {
            while (begins(in)) {
                RawAction act = once.remove(requests.incrementAndGet());
                RawAction chosen = act == null ? always.get() : act;
                boolean reads = chosen == null || !chosen.isEarly();
                ByteString request = reads ? ByteString.of(RawMessage.read(in)) : ByteString.EMPTY;
                RawExchange exchange = new RawExchange(client, request, sandbox, closing);
                if (chosen == null) {
                    exchange.send(exchange.correctResponse());
                } else {
                    chosen.on(exchange);
                }
                if (chosen != null && !chosen.goesOn()) {
                    return;
                }
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
