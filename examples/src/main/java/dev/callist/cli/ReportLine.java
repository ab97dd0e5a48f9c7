package dev.callist.cli;

import dev.callist.ListingReport;
import dev.callist.ListingReport.Completeness;
import dev.callist.ListingReport.EndReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The final report of a walk as one line for people. */
final class ReportLine {
    private ReportLine() {}

    static String of(ListingReport report, Completeness completeness, long before, Duration took) {
        List<String> parts = new ArrayList<>();
        parts.add(Numbers.counted(report.calls(), "call") + (before > 0 ? " after " + Numbers.of(before) : ""));
        parts.add(Numbers.counted(report.pages(), "page"));
        parts.add(report.retries() == 1 ? "1 retry" : Numbers.of(report.retries()) + " retries");
        addIfAny(parts, report.duplicates(), "repeated call left out", "repeated calls left out");
        addIfAny(parts, report.filteredHere(), "call filtered here", "calls filtered here");
        addIfAny(parts, report.rejected(), "row that is no call", "rows that are no calls");
        if (!report.ordered()) {
            parts.add("not newest first");
        }
        if (report.drifted()) {
            parts.add("the list shifted meanwhile");
        }
        if (report.endReason().equals(Optional.of(EndReason.LIMIT))) {
            parts.add("limit reached");
        }
        parts.add(completeness.name());
        parts.add(String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0));
        return String.join(", ", parts);
    }

    private static void addIfAny(List<String> parts, long count, String one, String many) {
        if (count > 0) {
            parts.add(Numbers.of(count) + " " + (count == 1 ? one : many));
        }
    }
}
