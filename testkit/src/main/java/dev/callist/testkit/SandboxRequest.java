package dev.callist.testkit;

import java.util.List;
import java.util.Optional;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okio.ByteString;

/** A request as it reached a {@link Sandbox}. Immutable. */
public final class SandboxRequest {
    private final int number;
    private final RecordedRequest recorded;

    SandboxRequest(int number, RecordedRequest recorded) {
        this.number = number;
        this.recorded = recorded;
    }

    /** Its number on this server, from 1. */
    public int number() {
        return number;
    }

    /** The method, in capitals. */
    public String method() {
        return recorded.getMethod();
    }

    /** Path and query as they were sent, still encoded. */
    public String target() {
        return recorded.getTarget();
    }

    /** The first header of this name, in any case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(recorded.getHeaders().get(name));
    }

    /** The first value of a query parameter, decoded; empty text when the parameter has no value. */
    public Optional<String> queryParameter(String name) {
        return queryParameters(name).stream().findFirst();
    }

    /** All values of a query parameter, decoded, in their order. */
    public List<String> queryParameters(String name) {
        return recorded.getUrl().queryParameterValues(name).stream()
                .map(value -> value == null ? "" : value)
                .toList();
    }

    /** The body as UTF-8 text; empty when there was none. */
    public String body() {
        ByteString body = recorded.getBody();
        return body == null ? "" : body.utf8();
    }

    HttpUrl url() {
        return recorded.getUrl();
    }

    /** The number and the method: query, headers and body may hold personal data and secrets. */
    @Override
    public String toString() {
        return "SandboxRequest[" + number + ", " + method() + "]";
    }
}
