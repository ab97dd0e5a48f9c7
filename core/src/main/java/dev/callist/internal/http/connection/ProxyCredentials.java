package dev.callist.internal.http.connection;

import java.io.IOException;
import java.util.Objects;
import okhttp3.Authenticator;
import okhttp3.Connection;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/**
 * A user's own credentials for a proxy. They are not offered again when the proxy has just refused them: OkHttp would
 * repeat them on the same connection until the call times out.
 *
 * <p>OkHttp shares a connection between clients of one pool only when their proxy authenticators are equal, and each
 * connection keeps the authenticator of the client that opened it. That authenticator also holds the {@link
 * ConnectionTrust.History}, so that all listers that share a connection share its history. The history is
 * garbage-collected together with them.
 */
public final class ProxyCredentials implements Authenticator {
    private static final String HEADER = "Proxy-Authorization";

    private final Authenticator own;
    private final ConnectionTrust.History history = new ConnectionTrust.History();

    /** Credentials that another authenticator supplies. */
    public ProxyCredentials(Authenticator own) {
        this.own = own;
    }

    /** The history that a connection belongs to, whichever of our clients opened it. */
    static ConnectionTrust.History historyOf(Connection connection) {
        return ((ProxyCredentials) connection.route().address().proxyAuthenticator()).history;
    }

    @Override
    public @Nullable Request authenticate(@Nullable Route route, Response response) throws IOException {
        Request next = own.authenticate(route, response);
        String refused = response.request().header(HEADER);
        return next != null && refused != null && refused.equals(next.header(HEADER)) ? null : next;
    }

    /** Whether the user's credentials are the same. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ProxyCredentials credentials && credentials.own.equals(own);
    }

    @Override
    public int hashCode() {
        return Objects.hash(own);
    }
}
