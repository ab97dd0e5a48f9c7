package dev.callist;

import dev.callist.internal.text.PathTemplate;
import java.util.LinkedHashSet;
import java.util.Set;
import okhttp3.Request;

/**
 * What one provider's requests must hide when an {@link ClientOptions#httpClient() HTTP client of your own} logs them:
 * credentials travel in headers that loggers do not know, and phone numbers in query parameters. Every provider has
 * one, such as {@code BirdCalls.redaction()}. With OkHttp's logging interceptor:
 *
 * <pre>{@code
 * HttpRedaction hidden = BirdCalls.redaction();
 * HttpLoggingInterceptor logging = new HttpLoggingInterceptor().setLevel(Level.HEADERS);
 * hidden.headers().forEach(logging::redactHeader);
 * logging.redactQueryParams(hidden.queryParameters().toArray(String[]::new));
 * }</pre>
 *
 * <p>Bodies cannot be redacted: they hold the calls, and some requests carry their filters in the body. Never log at
 * level BODY.
 *
 * @param headers the headers that carry a credential
 * @param queryParameters the query parameters whose values may be personal, or that only the provider can read
 */
public record HttpRedaction(Set<String> headers, Set<String> queryParameters) {
    /** Makes immutable copies of the names. */
    public HttpRedaction {
        headers = Set.copyOf(headers);
        queryParameters = Set.copyOf(queryParameters);
    }

    /** The names of both redactions, for an HTTP client that several providers share. */
    public HttpRedaction and(HttpRedaction other) {
        return new HttpRedaction(union(headers, other.headers), union(queryParameters, other.queryParameters));
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> both = new LinkedHashSet<>(one);
        both.addAll(other);
        return both;
    }

    /**
     * A request as one line: method, host and path template, such as {@code GET
     * api.example.com/accounts/{accountId}/calls}. A request that this library did not make is shown by method and host
     * only.
     */
    public static String line(Request request) {
        PathTemplate path = request.tag(PathTemplate.class);
        return request.method() + " " + request.url().host() + (path == null ? "" : path.text());
    }
}
