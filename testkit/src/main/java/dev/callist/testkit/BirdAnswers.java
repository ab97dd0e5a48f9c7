package dev.callist.testkit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import mockwebserver3.MockResponse;
import okio.Buffer;

/** Bird's answers as HTTP. */
final class BirdAnswers {
    private static final JsonFactory JSON = new JsonFactory();

    private BirdAnswers() {}

    private interface Body {
        void writeTo(JsonGenerator json) throws IOException;
    }

    static MockResponse.Builder page(BirdList.Page page) {
        return answer(200, json -> {
            if (page.next().isPresent()) {
                json.writeStringField("nextPageToken", page.next().get().token());
            }
            json.writeArrayFieldStart("results");
            for (SandboxCall call : page.rows()) {
                json.writeStartObject();
                BirdRow.write(call, json);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    static MockResponse.Builder call(SandboxCall call) {
        return answer(200, json -> BirdRow.write(call, json));
    }

    /** A 422 that names the parameter and the rule, never the value. */
    static MockResponse.Builder invalid(String parameter, String rule) {
        return answer(422, json -> {
            json.writeStringField("code", code(422));
            json.writeStringField("message", "One or more fields provided in the request are malformed");
            json.writeObjectFieldStart("details");
            json.writeArrayFieldStart("." + parameter);
            json.writeString(rule);
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    static MockResponse.Builder error(int status) {
        return answer(status, json -> {
            json.writeStringField("code", code(status));
            json.writeStringField("message", message(status));
        });
    }

    private static String code(int status) {
        return switch (status) {
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "NotFound";
            case 405 -> "MethodNotAllowed";
            case 422 -> "InvalidPayload";
            case 429 -> "TooManyRequests";
            case 503 -> "ServiceUnavailable";
            default -> status < 500 ? "BadRequest" : "InternalServerError";
        };
    }

    private static String message(int status) {
        return switch (status) {
            case 401 -> "The access key is missing or not valid";
            case 403 -> "The access key may not do this";
            case 404 -> "The requested resource does not exist";
            case 405 -> "The method is not allowed here";
            case 422 -> "One or more fields provided in the request are malformed";
            case 429 -> "The request has not been processed and can be retried";
            default -> status < 500 ? "The request cannot be processed" : "Something went wrong; it is safe to retry";
        };
    }

    private static MockResponse.Builder answer(int status, Body body) {
        Buffer buffer = new Buffer();
        try (JsonGenerator json = JSON.createGenerator(buffer.outputStream())) {
            json.writeStartObject();
            body.writeTo(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a buffer in memory failed", e);
        }
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .body(buffer);
    }
}
