package dev.callist.internal.http.connection;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.Socket;
import javax.net.SocketFactory;
import okhttp3.Connection;

/**
 * Creates sockets that count, for each thread, the bytes that it reads, encrypted ones included. HTTP/1.1 responses are
 * read on the thread that sent the request, so the count tells whether a response came from the connection at all, and
 * limits what OkHttp reads without a limit of its own before it delivers a body, such as the size of a chunk.
 */
public final class MeteredSockets extends SocketFactory {
    /** The only one, so that all listers that share a client share its connections. */
    public static final MeteredSockets INSTANCE = new MeteredSockets();

    /** How many bytes may be read in addition to twice those of the body: headers, sizes of chunks, encryption. */
    private static final long MAX_FRAMING = 512 << 10;

    private static final ThreadLocal<Meter> METER = ThreadLocal.withInitial(Meter::new);

    private MeteredSockets() {}

    /** What the current thread has read since {@link #begin}. */
    private static final class Meter {
        private boolean limited;
        private long read;
        private long delivered;
    }

    /** Starts counting and limiting the bytes of a response that the current thread reads. */
    static void begin() {
        METER.remove();
        METER.get().limited = true;
    }

    /** Ends the current thread's limit. */
    static void end() {
        METER.remove();
    }

    /** Whether the current thread has read anything. */
    static boolean hasRead() {
        return METER.get().read > 0;
    }

    /** A response's body, whose bytes the current thread's limit does not count. */
    public static InputStream delivered(InputStream body) {
        return new CountedStream(body) {
            @Override
            protected void count(int bytes) {
                METER.get().delivered += bytes;
            }
        };
    }

    /** Whether the connection's socket was created here. */
    static boolean created(Connection connection) {
        return connection.route().address().socketFactory() == INSTANCE
                && connection.route().proxy().type() != Proxy.Type.SOCKS;
    }

    @Override
    public Socket createSocket() {
        return new MeteredSocket();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException("OkHttp connects its sockets itself");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        return createSocket(host.getHostAddress(), port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) {
        return createSocket(host, port);
    }

    private static final class MeteredSocket extends Socket {
        @Override
        public InputStream getInputStream() throws IOException {
            return new CountedStream(super.getInputStream()) {
                @Override
                protected void count(int bytes) throws IOException {
                    Meter meter = METER.get();
                    meter.read += bytes;
                    if (meter.limited && meter.read > MAX_FRAMING + 2 * meter.delivered) {
                        throw new ResponseTooLongException();
                    }
                }
            };
        }
    }
}
