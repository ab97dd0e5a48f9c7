package dev.callist.testkit.internal.laml;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callist.QueryFilter;
import dev.callist.testkit.internal.deviation.ProtocolFields;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The field names in SignalWire's and Twilio's requests and pages. */
final class LamlFields implements ProtocolFields {
    @Override
    public String rows() {
        return "calls";
    }

    @Override
    public String id() {
        return "sid";
    }

    @Override
    public String createdAt() {
        return "date_created";
    }

    @Override
    public Set<String> times() {
        return Set.of("date_created", "date_updated", "start_time", "end_time");
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
    public String limit() {
        return "PageSize";
    }

    @Override
    public Set<String> places() {
        return Set.of("Page", "PageToken");
    }

    @Override
    public Map<QueryFilter, String> filters() {
        return Map.of(QueryFilter.STATUSES, "Status", QueryFilter.FROM, "From", QueryFilter.TO, "To");
    }

    @Override
    public boolean matches(QueryFilter filter, JsonNode row, String value) {
        return row.path("status").asText().equals(value);
    }
}
