package dev.callist.internal.http;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Whether an attempt can trust its connection. The rest of an invalid response may follow on the same connection and
 * would be read as the response to the next request. So that connection is closed, and the response to a request
 * already sent over it is discarded. One object serves one attempt.
 */
final class ConnectionTrust {
    private static final System.Logger LOG = System.getLogger("dev.callist");
    private static final CompletableFuture<Boolean> YES = CompletableFuture.completedFuture(true);

    private final CompletableFuture<Boolean> trusted = new CompletableFuture<>();
    private volatile CompletableFuture<Boolean> previous = YES;
    private volatile @Nullable Connection connection;

    /** For each open connection, whether all responses over it have been valid. Thread-safe. */
    static final class History {
        private final Map<Connection, CompletableFuture<Boolean>> last =
                Collections.synchronizedMap(new WeakHashMap<>());

        private void append(Connection used, UnaryOperator<CompletableFuture<Boolean>> next) {
            last.compute(used, (key, latest) -> next.apply(Objects.requireNonNullElse(latest, YES)));
        }
    }

    /**
     * Records which connection carries each request that is tagged with a {@code ConnectionTrust}. The response to a
     * cancelled request is refused: when sending has failed, OkHttp would accept the response and never return the
     * connection.
     */
    static Response note(Interceptor.Chain chain) throws IOException {
        Request request = chain.request();
        ConnectionTrust trust = request.tag(ConnectionTrust.class);
        Connection connection = chain.connection();
        if (trust != null && connection != null) {
            trust.use(connection);
        }
        Response response = chain.proceed(request);
        if (chain.call().isCanceled()) {
            throw new IOException("cancelled");
        }
        return response;
    }

    private void use(Connection used) {
        connection = used;
        if (used.protocol() != Protocol.HTTP_2) {
            ProxyCredentials.historyOf(used).append(used, latest -> {
                previous = latest;
                return latest.thenCombine(trusted, Boolean::logicalAnd);
            });
        }
    }

    /** How far an attempt without a response got. */
    IoErrors.Stage stage() {
        return connection == null ? IoErrors.Stage.CONNECTING : IoErrors.Stage.CONNECTED;
    }

    /** Whether all previous responses over the connection were valid; waits until they have been read. */
    boolean isInStep() throws InterruptedException {
        try {
            return previous.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends the attempt. After an invalid response it closes the connection before any attempt that waits can use it. */
    void end(boolean isTrusted) {
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
