package dev.callist;

import dev.callist.internal.ApiRequest;
import java.util.Set;
import okhttp3.Request;

/**
 * What must be hidden when requests are logged by an {@link ClientOptions#httpClient() HTTP client of one's own}: credentials
 * travel in headers that loggers do not know, and phone numbers in query parameters. With OkHttp's logging interceptor:
 *
 * <pre>{@code
 * HttpLoggingInterceptor logging = new HttpLoggingInterceptor().setLevel(Level.HEADERS);
 * HttpRedaction.headers().forEach(logging::redactHeader);
 * logging.redactQueryParams(HttpRedaction.queryParameters().toArray(String[]::new));
 * }</pre>
 *
 * <p>Bodies cannot be redacted: they hold the calls, and the search's requests hold its filters. Never log at level BODY.
 */
public final class HttpRedaction {
    private static final Set<String> HEADERS = Set.of("Authorization", "Access-Token", "X-WHIPPY-KEY");
    private static final Set<String> QUERY_PARAMETERS =
            Set.of("from", "to", "tag", "pageToken", "From", "To", "PageToken");

    private HttpRedaction() {}

    /** The headers that carry a credential. */
    public static Set<String> headers() {
        return HEADERS;
    }

    /** The query parameters whose values may be personal, or that only the provider can read. */
    public static Set<String> queryParameters() {
        return QUERY_PARAMETERS;
    }

    /**
     * A request as one line: method, host and path template, such as
     * {@code GET api.bird.com/workspaces/{workspaceId}/channels/calls}; of a request that is not ours method and host only.
     */
    public static String line(Request request) {
        ApiRequest ours = request.tag(ApiRequest.class);
        return request.method() + " " + request.url().host() + (ours == null ? "" : ours.template());
    }
}
