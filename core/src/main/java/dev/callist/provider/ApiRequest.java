package dev.callist.provider;

import dev.callist.internal.http.WireRequest;
import dev.callist.internal.text.PathTemplate;
import java.util.Objects;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * A request for a page or a record. Accept, User-Agent, Content-Type and credential headers are added when it is sent.
 *
 * @param url the full address, with ids and filters
 * @param template the path as logs may show it: ids replaced by their names, such as {@code
 *     /accounts/{accountId}/calls}
 * @param holdsToken whether it continues from a token of an earlier response, which may have expired: a 400, 404, 410
 *     or 422 then means CURSOR_EXPIRED
 * @param json the body of a POST; absent for a GET
 * @param isTyped whether Content-Type says JSON although a GET has no body, as some APIs ask
 */
public record ApiRequest(HttpUrl url, String template, boolean holdsToken, Optional<String> json, boolean isTyped) {
    /** Rejects null. */
    public ApiRequest {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(template, "template");
        Objects.requireNonNull(json, "json");
    }

    /** A GET of a first page or of a record. */
    public static ApiRequest get(HttpUrl url, String template) {
        return new ApiRequest(url, template, false, Optional.empty(), false);
    }

    /** A POST of JSON for a first page or for a record. */
    public static ApiRequest post(HttpUrl url, String template, String json) {
        return new ApiRequest(url, template, false, Optional.of(json), true);
    }

    /** This request, with or without the mark that it continues from a token. */
    public ApiRequest withToken(boolean holdsToken) {
        return new ApiRequest(url, template, holdsToken, json, isTyped);
    }

    /** This request, with {@code Content-Type: application/json} although it has no body. */
    public ApiRequest typed() {
        return new ApiRequest(url, template, holdsToken, json, true);
    }

    WireRequest onTheWire() {
        return new WireRequest(url, new PathTemplate(template), holdsToken, json, isTyped);
    }

    /** Method, host and path template: no ids, no query, no body. */
    @Override
    public String toString() {
        return onTheWire().toString();
    }
}
