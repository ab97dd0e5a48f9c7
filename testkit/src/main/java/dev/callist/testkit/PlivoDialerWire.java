package dev.callist.testkit;

import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;

/** The dialer's protocol: who may ask, for what, and how a page is wrapped. */
final class PlivoDialerWire implements Wire {
    private static final String BASE = "/api/v1";
    private static final String LIST = BASE + "/calls/";
    private static final int USUAL_LIMIT = 100;
    private static final int MOST = 1000;

    private final ShiftingList list;

    PlivoDialerWire(ShiftingList list) {
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
        return Long.toString(PlivoDialerRow.id(index));
    }

    @Override
    public void stamp(SandboxRequest request, MockResponse.Builder answer) {
        answer.setHeader("X-Request-Id", SandboxIds.of("request", request.number()));
    }

    @Override
    public MockResponse.Builder error(int status) {
        return error(status, "the request cannot be served");
    }

    @Override
    public MockResponse.Builder answer(SandboxRequest request, Twist twist) {
        if (!request.header("Access-Token").equals(Optional.of(PlivoDialerSandbox.ACCESS_TOKEN))) {
            return error(401);
        }
        if (!request.url().encodedPath().equals(LIST)) {
            return error(404);
        }
        if (!request.method().equals("GET")) {
            return error(405);
        }
        try {
            return page(request, twist);
        } catch (QueryParameters.Invalid e) {
            return error(422, e.parameter() + " " + e.rule());
        }
    }

    private MockResponse.Builder page(SandboxRequest request, Twist twist) {
        QueryParameters asked = new QueryParameters(request);
        PlivoDialerListRequest filters = PlivoDialerListRequest.of(asked);
        int number = (int) asked.number("page", 1, Integer.MAX_VALUE).orElse(1);
        int limit = list.clamped((int) asked.number("limit", 1, MOST).orElse(USUAL_LIMIT));
        long start = (number - 1L) * limit;
        ShiftingList.Page page = list.page(request.number(), filters.name(), filters::wants, start, limit);
        boolean more = start + limit < page.total();
        List<SandboxCall> rows = twist == Twist.EMPTY_PAGE && more ? List.of() : page.rows();
        return JsonAnswer.of(200, json -> {
            json.writeArrayFieldStart("calls");
            for (SandboxCall call : rows) {
                PlivoDialerRow.write(call, json);
            }
            json.writeEndArray();
            json.writeObjectFieldStart("meta");
            json.writeNumberField("page", number);
            json.writeNumberField("limit", limit);
            json.writeNumberField("total", page.total());
            json.writeStringField("next", more ? LIST + "?page=" + (number + 1) : null);
            json.writeStringField("previous", number > 1 ? LIST + "?page=" + (number - 1) : null);
            json.writeEndObject();
        });
    }

    private static MockResponse.Builder error(int status, String message) {
        return JsonAnswer.of(status, json -> {
            json.writeNumberField("code", status);
            json.writeStringField("message", message);
        });
    }
}
