package dev.callist.internal;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The connection that an attempt used. One that brought what is no answer may hold more of it, which would be read as the
 * answer to the next request: it is not used again, and a request that had already been sent over it has no answer either.
 */
final class UsedConnection {
    private static final System.Logger LOG = System.getLogger("dev.callist");
    private static final CompletableFuture<Boolean> YES = CompletableFuture.completedFuture(true);

    /** Whether what came over a connection last, and all before it, was an answer. */
    private static final Map<Connection, CompletableFuture<Boolean>> LAST =
            Collections.synchronizedMap(new WeakHashMap<>());

    private final CompletableFuture<Boolean> trusted = new CompletableFuture<>();
    private volatile CompletableFuture<Boolean> before = YES;
    private volatile @Nullable Connection connection;

    /**
     * Learns which connection each request uses that carries a {@code UsedConnection}. The answer of a cancelled request is
     * refused: when OkHttp has seen the sending fail, it would take the answer and never give the connection back.
     */
    static Response learn(Interceptor.Chain chain) throws IOException {
        Request request = chain.request();
        UsedConnection used = request.tag(UsedConnection.class);
        Connection connection = chain.connection();
        if (used != null && connection != null) {
            used.take(connection);
        }
        Response response = chain.proceed(request);
        if (chain.call().isCanceled()) {
            throw new IOException("cancelled");
        }
        return response;
    }

    private void take(Connection taken) {
        connection = taken;
        if (taken.protocol() != Protocol.HTTP_2) {
            LAST.compute(taken, (any, last) -> {
                before = Objects.requireNonNullElse(last, YES);
                return before.thenCombine(trusted, Boolean::logicalAnd);
            });
        }
    }

    /** How far an attempt had come that has no answer. */
    IoFailures.Stage stage() {
        return connection == null ? IoFailures.Stage.CONNECTING : IoFailures.Stage.CONNECTED;
    }

    /** Whether all that came over the connection before this attempt were answers; waits until they have been read. */
    boolean isInStep() throws InterruptedException {
        try {
            return before.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends the use, and the connection if what came is not to be trusted, before anybody uses it who waits for this. */
    void end(boolean isTrusted) {
        if (!isTrusted) {
            close();
        }
        trusted.complete(isTrusted);
    }

    /** Unless other requests share it. */
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
