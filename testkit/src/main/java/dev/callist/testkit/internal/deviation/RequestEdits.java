package dev.callist.testkit.internal.deviation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callist.QueryFilter;
import dev.callist.testkit.SandboxRequest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import okhttp3.HttpUrl;

/** Changes the parameters of a request, in its query or its body. */
public final class RequestEdits {
    private static final JsonMapper MAPPER = new JsonMapper();

    private RequestEdits() {}

    /** A request without some query parameters. */
    public static SandboxRequest without(SandboxRequest request, Collection<String> parameters) {
        HttpUrl.Builder url = request.url().newBuilder();
        parameters.forEach(url::removeAllQueryParameters);
        return request.withUrl(url.build());
    }

    /** A request whose query parameter has been changed, if it has it. */
    public static SandboxRequest changed(SandboxRequest request, String parameter, UnaryOperator<String> change) {
        List<String> values = request.queryParameters(parameter);
        HttpUrl.Builder url = request.url().newBuilder().removeAllQueryParameters(parameter);
        values.forEach(value -> url.addQueryParameter(parameter, change.apply(value)));
        return request.withUrl(url.build());
    }

    /** The value of a filter. */
    static Optional<String> filter(SandboxRequest request, ProtocolFields fields, QueryFilter filter) {
        String parameter = fields.filters().get(filter);
        if (parameter == null) {
            return Optional.empty();
        }
        return fields.areFiltersInBody()
                ? Optional.of(body(request).path(parameter).asText()).filter(text -> !text.isEmpty())
                : request.queryParameter(parameter);
    }

    /** A request without some filters. */
    public static SandboxRequest withoutFilters(
            SandboxRequest request, ProtocolFields fields, Collection<QueryFilter> filters) {
        List<String> parameters = fields.filters().entrySet().stream()
                .filter(entry -> filters.contains(entry.getKey()))
                .map(entry -> entry.getValue())
                .toList();
        if (!fields.areFiltersInBody()) {
            return without(request, parameters);
        }
        ObjectNode body = body(request);
        body.remove(parameters);
        return request.withBody(body.toString());
    }

    /** The object in a request's body; an empty one if there is none. */
    private static ObjectNode body(SandboxRequest request) {
        try {
            return MAPPER.readTree(request.body()) instanceof ObjectNode body ? body : MAPPER.createObjectNode();
        } catch (JsonProcessingException e) {
            return MAPPER.createObjectNode();
        }
    }
}
