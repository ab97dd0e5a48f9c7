package dev.callist.report.internal.page;

import dev.callist.report.CallFigures;
import dev.callist.report.DayFigures;
import dev.callist.report.DurationDistribution;
import dev.callist.report.DurationDistribution.Band;
import dev.callist.report.StatisticsSummary;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The charts, each with a table of the same figures. The script of the page draws them into their empty elements. */
final class ChartSection {
    private static final String KEYS = " The arrow keys move through it.";

    private final HtmlWriter html;
    private final StatisticsSummary summary;
    private final PeriodSeries periods;
    private final String noun;

    ChartSection(HtmlWriter html, StatisticsSummary summary, PeriodSeries periods) {
        this.html = html;
        this.summary = summary;
        this.periods = periods;
        this.noun = periods.unit().noun();
    }

    void writeCalls() throws IOException {
        open("calls", "Calls a " + noun + ", by status", true);
        chart(
                "calls",
                "Bars of the calls of each " + noun + ", by status: "
                        + FigureText.count(periods.periods().size(), noun) + ".");
        List<String> columns = new ArrayList<>(List.of(title(noun), "Calls"));
        for (StatusGroup group : StatusGroup.values()) {
            columns.add(group.label());
        }
        TableWriter table = openTable("Calls a " + noun + ", by status", columns);
        for (Map.Entry<LocalDate, DayFigures> period : periods.periods().entrySet()) {
            List<String> cells = new ArrayList<>();
            cells.add(FigureText.count(period.getValue().figures().calls()));
            for (StatusGroup group : StatusGroup.values()) {
                cells.add(FigureText.count(group.count(period.getValue())));
            }
            table.row(periods.unit().text(period.getKey()), cells);
        }
        closeTable(table);
    }

    void writeTrends() throws IOException {
        open("trends", "Answer rate and average duration", true);
        html.open("div", "class", "pair");
        html.open("div").element("h3", "Answer rate, %");
        chart("answer-rate", "Line of the answer rate of each " + noun + ", in percent.");
        html.close("div").open("div").element("h3", "Average duration, minutes");
        chart("average-duration", "Line of the average duration of the calls of each " + noun + ".");
        html.close("div").close("div");
        TableWriter table = openTable(
                "Answer rate and average duration of each " + noun,
                List.of(title(noun), "Attempts", "Answered", "Answer rate", "Average", "Minutes"));
        for (Map.Entry<LocalDate, DayFigures> period : periods.periods().entrySet()) {
            CallFigures figures = period.getValue().figures();
            table.row(
                    periods.unit().text(period.getKey()),
                    List.of(
                            FigureText.count(figures.attempts()),
                            FigureText.count(figures.answered()),
                            FigureText.percent(figures.answerRate()),
                            FigureText.clock(figures.averageDuration()),
                            FigureText.minutes(figures.minutes())));
        }
        closeTable(table);
    }

    void writeDurations(boolean isWide) throws IOException {
        DurationDistribution durations = summary.durations();
        open("durations", "How long completed calls lasted", isWide);
        html.element(
                "p",
                "Half of them lasted up to " + FigureText.clock(durations.median()) + ", 90 % up to "
                        + FigureText.clock(durations.ninetieth()) + ", 99 % up to "
                        + FigureText.clock(durations.ninetyNinth()) + "; the longest "
                        + FigureText.clock(durations.longest()) + ".",
                "class",
                "hint");
        chart("durations", "Bars of the number of completed calls, by duration.");
        TableWriter table = openTable("Completed calls by duration", List.of("Duration", "Calls"));
        for (Band band : durations.bands()) {
            table.row(BandText.of(band), List.of(FigureText.count(band.calls())));
        }
        closeTable(table);
    }

    void writeCosts(PeriodSeries months, List<String> currencies, boolean isWide) throws IOException {
        String unit = months.unit().noun();
        open("costs", "Cost by " + unit, isWide);
        if (summary.total().cost().isEmpty()) {
            html.element("p", "No call has a price.", "class", "hint").close("section");
            return;
        }
        html.open("div", "class", isWide ? "pair" : "single");
        for (int i = 0; i < currencies.size(); i++) {
            html.open("div").element("h3", currencies.get(i));
            chart("cost-" + i, "Bars of the cost of each " + unit + " in " + currencies.get(i) + ".");
            html.close("div");
        }
        html.close("div");
        List<String> all = List.copyOf(summary.total().cost().keySet());
        List<String> columns = new ArrayList<>(List.of(title(unit)));
        columns.addAll(all);
        TableWriter table = openTable("Cost by " + unit, columns);
        for (Map.Entry<LocalDate, DayFigures> month : months.periods().entrySet()) {
            Map<String, BigDecimal> cost = month.getValue().figures().cost();
            table.row(
                    months.unit().text(month.getKey()),
                    all.stream()
                            .map(currency -> cost.containsKey(currency)
                                    ? FigureText.money(cost.getOrDefault(currency, BigDecimal.ZERO))
                                    : FigureText.NONE)
                            .toList());
        }
        closeTable(table);
    }

    private void open(String id, String title, boolean isWide) throws IOException {
        html.open("section", "class", isWide ? "card wide" : "card", "aria-labelledby", id);
        html.element("h2", title, "id", id);
    }

    private void chart(String name, String description) throws IOException {
        html.open(
                "div",
                "class",
                "chart",
                "data-chart",
                name,
                "tabindex",
                "0",
                "role",
                "group",
                "aria-roledescription",
                "chart",
                "aria-label",
                description + KEYS);
        html.close("div");
        html.element("p", "", "class", "unseen", "aria-live", "polite", "data-values", name);
    }

    private TableWriter openTable(String caption, List<String> columns) throws IOException {
        html.open("details").element("summary", "Show the figures as a table");
        return TableWriter.start(html, caption, columns);
    }

    private void closeTable(TableWriter table) throws IOException {
        table.end();
        html.close("details").close("section");
    }

    private static String title(String noun) {
        return noun.substring(0, 1).toUpperCase(Locale.ROOT) + noun.substring(1);
    }
}
