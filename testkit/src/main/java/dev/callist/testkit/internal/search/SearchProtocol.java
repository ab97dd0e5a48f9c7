package dev.callist.testkit.internal.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.callist.testkit.PageTwist;
import dev.callist.testkit.SandboxCall;
import dev.callist.testkit.SandboxRequest;
import dev.callist.testkit.SandboxResponse;
import dev.callist.testkit.SearchSandbox;
import dev.callist.testkit.ShiftingList;
import dev.callist.testkit.internal.calls.SandboxIds;
import dev.callist.testkit.internal.deviation.DescribedProtocol;
import dev.callist.testkit.internal.deviation.ProtocolFields;
import dev.callist.testkit.internal.server.JsonResponse;
import dev.callist.testkit.internal.server.QueryParameters;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The search's protocol: authorization, parameters, and the form of a page. */
public final class SearchProtocol implements DescribedProtocol {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String BASE = "/v1";
    private static final int USUAL_LIMIT = 50;
    private static final int MOST = 1000;
    private static final int SHORTEST_SEARCH = 15_000;
    private static final int LONGEST_SEARCH = 120_000;

    private final ShiftingList list;

    public SearchProtocol(ShiftingList list) {
        this.list = list;
    }

    @Override
    public String basePath() {
        return BASE;
    }

    @Override
    public ProtocolFields fields() {
        return new SearchFields();
    }

    @Override
    public int calls() {
        return list.calls();
    }

    @Override
    public String id(int index) {
        return SandboxIds.call(index).toString();
    }

    @Override
    public Map<String, String> headers(SandboxRequest request) {
        return Map.of("X-Request-Id", SandboxIds.request(request.number()));
    }

    @Override
    public SandboxResponse error(int status) {
        return error(status, status == 401 ? "Not authenticated" : "The request cannot be served");
    }

    @Override
    public SandboxResponse respond(SandboxRequest request, PageTwist twist) {
        if (!request.header("X-WHIPPY-KEY").equals(Optional.of(SearchSandbox.API_KEY))) {
            return error(401);
        }
        if (!request.url().encodedPath().equals(BASE + "/calls/search")) {
            return error(404);
        }
        if (!request.method().equals("POST")) {
            return error(405);
        }
        try {
            return page(request, MAPPER.readTree(request.body()), twist);
        } catch (JsonProcessingException e) {
            return error(400, "The body is not JSON");
        } catch (QueryParameters.Invalid e) {
            return error(422, e.parameter() + " " + e.rule());
        }
    }

    private SandboxResponse page(SandboxRequest request, JsonNode body, PageTwist twist) {
        QueryParameters asked = new QueryParameters(request);
        int limit = list.clamped((int) asked.number("limit", 1, MOST).orElse(USUAL_LIMIT));
        long offset = asked.number("offset", 0, Integer.MAX_VALUE).orElse(0);
        asked.number("timeout", SHORTEST_SEARCH, LONGEST_SEARCH);
        SearchBodyFilters filters = SearchBodyFilters.of(body);
        ShiftingList.Page page = list.page(request.number(), filters.name(), filters::wants, offset, limit);
        List<SandboxCall> rows = twist == PageTwist.EMPTY_PAGE ? List.of() : page.rows();
        return JsonResponse.of(200, json -> {
            json.writeArrayFieldStart("data");
            for (SandboxCall call : rows) {
                SearchRow.write(call, json);
            }
            json.writeEndArray();
            json.writeNumberField("total", page.total());
        });
    }

    private static SandboxResponse error(int status, String description) {
        return JsonResponse.of(status, json -> {
            json.writeArrayFieldStart("errors");
            json.writeStartObject();
            json.writeStringField("description", description);
            json.writeEndObject();
            json.writeEndArray();
            json.writeNumberField("status", status);
        });
    }
}
