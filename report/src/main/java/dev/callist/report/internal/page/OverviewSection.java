package dev.callist.report.internal.page;

import dev.callist.ListingReport.Completeness;
import dev.callist.report.CallFigures;
import dev.callist.report.DataQuality;
import dev.callist.report.DurationDistribution;
import dev.callist.report.ReportOptions;
import dev.callist.report.StatisticsSummary;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The top of the page: what the report is about, whether it is complete, and the six most important figures. */
final class OverviewSection {
    private final HtmlWriter html;
    private final StatisticsSummary summary;
    private final ReportOptions options;

    OverviewSection(HtmlWriter html, StatisticsSummary summary, ReportOptions options) {
        this.html = html;
        this.summary = summary;
        this.options = options;
    }

    void writeHeader() throws IOException {
        html.open("header").open("div", "class", "heading");
        html.element("h1", options.title());
        writeBadge();
        html.close("div");
        html.element("p", window() + ". Days and hours are those of " + summary.zone() + ".", "class", "lead");
        for (String source : options.sources()) {
            html.element("p", source, "class", "source");
        }
        if (options.madeAt().isPresent()) {
            html.element("p", "Made " + time(options.madeAt().get()) + ".", "class", "source");
        }
        html.close("header");
        if (options.notice().isPresent()) {
            html.element("p", options.notice().get(), "class", "notice", "role", "note");
        }
    }

    private void writeBadge() throws IOException {
        Completeness completeness = summary.quality().completeness();
        String text =
                switch (completeness) {
                    case COMPLETE -> "Complete";
                    case UNKNOWN -> "Calls may be missing";
                    case INCOMPLETE -> "Calls are missing";
                };
        html.element(
                "a",
                text,
                "class",
                "badge " + FigureText.word(completeness),
                "href",
                "#" + QualitySection.ID,
                "title",
                "Data quality");
    }

    private String window() {
        String from = options.createdFrom().map(at -> " from " + time(at)).orElse("");
        String before = options.createdBefore().map(at -> " before " + time(at)).orElse("");
        if (!from.isEmpty() || !before.isEmpty()) {
            return "Calls created" + from + (from.isEmpty() || before.isEmpty() ? "" : " and") + before;
        }
        if (summary.by().days().isEmpty()) {
            return "All calls";
        }
        return "All calls, created from " + summary.by().days().firstKey() + " to "
                + summary.by().days().lastKey();
    }

    private String time(Instant time) {
        return FigureText.time(time, summary.zone());
    }

    void writeTiles() throws IOException {
        CallFigures total = summary.total();
        DataQuality quality = summary.quality();
        DurationDistribution durations = summary.durations();
        html.open("section", "aria-labelledby", "overview")
                .element("h2", "Overview", "id", "overview", "class", "unseen");
        html.open("dl", "class", "tiles");
        int days = summary.by().days().size();
        tile("Calls", FigureText.count(total.calls()), "on " + FigureText.count(days, "day"));
        tile("Answered", FigureText.count(total.answered()), "of " + FigureText.count(total.attempts(), "attempt"));
        tile("Answer rate", FigureText.percent(total.answerRate()), "answered ÷ attempts");
        tile(
                "Average duration",
                FigureText.clock(total.averageDuration()),
                "half up to " + FigureText.clock(durations.median()) + ", 90 % up to "
                        + FigureText.clock(durations.ninetieth()));
        tile("Minutes", FigureText.minutes(total.minutes()), "of " + FigureText.count(total.timed(), "completed call"));
        writeCost(total.cost(), quality.missing().price());
        html.close("dl").close("section");
    }

    private void writeCost(Map<String, BigDecimal> cost, long withoutPrice) throws IOException {
        List<String> currencies = FigureText.currencies(cost);
        String others = currencies.stream()
                .skip(1)
                .map(currency -> currency + " " + FigureText.money(cost.getOrDefault(currency, BigDecimal.ZERO)) + "; ")
                .collect(Collectors.joining());
        String unknown = withoutPrice == 0
                ? "every completed call has a price"
                : FigureText.count(withoutPrice, "completed call") + " without a price";
        html.open("div", "class", "tile").element("dt", "Cost").open("dd", "class", "figure");
        if (currencies.isEmpty()) {
            html.text(FigureText.NONE);
        } else {
            html.element("small", currencies.get(0)).text(" ");
            html.text(FigureText.money(cost.getOrDefault(currencies.get(0), BigDecimal.ZERO)));
        }
        html.close("dd").element("dd", others + unknown, "class", "detail").close("div");
    }

    private void tile(String name, String figure, String detail) throws IOException {
        html.open("div", "class", "tile");
        html.element("dt", name);
        html.element("dd", figure, "class", "figure");
        html.element("dd", detail, "class", "detail");
        html.close("div");
    }
}
