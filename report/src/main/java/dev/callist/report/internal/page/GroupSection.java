package dev.callist.report.internal.page;

import dev.callist.report.BusyParty;
import dev.callist.report.CallBreakdown;
import dev.callist.report.CallFigures;
import dev.callist.report.StatisticsSummary;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tables of groups of calls: busiest parties, providers, directions and statuses. */
final class GroupSection {
    private final HtmlWriter html;
    private final StatisticsSummary summary;

    GroupSection(HtmlWriter html, StatisticsSummary summary) {
        this.html = html;
        this.summary = summary;
    }

    void writeParties(boolean showsNumbers) throws IOException {
        writeParties("callers", "Busiest callers", summary.busiest().callers(), showsNumbers);
        writeParties("called", "Most called", summary.busiest().called(), showsNumbers);
    }

    private void writeParties(String id, String title, List<BusyParty> parties, boolean showsNumbers)
            throws IOException {
        html.open("section", "class", "card", "aria-labelledby", id).element("h2", title, "id", id);
        if (parties.isEmpty()) {
            html.element("p", "No call has such a party.", "class", "hint").close("section");
            return;
        }
        if (!showsNumbers) {
            html.element("p", "Numbers are masked.", "class", "hint");
        }
        TableWriter table = TableWriter.start(html, title, List.of("Party", "", "Kind", "Calls"));
        long most = parties.get(0).calls();
        for (BusyParty party : parties) {
            table.rowWithBar(
                    showsNumbers ? party.address() : party.maskedAddress(),
                    (double) party.calls() / most,
                    List.of(FigureText.word(party.kind()), calls(party)));
        }
        table.end();
        html.close("section");
    }

    private static String calls(BusyParty party) {
        return party.calls() == party.mostCalls()
                ? FigureText.count(party.calls())
                : FigureText.count(party.calls()) + "–" + FigureText.count(party.mostCalls());
    }

    void writeGroups() throws IOException {
        CallBreakdown by = summary.by();
        writeGroup("providers", "Providers", "Provider", by.providers());
        Map<String, CallFigures> directions = new LinkedHashMap<>();
        by.directions().forEach((direction, figures) -> directions.put(FigureText.word(direction), figures));
        writeGroup("directions", "Directions", "Direction", directions);
        Map<String, CallFigures> statuses = new LinkedHashMap<>();
        by.statuses().forEach((status, figures) -> statuses.put(FigureText.word(status), figures));
        writeGroup("statuses", "Statuses", "Status", statuses);
    }

    private void writeGroup(String id, String title, String column, Map<String, CallFigures> groups)
            throws IOException {
        html.open("section", "class", "card wide", "aria-labelledby", id).element("h2", title, "id", id);
        TableWriter table = TableWriter.start(
                html, title, List.of(column, "", "Calls", "Answered", "Answer rate", "Average", "Minutes", "Cost"));
        for (Map.Entry<String, CallFigures> group : groups.entrySet()) {
            CallFigures figures = group.getValue();
            table.rowWithBar(
                    group.getKey(),
                    (double) figures.calls() / summary.total().calls(),
                    List.of(
                            FigureText.count(figures.calls()),
                            FigureText.count(figures.answered()),
                            FigureText.percent(figures.answerRate()),
                            FigureText.clock(figures.averageDuration()),
                            FigureText.minutes(figures.minutes()),
                            FigureText.cost(figures.cost())));
        }
        table.end();
        html.close("section");
    }
}
