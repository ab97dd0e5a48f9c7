package dev.callist.internal;

import java.io.IOException;
import java.net.ProtocolException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Hides 408, 503 and Retry-After from OkHttp, which would repeat such requests by itself, and throws on long numbers. The
 * header's value is kept under a name of our own.
 */
final class HiddenRetries implements Interceptor {
    static final String KEPT = "Callist-Retry-After";

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        refuseNegativeLength(response);
        String asked = response.header("Retry-After");
        Response.Builder hidden = response.newBuilder().removeHeader(KEPT).removeHeader("Retry-After");
        if (asked != null) {
            hidden.header(KEPT, asked.replaceAll("[^ -~]", "?"));
        }
        if (response.code() == 408 || response.code() == 503) {
            hidden.header("Retry-After", "1");
        }
        return hidden.build();
    }

    /** OkHttp throws from the body's own close on such an answer, and leaks its connection. */
    private static void refuseNegativeLength(Response response) throws IOException {
        String length = response.header("Content-Length");
        if (length != null && length.startsWith("-")) {
            throw new ProtocolException("negative Content-Length");
        }
    }
}
