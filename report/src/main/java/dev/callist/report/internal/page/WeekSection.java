package dev.callist.report.internal.page;

import dev.callist.report.CallFigures;
import dev.callist.report.WeekHours;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Locale;

/** The calls of each hour of the week, as a table with coloured cells. */
final class WeekSection {
    /** How many colours there are besides that of an hour without calls. */
    private static final int COLOURS = 8;

    private static final int LABELLED_HOURS = 6;

    private final HtmlWriter html;
    private final WeekHours week;

    WeekSection(HtmlWriter html, WeekHours week) {
        this.html = html;
        this.week = week;
    }

    void write() throws IOException {
        html.open("section", "class", "card wide", "aria-labelledby", "week");
        html.element("h2", "Calls by hour and day of the week", "id", "week");
        html.element("p", "The stronger the colour, the more calls. Local time.", "class", "hint");
        html.open(
                "div",
                "class",
                "scroll",
                "tabindex",
                "0",
                "role",
                "region",
                "aria-label",
                "Calls by hour and day of the week");
        html.open("table", "class", "week");
        html.element("caption", "Calls by hour (columns) and day of the week (rows)", "class", "unseen");
        html.open("thead").open("tr").element("td", "");
        for (int hour = 0; hour < WeekHours.HOURS_OF_A_DAY; hour++) {
            html.element(
                    "th", String.valueOf(hour), "scope", "col", "class", hour % LABELLED_HOURS == 0 ? "main" : "minor");
        }
        html.close("tr").close("thead").open("tbody");
        long most = week.hours().stream().mapToLong(CallFigures::calls).max().orElse(0);
        for (DayOfWeek day : DayOfWeek.values()) {
            html.open("tr").element("th", day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH), "scope", "row");
            for (int hour = 0; hour < WeekHours.HOURS_OF_A_DAY; hour++) {
                writeHour(day, hour, most);
            }
            html.close("tr");
        }
        html.close("tbody").close("table").close("div").close("section");
    }

    private void writeHour(DayOfWeek day, int hour, long most) throws IOException {
        CallFigures figures = week.at(day, hour);
        long colour = figures.calls() == 0 ? 0 : 1 + (figures.calls() - 1) * COLOURS / most;
        String title = String.format(
                Locale.ROOT,
                "%s %02d:00–%02d:59: %s, answer rate %s, average %s",
                day.getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                hour,
                hour,
                FigureText.count(figures.calls(), "call"),
                FigureText.percent(figures.answerRate()),
                FigureText.clock(figures.averageDuration()));
        html.open("td", "class", "h" + colour, "title", title);
        html.element("span", FigureText.compact(figures.calls()));
        html.close("td");
    }
}
