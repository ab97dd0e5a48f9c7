package dev.callist.testkit.internal.search;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callist.QueryFilter;
import dev.callist.testkit.SandboxRequest;
import dev.callist.testkit.internal.deviation.ProtocolFields;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The field names in the requests and pages of the Search Calls API. */
final class SearchFields implements ProtocolFields {
    @Override
    public String rows() {
        return "data";
    }

    @Override
    public Optional<String> total() {
        return Optional.of("total");
    }

    @Override
    public String id() {
        return "id";
    }

    @Override
    public String createdAt() {
        return "created_at";
    }

    @Override
    public Set<String> times() {
        return Set.of("created_at", "updated_at");
    }

    @Override
    public Optional<String> status() {
        return Optional.of("delivery_status");
    }

    @Override
    public Optional<String> direction() {
        return Optional.of("direction");
    }

    @Override
    public Set<String> durations() {
        return Set.of("duration");
    }

    @Override
    public Set<String> addresses() {
        return Set.of("from", "to");
    }

    @Override
    public String limit() {
        return "limit";
    }

    @Override
    public Set<String> places() {
        return Set.of("offset");
    }

    @Override
    public Map<QueryFilter, String> filters() {
        return Map.of(
                QueryFilter.CREATED_FROM, "after",
                QueryFilter.CREATED_BEFORE, "before",
                QueryFilter.DIRECTION, "direction",
                QueryFilter.FROM, "from",
                QueryFilter.TO, "to",
                QueryFilter.MIN_DURATION, "min_duration",
                QueryFilter.MAX_DURATION, "max_duration");
    }

    @Override
    public boolean areFiltersInBody() {
        return true;
    }

    @Override
    public boolean matches(QueryFilter filter, JsonNode row, String value) {
        return row.path("direction").asText().equals(value);
    }

    @Override
    public OptionalLong firstRow(SandboxRequest request) {
        return OptionalLong.of(Long.parseLong(request.queryParameter("offset").orElse("0")));
    }
}
