package dev.callist.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;

/** The search's protocol: who may ask, for what, and how a page is wrapped. */
final class SearchWire implements Wire {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String BASE = "/v1";
    private static final int USUAL_LIMIT = 50;
    private static final int MOST = 1000;
    private static final int SHORTEST_SEARCH = 15_000;
    private static final int LONGEST_SEARCH = 120_000;

    private final ShiftingList list;

    SearchWire(ShiftingList list) {
        this.list = list;
    }

    @Override
    public String basePath() {
        return BASE;
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
    public void stamp(SandboxRequest request, MockResponse.Builder answer) {
        answer.setHeader("X-Request-Id", SandboxIds.of("request", request.number()));
    }

    @Override
    public MockResponse.Builder error(int status) {
        return error(status, status == 401 ? "Not authenticated" : "The request cannot be served");
    }

    @Override
    public MockResponse.Builder answer(SandboxRequest request, Twist twist) {
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
            return error(400, "The body is no JSON");
        } catch (QueryParameters.Invalid e) {
            return error(422, e.parameter() + " " + e.rule());
        }
    }

    private MockResponse.Builder page(SandboxRequest request, JsonNode body, Twist twist) {
        QueryParameters asked = new QueryParameters(request);
        int limit = list.clamped((int) asked.number("limit", 1, MOST).orElse(USUAL_LIMIT));
        long offset = asked.number("offset", 0, Integer.MAX_VALUE).orElse(0);
        asked.number("timeout", SHORTEST_SEARCH, LONGEST_SEARCH);
        SearchBodyFilters filters = SearchBodyFilters.of(body);
        ShiftingList.Page page = list.page(request.number(), filters.name(), filters::wants, offset, limit);
        List<SandboxCall> rows = twist == Twist.EMPTY_PAGE ? List.of() : page.rows();
        return JsonAnswer.of(200, json -> {
            json.writeArrayFieldStart("data");
            for (SandboxCall call : rows) {
                SearchRow.write(call, json);
            }
            json.writeEndArray();
            json.writeNumberField("total", page.total());
        });
    }

    private static MockResponse.Builder error(int status, String description) {
        return JsonAnswer.of(status, json -> {
            json.writeArrayFieldStart("errors");
            json.writeStartObject();
            json.writeStringField("description", description);
            json.writeEndObject();
            json.writeEndArray();
            json.writeNumberField("status", status);
        });
    }
}
