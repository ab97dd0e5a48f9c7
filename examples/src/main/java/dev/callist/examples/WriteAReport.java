package dev.callist.examples;

import dev.callist.CallIterator;
import dev.callist.CallLister;
import dev.callist.CallQuery;
import dev.callist.bird.BirdCalls;
import dev.callist.bird.BirdConfig;
import dev.callist.report.CallReport;
import dev.callist.report.CallStatistics;
import dev.callist.report.ReportOptions;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;

/** Counts the calls of a month and writes a report of them. */
public final class WriteAReport {
    private WriteAReport() {}

    /** Takes a workspace id; the access key comes from {@code BIRD_ACCESS_KEY}. */
    public static void main(String[] args) throws IOException {
        BirdConfig config = BirdConfig.builder()
                .workspaceId(args[0])
                .accessKey(System.getenv().getOrDefault("BIRD_ACCESS_KEY", ""))
                .build();
        try (BirdCalls calls = BirdCalls.create(config)) {
            write(calls, Path.of("report.html"));
        }
    }

    static void write(CallLister calls, Path page) throws IOException {
        Instant from = Instant.parse("2026-02-01T00:00:00Z");
        Instant before = Instant.parse("2026-03-01T00:00:00Z");
        CallStatistics statistics = CallStatistics.in(ZoneId.of("Europe/Lisbon"));
        try (CallIterator walk =
                calls.list(CallQuery.createdBetween(from, before)).iterator()) {
            walk.forEachRemaining(statistics);
            statistics.addListing(walk.report());
        }
        ReportOptions options =
                ReportOptions.builder().createdFrom(from).createdBefore(before).build();
        try (Writer out = Files.newBufferedWriter(page)) {
            CallReport.of(statistics.summary(), options).write(out);
        }
    }
}
