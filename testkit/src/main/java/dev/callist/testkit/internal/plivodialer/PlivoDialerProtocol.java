package dev.callist.testkit.internal.plivodialer;

import dev.callist.testkit.PageTwist;
import dev.callist.testkit.PlivoDialerSandbox;
import dev.callist.testkit.SandboxCall;
import dev.callist.testkit.SandboxRequest;
import dev.callist.testkit.SandboxResponse;
import dev.callist.testkit.ShiftingList;
import dev.callist.testkit.internal.calls.SandboxIds;
import dev.callist.testkit.internal.deviation.DescribedProtocol;
import dev.callist.testkit.internal.deviation.ProtocolFields;
import dev.callist.testkit.internal.server.JsonResponse;
import dev.callist.testkit.internal.server.QueryParameters;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The dialer's protocol: authorization, parameters, and the form of a page. */
public final class PlivoDialerProtocol implements DescribedProtocol {
    private static final String BASE = "/api/v1";
    private static final String LIST = BASE + "/calls/";
    private static final int USUAL_LIMIT = 100;
    private static final int MOST = 1000;

    private final ShiftingList list;
    private final PlivoDialerDays days;

    public PlivoDialerProtocol(ShiftingList list, PlivoDialerDays days) {
        this.list = list;
        this.days = days;
    }

    @Override
    public String basePath() {
        return BASE;
    }

    @Override
    public ProtocolFields fields() {
        return new PlivoDialerFields();
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
    public Map<String, String> headers(SandboxRequest request) {
        return Map.of("X-Request-Id", SandboxIds.request(request.number()));
    }

    @Override
    public SandboxResponse error(int status) {
        return error(status, "the request cannot be served");
    }

    @Override
    public SandboxResponse respond(SandboxRequest request, PageTwist twist) {
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

    private SandboxResponse page(SandboxRequest request, PageTwist twist) {
        QueryParameters asked = new QueryParameters(request);
        PlivoDialerListRequest filters = PlivoDialerListRequest.of(asked, days);
        int number = (int) asked.number("page", 1, Integer.MAX_VALUE).orElse(1);
        int limit = list.clamped((int) asked.number("limit", 1, MOST).orElse(USUAL_LIMIT));
        long start = (number - 1L) * limit;
        ShiftingList.Page page = list.page(request.number(), filters.name(), filters::wants, start, limit);
        boolean more = start + limit < page.total();
        List<SandboxCall> rows = twist == PageTwist.EMPTY_PAGE && more ? List.of() : page.rows();
        return JsonResponse.of(200, json -> {
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

    private static SandboxResponse error(int status, String message) {
        return JsonResponse.of(status, json -> {
            json.writeNumberField("code", status);
            json.writeStringField("message", message);
        });
    }
}
