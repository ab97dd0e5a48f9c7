package dev.callist.testkit;

import java.util.List;
import java.util.Optional;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okio.ByteString;

/** A request as it reached a {@link Sandbox}. Immutable. */
public final class SandboxRequest {
    private final int number;
    private final String method;
    private final String target;
    private final HttpUrl url;
    private final Headers headers;
    private final ByteString body;

    public SandboxRequest(int number, String method, String target, HttpUrl url, Headers headers, ByteString body) {
        this.number = number;
        this.method = method;
        this.target = target;
        this.url = url;
        this.headers = headers;
        this.body = body;
    }

    /** A request as a server received it, without a number. */
    public static SandboxRequest of(RecordedRequest taken) {
        ByteString body = taken.getBody();
        return new SandboxRequest(
                0,
                taken.getMethod(),
                taken.getTarget(),
                taken.getUrl(),
                taken.getHeaders(),
                body == null ? ByteString.EMPTY : body);
    }

    /** Its number on this server, from 1. */
    public int number() {
        return number;
    }

    /** The method, in upper case. */
    public String method() {
        return method;
    }

    /** Path and query as they were sent, still encoded. */
    public String target() {
        return target;
    }

    /** The first header of this name, ignoring case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The first value of a query parameter, decoded; empty text when the parameter has no value. */
    public Optional<String> queryParameter(String name) {
        return queryParameters(name).stream().findFirst();
    }

    /** All values of a query parameter, decoded, in order. */
    public List<String> queryParameters(String name) {
        return url.queryParameterValues(name).stream()
                .map(value -> value == null ? "" : value)
                .toList();
    }

    /** The body as UTF-8 text; empty if there is no body. */
    public String body() {
        return body.utf8();
    }

    public HttpUrl url() {
        return url;
    }

    /** This request with another address. */
    public SandboxRequest withUrl(HttpUrl other) {
        return new SandboxRequest(number, method, target, other, headers, body);
    }

    /** This request with another body. */
    public SandboxRequest withBody(String text) {
        return new SandboxRequest(number, method, target, url, headers, ByteString.encodeUtf8(text));
    }

    /** This request with another number. */
    public SandboxRequest numbered(int other) {
        return new SandboxRequest(other, method, target, url, headers, body);
    }

    /** The number and the method: query, headers and body may hold personal data and secrets. */
    @Override
    public String toString() {
        return "SandboxRequest[" + number + ", " + method() + "]";
    }
}
