package dev.callist.cli.text;

import dev.callist.ListingReport;
import dev.callist.ListingReport.Completeness;
import dev.callist.ListingReport.Doubt;
import dev.callist.ListingReport.EndReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Formats the final report of an export as one line for people. */
public final class ReportLine {
    private ReportLine() {}

    /**
     * Formats the report of one walk.
     *
     * @param completeness of the whole output, including earlier runs
     * @param earlierCalls how many calls earlier runs wrote
     */
    public static String of(ListingReport report, Completeness completeness, long earlierCalls, Duration elapsed) {
        List<String> parts = new ArrayList<>();
        parts.add(CountText.of(report.calls(), "call")
                + (earlierCalls > 0 ? " after " + CountText.grouped(earlierCalls) + " in earlier runs" : ""));
        parts.add(CountText.of(report.pages(), "page"));
        parts.add(CountText.of(report.retries(), "retry", "retries"));
        if (report.duplicates() > 0) {
            parts.add(CountText.of(report.duplicates(), "duplicate") + " skipped");
        }
        if (report.filteredHere() > 0) {
            parts.add(CountText.of(report.filteredHere(), "call") + " filtered out");
        }
        if (report.rejected() > 0) {
            parts.add(CountText.of(report.rejected(), "rejected row"));
        }
        if (report.sharedIds() > 0) {
            parts.add(CountText.of(report.sharedIds(), "call") + " with the id of another");
        }
        ofSmallerPages(report).ifPresent(parts::add);
        if (!report.ordered()) {
            parts.add("not newest first");
        }
        if (report.drifted()) {
            parts.add("the list changed during the export");
        }
        if (report.endReason().equals(Optional.of(EndReason.LIMIT))) {
            parts.add("limit reached");
        }
        parts.add(completeness.name() + reasons(report.doubts()));
        parts.add(String.format(Locale.ROOT, "%.1f s", elapsed.toMillis() / 1000.0));
        return String.join(", ", parts);
    }

    /** Formats the reasons why calls may be missing as a text in parentheses to append; empty if there are none. */
    public static String reasons(Set<Doubt> doubts) {
        return inParentheses(doubts.stream().sorted().map(Doubt::phrase).toList());
    }

    /** Formats phrases as a text in parentheses to append; empty if there are none. */
    public static String inParentheses(List<String> phrases) {
        return phrases.isEmpty() ? "" : " (" + String.join("; ", phrases) + ")";
    }

    /** Says how many rows pages were reduced to because the provider failed on larger ones; absent if it did not. */
    public static Optional<String> ofSmallerPages(ListingReport report) {
        return report.reducedPageSize().stream()
                .mapToObj(rows -> "pages reduced to " + CountText.of(rows, "row") + " because larger ones failed")
                .findFirst();
    }

    /** Formats how many fields could not be read, as one line for people; absent if all could. */
    public static Optional<String> ofUnreadableFields(ListingReport report) {
        if (report.unreadableFields().isEmpty()) {
            return Optional.empty();
        }
        long all = report.unreadableFields().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        String names = new TreeMap<>(report.unreadableFields())
                .entrySet().stream()
                        .map(field -> field.getKey() + " " + CountText.grouped(field.getValue()))
                        .collect(Collectors.joining(", "));
        return Optional.of(CountText.of(all, "field") + " could not be read (" + names + ")");
    }
}
