package dev.callist.testkit.matrix;

import dev.callist.testkit.internal.server.PendingExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import okio.Buffer;

/** A response that is corrupted step by step before it is sent. */
final class FaultyResponse {
    private final PendingExchange exchange;
    private MockResponse.Builder http;
    private byte[] body;
    private boolean chunked;

    private FaultyResponse(PendingExchange exchange, MockResponse.Builder http) {
        this.exchange = exchange;
        this.http = http;
        this.body = bytes(http);
    }

    /** The provider's correct response. */
    static FaultyResponse truth(PendingExchange exchange) {
        return new FaultyResponse(exchange, exchange.correctResponse());
    }

    /** Replaces this response with the provider's own error response. */
    void becomeError(int status) {
        http = exchange.error(status);
        body = bytes(http);
    }

    MockResponse.Builder http() {
        return http;
    }

    byte[] body() {
        return body;
    }

    void body(byte[] bytes) {
        body = bytes;
    }

    /** Sends the body in chunks, without its length. */
    void chunk() {
        chunked = true;
    }

    /** Waits until the server closes. */
    void hold() {
        try {
            exchange.pauseForGood();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    MockResponse.Builder finished() {
        String length = http.getHeaders().get("Content-Length");
        Buffer buffer = new Buffer().write(body);
        if (chunked) {
            return http.chunkedBody(buffer, 1000);
        }
        return length == null && body.length == 0 ? http : http.body(buffer);
    }

    private static byte[] bytes(MockResponse.Builder http) {
        MockResponseBody body = http.getBody();
        Buffer buffer = new Buffer();
        if (body != null) {
            try {
                body.writeTo(buffer);
            } catch (IOException e) {
                throw new UncheckedIOException("a buffer in memory failed", e);
            }
        }
        return buffer.readByteArray();
    }
}
