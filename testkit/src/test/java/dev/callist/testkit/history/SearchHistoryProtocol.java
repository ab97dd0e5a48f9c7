package dev.callist.testkit.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.callist.testkit.SandboxRequest;
import dev.callist.testkit.history.History.Mood;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The search's list. */
public final class SearchHistoryProtocol implements HistoryProtocol {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final long MILLIS = 1000;

    @Override
    public boolean countsRows() {
        return true;
    }

    @Override
    public boolean canOverlap(int mostRows) {
        return mostRows > 1;
    }

    @Override
    public Set<Mood> movements() {
        return EnumSet.of(
                Mood.SQL_NULLS,
                Mood.MIN_ROWS,
                Mood.ZONELESS,
                Mood.LAGGING_TOTAL,
                Mood.LOST_TOTAL,
                Mood.SHORT_PAGES,
                Mood.EMPTY_PAGES);
    }

    @Override
    public Given answer(SandboxRequest request, ListSnapshot moment) {
        JsonNode body = body(request);
        List<ListedCall> all = moment.list()
                .rows(row -> moment.passesBounds(row, body.has("after") || body.has("before")) && isWanted(row, body));
        int limit =
                moment.agreed(Integer.parseInt(request.queryParameter("limit").orElseThrow()));
        int offset = Integer.parseInt(request.queryParameter("offset").orElseThrow());
        List<ListedCall> rows = moment.counted(all, offset, limit);
        String total = moment.total(all).map(count -> ",\"total\":" + count).orElse("");
        return Given.json(rows, "{\"data\":" + rows(rows, zone(moment)) + total + "}");
    }

    private static boolean isWanted(ListedCall row, JsonNode body) {
        String direction = direction(row);
        long millis = row.seconds() * MILLIS;
        return (!body.has("after")
                        || row.at().isAfter(Instant.parse(body.get("after").asText())))
                && (!body.has("before")
                        || row.at().isBefore(Instant.parse(body.get("before").asText())))
                && body.path("direction").asText(direction).equals(direction)
                && body.path("min_duration").asLong(millis) <= millis
                && body.path("max_duration").asLong(millis) >= millis;
    }

    /** The end of a time: nothing, if the times are those of an unnamed zone. */
    private static String zone(ListSnapshot moment) {
        return moment.history().has(Mood.ZONELESS) ? "" : "Z";
    }

    private static String local(Instant at) {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
    }

    private static JsonNode body(SandboxRequest request) {
        try {
            return MAPPER.readTree(request.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError("the body is not JSON", e);
        }
    }

    private static String rows(List<ListedCall> rows, String zone) {
        return rows.stream()
                .map(row -> "{"
                        + (row.hasId() ? "\"id\":\"" + row.id() + "\"," : "")
                        + (row.isDated() ? "\"created_at\":\"" + local(row.at()) + zone + "\"," : "")
                        + "\"direction\":\"" + direction(row) + "\",\"delivery_status\":\"call_"
                        + row.status().name().toLowerCase(Locale.ROOT) + "\",\"duration\":" + row.seconds() * MILLIS
                        + "}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String direction(ListedCall row) {
        return row.isOutbound() ? "OUTBOUND" : "INBOUND";
    }
}
