package dev.callist.testkit.rawhttp;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLSocket;

/** A server that sends the correct responses of a sandbox, each followed by bytes that were not requested. */
public final class SurplusServer implements AutoCloseable {
    private final URI sandbox;
    private final Handshake handshake;
    private final FramedResponse framing;
    private final Surplus surplus;
    private final SocketServer server;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger sent = new AtomicInteger();

    /** What a connection begins with. */
    public interface Handshake {
        Socket with(Socket client) throws IOException;
    }

    /** The bytes that follow the response to a request, and whether they are sent with its end or separately. */
    public interface Surplus {
        byte[] after(byte[] request) throws IOException;

        default boolean isLate() {
            return false;
        }
    }

    private SurplusServer(URI sandbox, Handshake handshake, FramedResponse framing, Surplus surplus) {
        this.sandbox = sandbox;
        this.handshake = handshake;
        this.framing = framing;
        this.surplus = surplus;
        this.server = SocketServer.start(this::serve);
    }

    public static SurplusServer start(URI sandbox, Handshake handshake, FramedResponse framing, Surplus surplus) {
        return new SurplusServer(sandbox, handshake, framing, surplus);
    }

    /** The server's address, with the scheme {@code http} or {@code https}. */
    public URI url(String scheme) {
        return URI.create(scheme + "://127.0.0.1:" + server.port() + sandbox.getRawPath());
    }

    /** How many connections were made. */
    public int connections() {
        return server.connections();
    }

    /** Waits until every request so far has its response and the surplus, as far as its connection is open. */
    public void awaitSurplus() {
        while (sent.get() < requests.get()) {
            LockSupport.parkNanos(1_000);
            if (Thread.interrupted()) {
                throw new AssertionError("the surplus was not sent in time");
            }
        }
    }

    /** The response of a sandbox to a request. */
    public static byte[] response(URI sandbox, byte[] request) throws IOException {
        try (Socket server = new Socket(sandbox.getHost(), sandbox.getPort());
                InputStream in = new BufferedInputStream(server.getInputStream())) {
            server.getOutputStream().write(request);
            return RawMessage.read(in);
        }
    }

    private void serve(Socket plain) throws IOException {
        Socket client = handshake.with(plain);
        InputStream in = new BufferedInputStream(client.getInputStream());
        while (true) {
            byte[] request = RawMessage.read(in);
            requests.incrementAndGet();
            try {
                respond(client instanceof SSLSocket ? forwarded(request) : request, client.getOutputStream());
            } finally {
                sent.incrementAndGet();
            }
        }
    }

    /** The request as a proxy that ends TLS forwards it. */
    private static byte[] forwarded(byte[] request) {
        String text = new String(request, StandardCharsets.ISO_8859_1);
        return text.replaceFirst("\r\n", "\r\nX-Forwarded-Proto: https\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private void respond(byte[] request, OutputStream out) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answer.writeBytes(framing.of(response(sandbox, request)));
        if (surplus.isLate()) {
            out.write(answer.toByteArray());
            answer.reset();
        }
        answer.writeBytes(surplus.after(request));
        out.write(answer.toByteArray());
    }

    @Override
    public void close() {
        server.close();
    }
}
