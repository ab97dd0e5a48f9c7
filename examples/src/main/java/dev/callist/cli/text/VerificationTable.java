package dev.callist.cli.text;

import dev.callist.sync.CallColumn;
import dev.callist.sync.CallDifference;
import dev.callist.sync.VerificationReport;
import dev.callist.sync.VerificationReport.Day;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** Formats a comparison of a copy with its source as tables for people. */
public final class VerificationTable {
    /** The header of a file of differences. */
    public static final String HEADER = "provider\tid\tday\tfound\tcolumns\n";

    private VerificationTable() {}

    /** Formats a line for each day, and one for all of them. */
    public static String days(VerificationReport report) {
        List<Row> rows = new ArrayList<>();
        report.days()
                .forEach(
                        day -> rows.add(new Row(day.date().map(Object::toString).orElse("no time"), day)));
        rows.add(new Row("all", report.total()));
        return TableColumn.lines(
                List.of(
                        TableColumn.left("DAY", rows, Row::name),
                        counted("IN COPY", rows, Day::inCopy),
                        counted("IN LIST", rows, Day::inList),
                        counted("ONLY IN COPY", rows, Day::onlyInCopy),
                        counted("ONLY IN LIST", rows, Day::onlyInList),
                        counted("DIFFERENT", rows, Day::different)),
                rows);
    }

    /** Formats a line for each difference. */
    public static String differences(List<CallDifference> differences) {
        return TableColumn.lines(
                List.of(
                        TableColumn.left("PROVIDER", differences, difference -> difference
                                .id()
                                .provider()),
                        TableColumn.left(
                                "ID", differences, difference -> difference.id().id()),
                        TableColumn.left("DAY", differences, VerificationTable::day),
                        TableColumn.left("FOUND", differences, VerificationTable::kind),
                        TableColumn.left("COLUMNS", differences, VerificationTable::columns)),
                differences);
    }

    /** Formats a difference as a line of the values that {@link #HEADER} names, separated by tabs. */
    public static String line(CallDifference difference) {
        return difference.id().provider() + "\t"
                + TerminalText.sanitized(difference.id().id()) + "\t" + day(difference) + "\t" + kind(difference) + "\t"
                + columns(difference) + "\n";
    }

    private record Row(String name, Day day) {}

    private static TableColumn<Row> counted(String title, List<Row> rows, ToLongFunction<Day> count) {
        return TableColumn.right(title, rows, row -> CountText.grouped(count.applyAsLong(row.day())));
    }

    private static String day(CallDifference difference) {
        return difference.day().map(Object::toString).orElse("no time");
    }

    private static String kind(CallDifference difference) {
        return ArgumentText.word(difference.kind()).replace('-', ' ');
    }

    private static String columns(CallDifference difference) {
        return difference.columns().stream().sorted().map(CallColumn::sqlName).collect(Collectors.joining(", "));
    }
}
