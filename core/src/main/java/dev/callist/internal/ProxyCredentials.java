package dev.callist.internal;

import java.io.IOException;
import okhttp3.Authenticator;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/**
 * A user's own credentials for a proxy, shown no second time when the proxy has just refused them: OkHttp would ask again on
 * the same connection until the call's time is over.
 */
record ProxyCredentials(Authenticator own) implements Authenticator {
    private static final String HEADER = "Proxy-Authorization";

    @Override
    public @Nullable Request authenticate(@Nullable Route route, Response response) throws IOException {
        Request next = own.authenticate(route, response);
        String refused = response.request().header(HEADER);
        return next != null && refused != null && refused.equals(next.header(HEADER)) ? null : next;
    }
}
