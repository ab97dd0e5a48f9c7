package dev.callist.internal;

import java.util.Objects;
import okhttp3.HttpUrl;

/**
 * A request for a page or a record.
 *
 * @param url the full address, with ids and filters
 * @param template the path as texts may show it, ids replaced by their names
 * @param holdsToken whether it goes on from a token of an earlier answer, which the server may have forgotten
 */
public record ApiRequest(HttpUrl url, String template, boolean holdsToken) {
    /** Checks that both parts are there. */
    public ApiRequest {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(template, "template");
    }

    /** Method, host and path template: no ids, no query. */
    @Override
    public String toString() {
        return "GET " + url.host() + template;
    }
}
