package dev.callist.cli.text;

import java.util.List;

/** Formats connections as a table for people. */
public final class ConnectionTable {
    private ConnectionTable() {}

    /** Formats the lines of the table, one for each connection. */
    public static String text(List<Line> lines) {
        return TableColumn.lines(
                List.of(
                        TableColumn.left("NAME", lines, Line::name),
                        TableColumn.left("PROVIDER", lines, Line::provider),
                        TableColumn.left("STATE", lines, Line::state),
                        TableColumn.left("SETTINGS", lines, Line::settings)),
                lines);
    }

    /**
     * A connection.
     *
     * @param name its name
     * @param provider the word for the provider
     * @param state whether it can be used
     * @param settings its settings, with references in place of secrets
     */
    public record Line(String name, String provider, String state, String settings) {}
}
