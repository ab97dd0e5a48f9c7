package dev.callist.report.internal.page;

import dev.callist.CallStatus;
import dev.callist.report.BusyParty;
import dev.callist.report.CallBreakdown;
import dev.callist.report.CallFigures;
import dev.callist.report.StatisticsSummary;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Tables of groups of calls: busiest parties, providers, directions and statuses. */
final class GroupSection {
    private static final int SHOWN_PARTIES = 10;

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
        for (BusyParty party : parties.subList(0, Math.min(SHOWN_PARTIES, parties.size()))) {
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
        writeStatuses();
    }

    private void writeStatuses() throws IOException {
        html.open("section", "class", "card wide", "aria-labelledby", "statuses");
        html.element("h2", "Statuses", "id", "statuses");
        TableWriter table = TableWriter.start(
                html, "Statuses", List.of("Status", "", "Calls", "Share", "Average", "Minutes", "Cost"));
        for (Map.Entry<CallStatus, CallFigures> status : summary.by().statuses().entrySet()) {
            CallFigures figures = status.getValue();
            double share = (double) figures.calls() / summary.total().calls();
            table.rowWithBar(
                    FigureText.word(status.getKey()),
                    share,
                    List.of(
                            FigureText.count(figures.calls()),
                            FigureText.percent(OptionalDouble.of(share)),
                            FigureText.clock(figures.averageDuration()),
                            figures.timed() == 0 ? FigureText.NONE : FigureText.minutes(figures.minutes()),
                            FigureText.cost(figures.cost())));
        }
        table.end();
        html.close("section");
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
