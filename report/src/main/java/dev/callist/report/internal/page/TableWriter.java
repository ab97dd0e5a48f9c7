package dev.callist.report.internal.page;

import java.io.IOException;
import java.util.List;

/**
 * Writes a table whose first column names the rows; the other columns are figures. On a narrow screen the table
 * scrolls, not the page.
 */
final class TableWriter {
    private static final int PERCENT = 100;

    private final HtmlWriter html;

    /** Begins a table. */
    static TableWriter start(HtmlWriter html, String caption, List<String> columns) throws IOException {
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", caption);
        html.open("table");
        html.element("caption", caption, "class", "unseen");
        html.open("thead").open("tr");
        for (String column : columns) {
            html.element("th", column, "scope", "col");
        }
        html.close("tr").close("thead").open("tbody");
        return new TableWriter(html);
    }

    private TableWriter(HtmlWriter html) {
        this.html = html;
    }

    void row(String name, List<String> cells) throws IOException {
        html.open("tr").element("th", name, "scope", "row");
        for (String cell : cells) {
            html.element("td", cell);
        }
        html.close("tr");
    }

    /** Writes a row with a bar after its name. */
    void rowWithBar(String name, double share, List<String> cells) throws IOException {
        html.open("tr").element("th", name, "scope", "row");
        html.open("td", "class", "bar");
        html.open("svg", "viewBox", "0 0 100 10", "preserveAspectRatio", "none", "aria-hidden", "true");
        html.open("rect", "width", String.valueOf(Math.round(share * PERCENT)), "height", "10");
        html.close("rect").close("svg").close("td");
        for (String cell : cells) {
            html.element("td", cell);
        }
        html.close("tr");
    }

    void end() throws IOException {
        html.close("tbody").close("table").close("div");
    }
}
