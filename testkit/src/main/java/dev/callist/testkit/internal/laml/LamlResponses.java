package dev.callist.testkit.internal.laml;

import dev.callist.testkit.SandboxCall;
import dev.callist.testkit.SandboxResponse;
import dev.callist.testkit.internal.server.JsonResponse;

/** The responses of a dialect. */
record LamlResponses(LamlDialect dialect) {
    private static final int BAD_TOKEN = 21481;
    private static final int BAD_ARGUMENT = 10000;

    SandboxResponse page(LamlList.Page page, LamlListRequest asked, LamlLinks links) {
        return JsonResponse.of(200, json -> {
            json.writeStringField("uri", links.self());
            json.writeStringField("first_page_uri", links.first());
            json.writeStringField("next_page_uri", page.next().map(links::to).orElse(null));
            json.writeStringField(
                    "previous_page_uri", page.previous().map(links::to).orElse(null));
            json.writeNumberField("page", asked.place().page());
            json.writeNumberField("page_size", asked.pageSize());
            if (dialect.countsRows()) {
                int start = asked.place().page() * asked.pageSize();
                json.writeNumberField("start", start);
                json.writeNumberField("end", Math.max(start, start + page.rows().size() - 1));
            }
            json.writeArrayFieldStart("calls");
            for (SandboxCall call : page.rows()) {
                json.writeStartObject();
                dialect.writeRow(call, json);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    SandboxResponse call(SandboxCall call) {
        return JsonResponse.of(200, json -> dialect.writeRow(call, json));
    }

    /** An error that names the parameter and the rule, never the value. */
    SandboxResponse invalid(String parameter, String rule) {
        boolean isToken = parameter.equals(LamlListRequest.TOKEN);
        return error(
                isToken ? 400 : dialect.invalidStatus(), isToken ? BAD_TOKEN : BAD_ARGUMENT, parameter + " " + rule);
    }

    SandboxResponse error(int status) {
        return error(status, code(status), message(status));
    }

    private SandboxResponse error(int status, int code, String message) {
        return JsonResponse.of(status, json -> {
            json.writeNumberField("code", code);
            json.writeStringField("message", message);
            json.writeStringField("more_info", dialect.moreInfo(code));
            json.writeNumberField("status", status);
        });
    }

    private static int code(int status) {
        return switch (status) {
            case 401, 403 -> 20003;
            case 404 -> 20404;
            case 422 -> BAD_ARGUMENT;
            case 429 -> 20429;
            default -> status < 500 ? 20001 : 20504;
        };
    }

    private static String message(int status) {
        return switch (status) {
            case 401 -> "Authentication failed";
            case 403 -> "The token lacks the scope";
            case 404 -> "The requested resource does not exist";
            case 429 -> "Too many requests";
            default -> status < 500 ? "The request cannot be processed" : "Something went wrong";
        };
    }
}
