package dev.callist.cli.text;

import dev.callist.ListerCheck;
import dev.callist.ListerCheck.Finding;
import dev.callist.ListerCheck.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Formats the findings of checks as a table for people. */
public final class CheckTable {
    private final boolean hasColours;
    private final boolean showsProviders;

    /** A table with or without colours and a column of providers. */
    public CheckTable(boolean hasColours, boolean showsProviders) {
        this.hasColours = hasColours;
        this.showsProviders = showsProviders;
    }

    /** A finding, and whose it is. */
    private record Row(String provider, Finding finding) {}

    /** Formats the lines of the table. */
    public String text(List<ListerCheck> checks) {
        List<Row> rows = checks.stream()
                .flatMap(check -> check.findings().stream().map(finding -> new Row(check.provider(), finding)))
                .toList();
        List<TableColumn<Row>> columns = new ArrayList<>();
        if (showsProviders) {
            columns.add(TableColumn.left("PROVIDER", rows, Row::provider));
        }
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
