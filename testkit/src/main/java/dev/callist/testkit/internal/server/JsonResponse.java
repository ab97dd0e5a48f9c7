package dev.callist.testkit.internal.server;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.callist.testkit.SandboxResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import okio.Buffer;

/** A response whose body is a JSON object. */
public final class JsonResponse {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonResponse() {}

    /** Writes the fields of an object that is open. */
    public interface Body {
        void writeTo(JsonGenerator json) throws IOException;
    }

    public static SandboxResponse of(int status, Body body) {
        Buffer buffer = new Buffer();
        try (JsonGenerator json = JSON.createGenerator(buffer.outputStream())) {
            json.writeStartObject();
            body.writeTo(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a buffer in memory failed", e);
        }
        return SandboxResponse.of(status, "application/json", buffer.readByteString());
    }
}
