package dev.callist.internal.http.connection;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLSocket;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Protocol;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Whether an attempt can trust its connection. Bytes that follow a response on its connection would be read as the
 * response to the next request, which may be another lister's. So a connection on which bytes wait before a request is
 * closed and another one is used; and after an invalid response, whose rest may still follow, the connection is closed
 * and the response to a request already sent over it is discarded. One object serves one attempt.
 */
public final class ConnectionTrust {
    private static final System.Logger LOG = System.getLogger("dev.callist");
    private static final CompletableFuture<Boolean> YES = CompletableFuture.completedFuture(true);
    private static final int BRIEFLY = 1;

    private final CompletableFuture<Boolean> trusted = new CompletableFuture<>();
    private volatile CompletableFuture<Boolean> previous = YES;
    private volatile @Nullable Connection connection;
    private volatile boolean kept;

    /** For each open connection, whether all responses over it have been valid. Thread-safe. */
    static final class History {
        private final Map<Connection, CompletableFuture<Boolean>> last =
                Collections.synchronizedMap(new WeakHashMap<>());

        /** Appends a response and returns whether the connection had any before. */
        private boolean append(Connection used, UnaryOperator<CompletableFuture<Boolean>> next) {
            boolean[] kept = new boolean[1];
            last.compute(used, (key, latest) -> {
                kept[0] = latest != null;
                return next.apply(latest == null ? YES : latest);
            });
            return kept[0];
        }
    }

    /**
     * Sends a request over another connection while the ones that were kept from earlier requests turn out to be
     * useless: bytes were left on them, or what arrives is not HTTP. For application interceptors.
     */
    public static Response onUsableConnection(Interceptor.Chain chain) throws IOException {
        ConnectionTrust trust = chain.request().tag(ConnectionTrust.class);
        while (true) {
            if (trust == null) {
                return chain.proceed(chain.request());
            }
            trust.begin();
            try {
                return chain.proceed(chain.request());
            } catch (ResponseTooLongException e) {
                throw e;
            } catch (ProtocolException e) {
                if (!trust.kept || chain.call().isCanceled()) {
                    throw e;
                }
                trust.close();
                LOG.log(Level.DEBUG, "a kept connection was closed: it had bytes that belong to no request");
            }
        }
    }

    /**
     * Records which connection carries each request, and refuses a connection with bytes on it. A connection serves
     * only one request if its bytes cannot be counted, or if another interceptor has removed the request's tags. The
     * response to a cancelled request is refused: when sending has failed, OkHttp would accept the response and never
     * return the connection. For network interceptors.
     */
    public static Response note(Interceptor.Chain chain) throws IOException {
        Connection connection = Objects.requireNonNull(chain.connection());
        ConnectionTrust trust = chain.request().tag(ConnectionTrust.class);
        if (trust != null) {
            trust.use(connection);
        }
        Response response = proceed(chain, connection, trust);
        if (chain.call().isCanceled()) {
            throw new IOException("cancelled");
        }
        return response;
    }

    private void begin() {
        connection = null;
        kept = false;
        previous = YES;
    }

    private void use(Connection used) {
        connection = used;
        if (used.protocol() != Protocol.HTTP_2) {
            kept = ProxyCredentials.historyOf(used).append(used, latest -> {
                previous = latest;
                return latest.thenCombine(trusted, Boolean::logicalAnd);
            });
        }
    }

    private static Response proceed(Interceptor.Chain chain, Connection used, @Nullable ConnectionTrust trust)
            throws IOException {
        if (used.protocol() == Protocol.HTTP_2) {
            return chain.proceed(chain.request());
        }
        return trust != null && MeteredSockets.created(used)
                ? trust.exchange(chain, used)
                : chain.proceed(chain.request()
                        .newBuilder()
                        .header("Connection", "close")
                        .build());
    }

    private Response exchange(Interceptor.Chain chain, Connection used) throws IOException {
        if (kept && holdsBytes(used.socket())) {
            throw new LeftoverBytesException();
        }
        MeteredSockets.begin();
        Response response = chain.proceed(chain.request());
        if (kept && !MeteredSockets.hasRead()) {
            throw new LeftoverBytesException();
        }
        return response;
    }

    /** Whether bytes have arrived, or the connection has ended. Only reading tells whether encrypted bytes are data. */
    private static boolean holdsBytes(Socket socket) throws IOException {
        if (!(socket instanceof SSLSocket)) {
            return socket.getInputStream().available() > 0;
        }
        int usual = socket.getSoTimeout();
        socket.setSoTimeout(BRIEFLY);
        try {
            socket.getInputStream().read();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } finally {
            socket.setSoTimeout(usual);
        }
    }

    /** Whether the attempt got a connection, through the tunnel of a proxy if need be. */
    public boolean isConnected() {
        return connection != null;
    }

    /** Whether all previous responses over the connection were valid; waits until they have been read. */
    public boolean isInStep() throws InterruptedException {
        try {
            return previous.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Ends the attempt. After an invalid response it closes the connection before any attempt that waits can use it.
     */
    public void end(boolean isTrusted) {
        MeteredSockets.end();
        if (!isTrusted) {
            close();
        }
        trusted.complete(isTrusted);
    }

    /** Closes the connection unless other requests share it. */
    private void close() {
        Connection used = connection;
        if (used == null || used.protocol() == Protocol.HTTP_2) {
            return;
        }
        try {
            used.socket().close();
        } catch (IOException e) {
            LOG.log(
                    Level.DEBUG,
                    "a connection could not be closed: {0}",
                    e.getClass().getName());
        }
    }
}
