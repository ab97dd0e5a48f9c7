package dev.callist.report.internal.page;

import dev.callist.report.ReportOptions;
import dev.callist.report.StatisticsSummary;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Writes the parts of a page in their order. */
public final class ReportPage {
    /** How a page begins. */
    private static final String START = "<!DOCTYPE html>\n<!-- a report of callist -->\n";

    /** So many currencies have a chart; the table has all of them. */
    private static final int MAX_COST_CHARTS = 4;

    private static final String ICON =
            "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E"
                    + "%3Cpath fill='%232a6fdb' d='M2 9h3v5H2zM7 5h3v9H7zM12 2h3v12h-3z'/%3E%3C/svg%3E";

    private final StatisticsSummary summary;
    private final ReportOptions options;

    /** A page of these figures. */
    public ReportPage(StatisticsSummary summary, ReportOptions options) {
        this.summary = summary;
        this.options = options;
    }

    /** Writes the page. */
    public void write(Writer out) throws IOException {
        HtmlWriter html = new HtmlWriter(out);
        PeriodSeries periods = PeriodSeries.finest(summary.by().days());
        PeriodSeries months = PeriodSeries.monthly(summary.by().days());
        List<String> currencies = FigureText.currencies(summary.total().cost()).stream()
                .limit(MAX_COST_CHARTS)
                .toList();
        html.raw(START).open("html", "lang", "en");
        writeHead(html);
        html.open("body").element("a", "Skip to the figures", "href", "#main", "class", "skip");
        OverviewSection overview = new OverviewSection(html, summary, options);
        overview.writeHeader();
        html.open("main", "id", "main", "tabindex", "-1");
        html.open("noscript")
                .element("p", "The charts need JavaScript. The tables have the same figures.", "class", "notice");
        html.close("noscript");
        overview.writeTiles();
        html.open("div", "class", "cards");
        ChartSection charts = new ChartSection(html, summary, periods);
        charts.writeCalls();
        charts.writeTrends();
        new WeekSection(html, summary.by().weekHours()).write();
        boolean areManyCosts = currencies.size() > 1;
        charts.writeDurations(areManyCosts);
        charts.writeCosts(months, currencies, areManyCosts);
        GroupSection groups = new GroupSection(html, summary);
        groups.writeParties(options.showsNumbers());
        groups.writeGroups();
        new QualitySection(html, summary.quality()).write();
        new DefinitionSection(html, summary.zone()).write();
        html.close("div").close("main");
        writeFooter(html);
        html.raw("<script type=\"application/json\" id=\"figures\">");
        new ChartData(summary, periods, months, currencies).write(out);
        html.raw("</script>\n<script>").raw(PageAssets.CHART_SCRIPT).raw("</script>\n<script>");
        html.raw(PageAssets.PAGE_SCRIPT).raw("</script>\n").close("body").close("html");
    }

    private void writeHead(HtmlWriter html) throws IOException {
        html.open("head").open("meta", "charset", "utf-8");
        html.open("meta", "http-equiv", "Content-Security-Policy", "content", PageAssets.POLICY);
        html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.open("meta", "name", "color-scheme", "content", "light dark");
        html.open("meta", "name", "generator", "content", "callist");
        html.open("link", "rel", "icon", "href", ICON);
        html.element("title", options.title());
        html.raw("<style>").raw(PageAssets.CHART_STYLE).raw("</style>\n<style>");
        html.raw(PageAssets.PAGE_STYLE).raw("</style>\n").close("head");
    }

    private static void writeFooter(HtmlWriter html) throws IOException {
        html.open("footer").open("p");
        html.text("Made with Callist. The page is complete in itself and requests nothing.")
                .close("p");
        html.open("details").element("summary", "Charts: uPlot, under the MIT licence");
        html.element("pre", PageAssets.CHART_LICENCE).close("details").close("footer");
    }
}
