package dev.callist.internal;

import java.util.Objects;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * A request for a page or a record.
 *
 * @param url the full address, with ids and filters
 * @param template the path as texts may show it, ids replaced by their names
 * @param holdsToken whether it goes on from a token of an earlier answer, which the server may have forgotten
 * @param json the body; with one the request is a POST, without one a GET
 */
public record ApiRequest(HttpUrl url, String template, boolean holdsToken, Optional<String> json) {
    /** Checks that all parts are there. */
    public ApiRequest {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(template, "template");
        Objects.requireNonNull(json, "json");
    }

    /** A GET. */
    public static ApiRequest get(HttpUrl url, String template) {
        return new ApiRequest(url, template, false, Optional.empty());
    }

    /** A POST of JSON. */
    public static ApiRequest post(HttpUrl url, String template, String json) {
        return new ApiRequest(url, template, false, Optional.of(json));
    }

    /** The same request, known to go on from a token unless it is the first page's. */
    public ApiRequest goingOn(boolean fromToken) {
        return new ApiRequest(url, template, fromToken, json);
    }

    /** Method, host and path template: no ids, no query, no body. */
    @Override
    public String toString() {
        return (json.isPresent() ? "POST " : "GET ") + url.host() + template;
    }
}
