package dev.callist.cli.text;

import dev.callist.sync.SyncReport;
import dev.callist.sync.WriteCounts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Formats what a run of each source has written as a table for people. */
public final class SyncTable {
    private SyncTable() {}

    /**
     * Formats the lines of the table, one for each source.
     *
     * @param title of the column of names
     */
    public static String text(String title, List<NamedReport> reports) {
        List<TableColumn<NamedReport>> columns = new ArrayList<>();
        columns.add(TableColumn.left(title, reports, NamedReport::name));
        columns.add(counted("NEW", reports, WriteCounts::created));
        columns.add(counted("CHANGED", reports, WriteCounts::changed));
        columns.add(counted("UNCHANGED", reports, WriteCounts::unchanged));
        columns.add(counted("MISSING", reports, WriteCounts::missing));
        columns.add(TableColumn.right(
                "IN DOUBT",
                reports,
                report -> CountText.grouped(report.report().inDoubt().size())));
        columns.add(TableColumn.right(
                "REQUESTS", reports, report -> CountText.grouped(report.report().requests())));
        columns.add(TableColumn.left("WATERMARK", reports, named -> watermark(named.report())));
        return TableColumn.lines(columns, reports);
    }

    private static TableColumn<NamedReport> counted(
            String title, List<NamedReport> reports, ToLongFunction<WriteCounts> count) {
        return TableColumn.right(
                title,
                reports,
                report -> CountText.grouped(count.applyAsLong(report.report().counts())));
    }

    private static String watermark(SyncReport report) {
        return text(report.watermarkBefore()) + " → " + text(report.watermarkAfter());
    }

    private static String text(Optional<Instant> watermark) {
        return watermark.map(Instant::toString).orElse("none");
    }
}
