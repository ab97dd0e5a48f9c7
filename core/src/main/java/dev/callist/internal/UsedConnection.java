package dev.callist.internal;

import java.io.IOException;
import java.lang.System.Logger.Level;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The connection that an attempt used. One that brought what is no answer may hold more of it, which would be read as the
 * answer to the next request: it is not used again.
 */
final class UsedConnection {
    private static final System.Logger LOG = System.getLogger("dev.callist");

    private volatile @Nullable Connection connection;

    /**
     * Learns which connection each request uses that carries a {@code UsedConnection}. The answer of a cancelled request is
     * refused: when OkHttp has seen the sending fail, it would take the answer and never give the connection back.
     */
    static Response learn(Interceptor.Chain chain) throws IOException {
        Request request = chain.request();
        UsedConnection used = request.tag(UsedConnection.class);
        if (used != null) {
            used.connection = chain.connection();
        }
        Response response = chain.proceed(request);
        if (chain.call().isCanceled()) {
            throw new IOException("cancelled");
        }
        return response;
    }

    /** How far an attempt had come that has no answer. */
    IoFailures.Stage stage() {
        return connection == null ? IoFailures.Stage.CONNECTING : IoFailures.Stage.CONNECTED;
    }

    /** Ends the connection, unless other requests share it. */
    void distrust() {
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
