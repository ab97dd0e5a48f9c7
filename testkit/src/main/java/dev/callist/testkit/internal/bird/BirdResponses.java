package dev.callist.testkit.internal.bird;

import dev.callist.testkit.SandboxCall;
import dev.callist.testkit.SandboxResponse;
import dev.callist.testkit.internal.server.JsonResponse;

/** Bird's responses. */
final class BirdResponses {
    private BirdResponses() {}

    static SandboxResponse page(BirdList.Page page) {
        return JsonResponse.of(200, json -> {
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

    static SandboxResponse call(SandboxCall call) {
        return JsonResponse.of(200, json -> BirdRow.write(call, json));
    }

    /** A 422 that names the parameter and the rule, never the value. */
    static SandboxResponse invalid(String parameter, String rule) {
        return JsonResponse.of(422, json -> {
            json.writeStringField("code", code(422));
            json.writeStringField("message", "One or more fields provided in the request are malformed");
            json.writeObjectFieldStart("details");
            json.writeArrayFieldStart("." + parameter);
            json.writeString(rule);
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    static SandboxResponse error(int status) {
        return JsonResponse.of(status, json -> {
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
}
