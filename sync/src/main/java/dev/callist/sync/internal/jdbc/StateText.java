package dev.callist.sync.internal.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callist.CallJson;
import dev.callist.CallListException;
import dev.callist.ResumePoint;
import dev.callist.sync.TimeRange;
import dev.callist.sync.UnfinishedListing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parts of a source's state that have no column type of their own, as text. */
final class StateText {
    private static final String START = "start";

    private StateText() {}

    /** {@code start} for the start of the list, or an instant. */
    static @Nullable String ofCoveredFrom(Optional<Instant> from) {
        return from.map(at -> at.equals(Instant.MIN) ? START : at.toString()).orElse(null);
    }

    static Optional<Instant> coveredFrom(@Nullable String text) {
        return Optional.ofNullable(text).map(from -> from.equals(START) ? Instant.MIN : Instant.parse(from));
    }

    /** A JSON array of objects with {@code from} and {@code before}, each absent if there is none. */
    static String ofRanges(List<TimeRange> ranges) {
        ArrayNode array = CallJson.mapper().createArrayNode();
        ranges.forEach(range -> putRange(array.addObject(), range));
        return array.toString();
    }

    static List<TimeRange> ranges(String json) {
        List<TimeRange> ranges = new ArrayList<>();
        parse(json).forEach(range -> ranges.add(range(range)));
        return ranges;
    }

    /** A JSON object. */
    static @Nullable String ofUnfinished(Optional<UnfinishedListing> unfinished) {
        if (unfinished.isEmpty()) {
            return null;
        }
        UnfinishedListing listing = unfinished.get();
        ObjectNode json = CallJson.mapper().createObjectNode();
        putRange(json, listing.range());
        json.put("resumePoint", listing.resumePoint().toString());
        json.put("runAt", listing.runAt().toString());
        listing.newest().ifPresent(newest -> json.put("newest", newest.toString()));
        json.put("isBackfill", listing.isBackfill());
        return json.toString();
    }

    /**
     * Absent also if another version of Callist wrote a resume point that this one cannot read: the listing begins
     * anew.
     */
    static Optional<UnfinishedListing> unfinished(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        JsonNode json = parse(text);
        try {
            return Optional.of(new UnfinishedListing(
                    range(json),
                    ResumePoint.parse(json.path("resumePoint").asText()),
                    Instant.parse(json.path("runAt").asText()),
                    instant(json, "newest"),
                    json.path("isBackfill").asBoolean()));
        } catch (CallListException e) {
            return Optional.empty();
        }
    }

    private static void putRange(ObjectNode json, TimeRange range) {
        range.from().ifPresent(from -> json.put("from", from.toString()));
        range.before().ifPresent(before -> json.put("before", before.toString()));
    }

    private static TimeRange range(JsonNode json) {
        return new TimeRange(instant(json, "from"), instant(json, "before"));
    }

    private static Optional<Instant> instant(JsonNode json, String name) {
        return json.hasNonNull(name) ? Optional.of(Instant.parse(json.get(name).asText())) : Optional.empty();
    }

    private static JsonNode parse(String json) {
        try {
            return CallJson.mapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("callist_sources contains text that is not JSON");
        }
    }
}
