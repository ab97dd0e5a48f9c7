package dev.callist.report;

import dev.callist.ListingReport.Completeness;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Pages for tests. */
final class ReportPages {
    static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");

    private ReportPages() {}

    /** Statistics of a complete list of sample calls. */
    static CallStatistics sample(int calls, int days) {
        CallStatistics statistics = CallStatistics.in(LISBON);
        SampleCalls.of(calls, days, statistics);
        statistics.addSource(Completeness.COMPLETE, List.of());
        return statistics;
    }

    static ReportOptions options() {
        return ReportOptions.builder()
                .madeAt(Instant.parse("2026-03-01T09:30:00Z"))
                .addSources("bird, search and signalwire: lists of a made-up office")
                .build();
    }

    static String html(CallStatistics statistics, ReportOptions options) {
        StringWriter page = new StringWriter();
        try {
            CallReport.of(statistics.summary(), options).write(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return page.toString();
    }

    static Path file(Path folder, CallStatistics statistics, ReportOptions options) throws IOException {
        return Files.writeString(folder.resolve("report.html"), html(statistics, options));
    }
}
