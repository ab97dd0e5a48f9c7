package dev.callist.report.internal.page;

import dev.callist.ListingReport.Completeness;
import dev.callist.report.DataQuality;
import dev.callist.report.DataQuality.MissingValues;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;

/** How far the figures can be trusted. */
final class QualitySection {
    /** The anchor of the section. */
    static final String ID = "quality";

    private final HtmlWriter html;
    private final DataQuality quality;

    QualitySection(HtmlWriter html, DataQuality quality) {
        this.html = html;
        this.quality = quality;
    }

    void write() throws IOException {
        html.open("section", "class", "card wide", "aria-labelledby", ID);
        html.element("h2", "Data quality", "id", ID);
        html.element(
                "p", sentence(quality.completeness()), "class", "quality " + FigureText.word(quality.completeness()));
        if (!quality.reasons().isEmpty()) {
            html.open("ul");
            for (String reason : quality.reasons()) {
                html.element("li", reason);
            }
            html.close("ul");
        }
        MissingValues missing = quality.missing();
        html.open("dl", "class", "facts");
        fact("Rows that are not calls", quality.rejectedRows(), "not counted anywhere");
        fact("Fields that could not be read", sum(quality.unreadableFields()), names(quality.unreadableFields()));
        fact("Unknown words", sum(quality.unknownWords()), names(quality.unknownWords()));
        fact("Calls without a creation time", missing.time(), "in no day and no hour");
        fact("Calls of too many different days", missing.day(), "in no day");
        fact("Completed calls without a duration", missing.duration(), "in no average and no minutes");
        fact("Completed calls without a price", missing.price(), "the cost is without them; prices may arrive late");
        fact("Calls without a known caller or called party", missing.party(), "withheld or absent");
        html.close("dl").close("section");
    }

    private static String sentence(Completeness completeness) {
        return switch (completeness) {
            case COMPLETE -> "Complete: every call that the source had was counted.";
            case UNKNOWN -> "Unknown: calls may be missing.";
            case INCOMPLETE -> "Incomplete: not every call was counted.";
        };
    }

    private void fact(String name, long count, String detail) throws IOException {
        html.open("div").element("dt", name);
        html.element("dd", FigureText.count(count), "class", "n");
        html.element("dd", count == 0 ? "" : detail, "class", "detail");
        html.close("div");
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static String names(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(count -> count.getKey() + " " + FigureText.count(count.getValue()))
                .collect(Collectors.joining(", "));
    }
}
