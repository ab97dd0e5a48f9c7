package dev.callist.internal.http;

import java.io.IOException;
import java.net.ProtocolException;
import java.net.Proxy;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Hides 408, 503 and Retry-After from OkHttp, which would retry such requests by itself and throws on long numbers, and
 * a 407 without a proxy, on which it throws too. The header's value and the status are kept in headers with other
 * names.
 */
final class RetryHeaderInterceptor implements Interceptor {
    static final String KEPT = "Callist-Retry-After";

    private static final String KEPT_STATUS = "Callist-Status";
    private static final int PROXY_ASKED = 407;
    private static final int NETWORK_ASKED = 511;

    /** The status that the server sent. */
    static int status(Response response) {
        return response.header(KEPT_STATUS) == null ? response.code() : PROXY_ASKED;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        refuseNegativeLength(response);
        String asked = response.header("Retry-After");
        Response.Builder hidden = response.newBuilder()
                .removeHeader(KEPT)
                .removeHeader(KEPT_STATUS)
                .removeHeader("Retry-After");
        if (asked != null) {
            hidden.header(KEPT, asked.replaceAll("[^ -~]", "?"));
        }
        if (response.code() == 408 || response.code() == 503) {
            hidden.header("Retry-After", "1");
        }
        if (response.code() == PROXY_ASKED && !isProxied(chain.connection())) {
            hidden.code(NETWORK_ASKED).header(KEPT_STATUS, "407");
        }
        return hidden.build();
    }

    private static boolean isProxied(@Nullable Connection connection) {
        return connection != null && connection.route().proxy().type() == Proxy.Type.HTTP;
    }

    /** With a negative length, OkHttp throws when the body is closed, and leaks the connection. */
    private static void refuseNegativeLength(Response response) throws IOException {
        String length = response.header("Content-Length");
        if (length != null && length.startsWith("-")) {
            throw new ProtocolException("negative Content-Length");
        }
    }
}
