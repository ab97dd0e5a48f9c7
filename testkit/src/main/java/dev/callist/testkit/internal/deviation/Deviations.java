package dev.callist.testkit.internal.deviation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callist.QueryFilter;
import dev.callist.testkit.SandboxRequest;
import dev.callist.testkit.TimeFormat;
import dev.callist.testkit.internal.calls.SandboxTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import okhttp3.HttpUrl;

/** The effects of deviations that need more than one step. */
public final class Deviations {
    /** What rows are compared with when pages are filtered after they were cut. */
    public static final Set<QueryFilter> COMPARED = Set.of(QueryFilter.DIRECTION, QueryFilter.STATUSES);

    private Deviations() {}

    /** Cuts the page from all rows of the window, and then removes the rows that direction and status do not fit. */
    public static DeviationEffect filteredAfterCut() {
        return (usual, request, twist) -> {
            ProtocolFields fields = usual.fields();
            DeviationEffect cut = DeviationEffect.onPage(
                    (page, asked) -> COMPARED.forEach(filter -> RequestEdits.filter(request, fields, filter)
                            .ifPresent(value -> page.keep(row -> fields.matches(filter, row, value)))));
            return cut.respond(usual, RequestEdits.withoutFilters(request, fields, COMPARED), twist);
        };
    }

    /** Counts only the rows up to the end of the page, and one more if there are more. */
    public static DeviationEffect lateTotal() {
        return DeviationEffect.onPage((page, request) -> {
            long end = page.fields().firstRow(request).orElse(0) + page.rows().size();
            page.changeTotal(total -> Math.min(total, end + 1));
        });
    }

    /** Mirrors all times, and the window of the request, at the newest call. */
    public static DeviationEffect oldestFirst() {
        DeviationEffect mirrored =
                DeviationEffect.onPage((page, request) -> page.rows().forEach(row -> {
                    Instant created = TimeTexts.read(row.path(page.fields().createdAt()));
                    Duration shift = Duration.between(created, mirrored(created));
                    page.fields()
                            .times()
                            .forEach(field -> EditedPage.edit(
                                    row,
                                    field,
                                    time -> TimeTexts.write(
                                            TimeTexts.read(time).plus(shift), TimeTexts.spelling(time))));
                }));
        return (usual, request, twist) -> mirrored.respond(usual, withMirroredWindow(request, usual.fields()), twist);
    }

    private static SandboxRequest withMirroredWindow(SandboxRequest request, ProtocolFields fields) {
        Map<QueryFilter, String> names = fields.filters();
        String from = names.get(QueryFilter.CREATED_FROM);
        String before = names.get(QueryFilter.CREATED_BEFORE);
        if (from == null || before == null) {
            return request;
        }
        Optional<String> start = request.queryParameter(from);
        Optional<String> end = request.queryParameter(before);
        SandboxRequest without = RequestEdits.without(request, List.of(from, before));
        HttpUrl.Builder url = without.url().newBuilder();
        end.ifPresent(time -> url.addQueryParameter(from, mirrored(time, Duration.ofDays(1))));
        start.ifPresent(time -> url.addQueryParameter(before, mirrored(time, Duration.ZERO)));
        return without.withUrl(url.build());
    }

    /** The mirror image of an instant; of a day, the day that contains the mirror image of its start or of its end. */
    private static String mirrored(String time, Duration fromStartOfDay) {
        if (time.contains("T")) {
            return mirrored(Instant.parse(time)).toString();
        }
        Instant bound =
                LocalDate.parse(time).atStartOfDay(ZoneOffset.UTC).toInstant().plus(fromStartOfDay);
        return LocalDate.ofInstant(mirrored(bound), ZoneOffset.UTC).toString();
    }

    private static Instant mirrored(Instant time) {
        Instant newest = SandboxTimes.createdAt(0);
        return newest.plus(Duration.between(time, newest));
    }

    /** Writes tags in capitals, and finds only tags that are requested so. */
    public static DeviationEffect capitalTags() {
        DeviationEffect rows =
                DeviationEffect.onPage((page, request) -> page.rows().forEach(row -> {
                    JsonNode tags = row.path(page.fields().tags().orElse(""));
                    if (tags.isArray()) {
                        List<String> capitals = tags.valueStream()
                                .map(tag -> tag.asText().toUpperCase(Locale.ROOT))
                                .toList();
                        row.putPOJO(page.fields().tags().orElse(""), capitals);
                    }
                }));
        return (usual, request, twist) -> {
            String parameter = usual.fields().filters().get(QueryFilter.TAGS);
            SandboxRequest asked = parameter == null
                    ? request
                    : RequestEdits.changed(
                            request,
                            parameter,
                            tag -> tag.equals(tag.toUpperCase(Locale.ROOT))
                                    ? tag.toLowerCase(Locale.ROOT)
                                    : tag + " in capitals");
            return rows.respond(usual, asked, twist);
        };
    }

    /** Changes fields of each row. */
    public static void edit(EditedPage page, Set<String> paths, UnaryOperator<JsonNode> change) {
        for (ObjectNode row : page.rows()) {
            paths.forEach(path -> EditedPage.edit(row, path, change));
        }
    }

    /** Writes all times in one spelling. */
    public static DeviationEffect times(TimeFormat spelling) {
        return DeviationEffect.onPage((page, request) ->
                edit(page, page.fields().times(), time -> TimeTexts.write(TimeTexts.read(time), spelling)));
    }
}
