package dev.callist.testkit;

import java.util.Objects;
import okhttp3.Headers;
import okio.ByteString;

/** A response of a {@link ProviderProtocol}. Immutable. */
public final class SandboxResponse {
    private final int status;
    private final Headers headers;
    private final ByteString body;

    private SandboxResponse(int status, Headers headers, ByteString body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /** A response whose body is text. */
    public static SandboxResponse of(int status, String contentType, String body) {
        return of(status, contentType, ByteString.encodeUtf8(body));
    }

    /** A response whose body is bytes. */
    public static SandboxResponse of(int status, String contentType, ByteString body) {
        Objects.requireNonNull(body, "body");
        return new SandboxResponse(status, Headers.of("Content-Type", contentType), body);
    }

    /** A response whose body is JSON. */
    public static SandboxResponse json(int status, String body) {
        return of(status, "application/json", body);
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The headers. */
    public Headers headers() {
        return headers;
    }

    /** The body. */
    public ByteString body() {
        return body;
    }

    /** This response with a header set. */
    public SandboxResponse withHeader(String name, String value) {
        return new SandboxResponse(status, headers.newBuilder().set(name, value).build(), body);
    }

    /** The status; headers and body may hold personal data. */
    @Override
    public String toString() {
        return "SandboxResponse[" + status + "]";
    }
}
