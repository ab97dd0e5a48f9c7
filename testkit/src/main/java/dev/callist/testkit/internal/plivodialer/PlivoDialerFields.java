package dev.callist.testkit.internal.plivodialer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callist.QueryFilter;
import dev.callist.testkit.SandboxRequest;
import dev.callist.testkit.internal.deviation.ProtocolFields;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The names in the dialer's requests and pages. */
final class PlivoDialerFields implements ProtocolFields {
    @Override
    public String rows() {
        return "calls";
    }

    @Override
    public Optional<String> total() {
        return Optional.of("meta.total");
    }

    @Override
    public String id() {
        return "id";
    }

    @Override
    public String createdAt() {
        return "started_at";
    }

    @Override
    public Set<String> times() {
        return Set.of("started_at");
    }

    @Override
    public Set<String> durations() {
        return Set.of("duration", "talk_time");
    }

    @Override
    public Set<String> addresses() {
        return Set.of("contact.number", "number.number");
    }

    @Override
    public Optional<String> tags() {
        return Optional.of("tags");
    }

    @Override
    public String limit() {
        return "limit";
    }

    @Override
    public Set<String> places() {
        return Set.of("page");
    }

    @Override
    public Map<QueryFilter, String> filters() {
        return Map.of(
                QueryFilter.CREATED_FROM, "dateFrom",
                QueryFilter.CREATED_BEFORE, "dateTo",
                QueryFilter.DIRECTION, "callType");
    }

    @Override
    public boolean matches(QueryFilter filter, JsonNode row, String value) {
        return row.path("is_inbound").asBoolean() == value.equals("all_inbound");
    }

    @Override
    public OptionalLong firstRow(SandboxRequest request) {
        long page = Long.parseLong(request.queryParameter("page").orElse("1"));
        long limit = Long.parseLong(request.queryParameter("limit").orElse("100"));
        return OptionalLong.of((page - 1) * limit);
    }
}
