package dev.callist.cli.text;

import dev.callist.ListerCheck;
import dev.callist.ListerCheck.Finding;
import dev.callist.ListerCheck.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Formats the findings of checks as a table for people. */
public final class CheckTable {
    private final boolean hasColours;
    private final Optional<String> nameTitle;

    /**
     * A table with or without colours.
     *
     * @param nameTitle the title of a column that says whose finding it is; absent for no such column
     */
    public CheckTable(boolean hasColours, Optional<String> nameTitle) {
        this.hasColours = hasColours;
        this.nameTitle = nameTitle;
    }

    /** A finding, and whose it is. */
    private record Row(String name, Finding finding) {}

    /** Formats the lines of the table, for the checks of named accounts. */
    public String text(Map<String, ListerCheck> checks) {
        List<Row> rows = checks.entrySet().stream()
                .flatMap(check -> check.getValue().findings().stream().map(finding -> new Row(check.getKey(), finding)))
                .toList();
        List<TableColumn<Row>> columns = new ArrayList<>();
        nameTitle.ifPresent(title -> columns.add(TableColumn.left(title, rows, Row::name)));
        columns.add(TableColumn.left("SUBJECT", rows, row -> word(row.finding.subject())));
        columns.add(TableColumn.left("OUTCOME", rows, row -> word(row.finding.outcome()))
                .withColours(row -> hasColours ? colour(row.finding.outcome()) : Optional.empty()));
        columns.add(TableColumn.left("EXPECTED", rows, row -> row.finding.expected()));
        columns.add(TableColumn.left("SEEN", rows, row -> row.finding.seen()));
        return TableColumn.lines(columns, rows);
    }

    private static String word(Enum<?> constant) {
        return ArgumentText.word(constant).replace('-', ' ');
    }

    private static Optional<String> colour(Outcome outcome) {
        return switch (outcome) {
            case EXPECTED -> Optional.of("32");
            case DIFFERS -> Optional.of("31");
            case NOT_SEEN -> Optional.empty();
        };
    }
}
