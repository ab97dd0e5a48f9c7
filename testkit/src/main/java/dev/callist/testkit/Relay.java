package dev.callist.testkit;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
    private final ServerSocket listening;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicReference<@Nullable RawAct> once = new AtomicReference<>();
    private final AtomicReference<@Nullable RawAct> always = new AtomicReference<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    private Relay(URI sandbox, ServerSocket listening) {
        this.sandbox = sandbox;
        this.listening = listening;
    }

    static Relay to(URI sandbox) {
        try {
            ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            Relay relay = new Relay(sandbox, listening);
            started(relay::accept);
            return relay;
        } catch (IOException e) {
            throw new UncheckedIOException("no port is free", e);
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort() + sandbox.getRawPath());
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

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                client.setTcpNoDelay(true);
                open.add(client);
                started(() -> serve(client));
            }
        } catch (IOException e) {
            close();
        }
    }

    private void serve(Socket client) {
        try (client;
                InputStream in = new BufferedInputStream(client.getInputStream())) {
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
        } catch (IOException broken) {
            // The client has gone: that is what many faults are for.
        } finally {
            open.remove(client);
        }
    }

    private static boolean begins(InputStream in) throws IOException {
        in.mark(1);
        int first = in.read();
        in.reset();
        return first >= 0;
    }

    private static void started(Runnable work) {
        Thread thread = new Thread(work, "relay");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            listening.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a socket cannot be closed", e);
        }
    }
}
