package dev.callist.testkit.internal.signalwire;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.callist.testkit.PageTwist;
import dev.callist.testkit.SandboxCall;
import dev.callist.testkit.SandboxRequest;
import dev.callist.testkit.SandboxResponse;
import dev.callist.testkit.internal.calls.ListedCalls;
import dev.callist.testkit.internal.calls.SandboxIds;
import dev.callist.testkit.internal.deviation.DescribedProtocol;
import dev.callist.testkit.internal.deviation.ProtocolFields;
import dev.callist.testkit.internal.laml.LamlList;
import dev.callist.testkit.internal.laml.LamlListRequest;
import dev.callist.testkit.internal.laml.LamlPosition;
import dev.callist.testkit.internal.server.JsonResponse;
import dev.callist.testkit.internal.server.QueryParameters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import okhttp3.HttpUrl;

/** The voice log's protocol: authorization, paths, and the response to each. */
public final class VoiceLogProtocol implements DescribedProtocol {
    private static final List<String> LIST = List.of("api", "voice", "logs");
    private static final Duration DELETED_AFTER = Duration.ofDays(1);

    private final VoiceLogIds ids = new VoiceLogIds();
    private final Supplier<ListedCalls> source;
    private final Predicate<SandboxCall> isDeleted;

    /** The protocol over the calls that the list has at each request, of which some are deleted. */
    public VoiceLogProtocol(Supplier<ListedCalls> source, Predicate<SandboxCall> isDeleted) {
        this.source = source;
        this.isDeleted = isDeleted;
    }

    @Override
    public ProtocolFields fields() {
        return new VoiceLogFields();
    }

    @Override
    public int calls() {
        return source.get().count();
    }

    @Override
    public String id(int index) {
        return ids.sid(SandboxIds.call(index));
    }

    @Override
    public Map<String, String> headers(SandboxRequest request) {
        return Map.of("X-Request-Id", SandboxIds.request(request.number()));
    }

    @Override
    public SandboxResponse error(int status) {
        return status == 404
                ? SandboxResponse.of(404, "text/plain", "Not Found")
                : error(status, code(status), "the request cannot be served", Optional.empty());
    }

    @Override
    public SandboxResponse respond(SandboxRequest request, PageTwist twist) {
        if (!isLetIn(request)) {
            return error(401);
        }
        List<String> path = request.url().pathSegments();
        boolean isLog =
                path.size() >= LIST.size() && path.subList(0, LIST.size()).equals(LIST);
        if (!isLog || path.size() > LIST.size() + 1) {
            return error(404);
        }
        if (!request.method().equals("GET")) {
            return error(405);
        }
        return path.size() == LIST.size() ? list(request, twist) : entry(path.get(LIST.size()));
    }

    private SandboxResponse entry(String id) {
        return ids.call(id)
                .flatMap(source.get()::find)
                .map(call -> JsonResponse.of(200, json -> write(call, json)))
                .orElseGet(() -> error(404));
    }

    private SandboxResponse list(SandboxRequest request, PageTwist twist) {
        try {
            ListedCalls calls = source.get();
            LamlListRequest asked = VoiceLogRequest.of(new QueryParameters(request), calls, isDeleted);
            return page(new LamlList(calls).page(asked, twist), asked, publicUrl(request));
        } catch (QueryParameters.Invalid e) {
            return error(422, "invalid_parameter", e.parameter() + " " + e.rule(), Optional.of(e.parameter()));
        }
    }

    private SandboxResponse page(LamlList.Page page, LamlListRequest asked, HttpUrl url) {
        return JsonResponse.of(200, json -> {
            json.writeObjectFieldStart("links");
            json.writeStringField("self", url.toString());
            json.writeStringField("first", link(url, asked, new LamlPosition(0, Optional.empty())));
            if (page.next().isPresent()) {
                json.writeStringField("next", link(url, asked, page.next().get()));
            }
            if (page.previous().isPresent()) {
                json.writeStringField("prev", link(url, asked, page.previous().get()));
            }
            json.writeEndObject();
            json.writeArrayFieldStart("data");
            for (SandboxCall call : page.rows()) {
                json.writeStartObject();
                write(call, json);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    /** The address under which a client sees this server; a proxy that ends TLS says so. */
    private static HttpUrl publicUrl(SandboxRequest request) {
        return request.header("X-Forwarded-Proto")
                .filter(scheme -> scheme.equals("https"))
                .map(scheme -> request.url().newBuilder().scheme(scheme).build())
                .orElse(request.url());
    }

    /** The absolute address of a page, with the filters. */
    private String link(HttpUrl url, LamlListRequest asked, LamlPosition place) {
        HttpUrl.Builder link = Objects.requireNonNull(url.resolve("/" + String.join("/", LIST)))
                .newBuilder();
        asked.filters().forEach(link::addQueryParameter);
        link.addQueryParameter(VoiceLogRequest.NUMBER, Integer.toString(place.page()));
        link.addQueryParameter(VoiceLogRequest.SIZE, Integer.toString(asked.pageSize()));
        place.token().ifPresent(token -> link.addQueryParameter(VoiceLogRequest.TOKEN, token.text(ids)));
        return link.build().toString();
    }

    private void write(SandboxCall call, JsonGenerator json) throws IOException {
        VoiceLogRow row = new VoiceLogRow(ids, json);
        if (isDeleted.test(call)) {
            row.writeDeleted(call, call.createdAt().plus(DELETED_AFTER));
        } else {
            row.write(call);
        }
    }

    /** An error that names the parameter and the rule, never the value. */
    private static SandboxResponse error(int status, String code, String message, Optional<String> parameter) {
        return JsonResponse.of(status, json -> {
            json.writeArrayFieldStart("errors");
            json.writeStartObject();
            json.writeStringField("type", status == 422 ? "validation_error" : "request_error");
            json.writeStringField("code", code);
            json.writeStringField("message", message);
            json.writeStringField("attribute", parameter.orElse(null));
            json.writeEndObject();
            json.writeEndArray();
        });
    }

    private static String code(int status) {
        return switch (status) {
            case 401 -> "unauthorized";
            case 403 -> "forbidden";
            case 422 -> "invalid_parameter";
            case 429 -> "too_many_requests";
            default -> status < 500 ? "bad_request" : "internal_error";
        };
    }

    private static boolean isLetIn(SandboxRequest request) {
        String credential = new SignalWireDialect().credential();
        String basic = Base64.getEncoder().encodeToString(credential.getBytes(StandardCharsets.UTF_8));
        return request.header("Authorization").orElse("").equals("Basic " + basic);
    }
}
