package dev.callist.internal.http;

import dev.callist.internal.text.PathTemplate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * A request as it is sent to the server.
 *
 * @param url the full address, with ids and filters
 * @param path the path as logs may show it
 * @param holdsToken whether it continues from a token that may have expired
 * @param json the body of a POST; absent for a GET
 * @param isTyped whether Content-Type says JSON, even without a body
 */
public record WireRequest(HttpUrl url, PathTemplate path, boolean holdsToken, Optional<String> json, boolean isTyped) {
    private static final Pattern KEY = Pattern.compile("\"(\\w+)\":");

    /** The names of the query's parameters and of the body's fields. */
    Set<String> fieldNames() {
        Set<String> names = new HashSet<>(url.queryParameterNames());
        KEY.matcher(json.orElse("")).results().forEach(key -> names.add(key.group(1)));
        return names;
    }

    /** Method, host and path template: no ids, no query, no body. */
    @Override
    public String toString() {
        return (json.isPresent() ? "POST " : "GET ") + url.host() + path.text();
    }
}
