package dev.callist.testkit.internal.bird;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callist.QueryFilter;
import dev.callist.testkit.internal.deviation.ProtocolFields;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names in Bird's requests and pages. */
final class BirdFields implements ProtocolFields {
    @Override
    public String rows() {
        return "results";
    }

    @Override
    public String id() {
        return "id";
    }

    @Override
    public String createdAt() {
        return "createdAt";
    }

    @Override
    public Set<String> times() {
        return Set.of("createdAt", "updatedAt", "ringingAt", "answeredAt", "endedAt", "scheduledFor");
    }

    @Override
    public Optional<String> status() {
        return Optional.of("status");
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
    public Optional<String> tags() {
        return Optional.of("tags");
    }

    @Override
    public String limit() {
        return "limit";
    }

    @Override
    public Set<String> places() {
        return Set.of("pageToken");
    }

    @Override
    public Map<QueryFilter, String> filters() {
        return Map.of(
                QueryFilter.CREATED_FROM, "startAt",
                QueryFilter.CREATED_BEFORE, "endAt",
                QueryFilter.DIRECTION, "direction",
                QueryFilter.STATUSES, "status",
                QueryFilter.TAGS, "tag");
    }

    @Override
    public boolean matches(QueryFilter filter, JsonNode row, String value) {
        return row.path(filter == QueryFilter.STATUSES ? "status" : "direction")
                .asText()
                .equals(value);
    }
}
