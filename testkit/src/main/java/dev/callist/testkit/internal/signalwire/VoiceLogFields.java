package dev.callist.testkit.internal.signalwire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callist.QueryFilter;
import dev.callist.testkit.internal.deviation.ProtocolFields;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names in the voice log's requests and pages. */
final class VoiceLogFields implements ProtocolFields {
    @Override
    public String rows() {
        return "data";
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
        return Set.of("created_at", "discarded_at");
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
        return Set.of("duration", "duration_ms", "billing_ms");
    }

    @Override
    public Set<String> addresses() {
        return Set.of("from", "to");
    }

    @Override
    public String limit() {
        return VoiceLogRequest.SIZE;
    }

    @Override
    public Set<String> places() {
        return Set.of(VoiceLogRequest.NUMBER, VoiceLogRequest.TOKEN);
    }

    @Override
    public Map<QueryFilter, String> filters() {
        return Map.of(QueryFilter.CREATED_FROM, "created_after", QueryFilter.CREATED_BEFORE, "created_before");
    }

    @Override
    public boolean matches(QueryFilter filter, JsonNode row, String value) {
        return true;
    }
}
