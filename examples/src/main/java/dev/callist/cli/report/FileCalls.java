package dev.callist.cli.report;

import dev.callist.CallQuery;
import dev.callist.ListingReport.Completeness;
import dev.callist.cli.console.Cancellation;
import dev.callist.cli.export.ExportedCalls;
import dev.callist.report.CallStatistics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The calls of a file that {@code callist export} has written.
 *
 * @param file of JSON lines
 * @param providers whose calls to count; empty means all
 */
public record FileCalls(Path file, Set<String> providers) {
    /** Copies the set. */
    public FileCalls {
        providers = Set.copyOf(providers);
    }

    /**
     * Counts the calls that match a query.
     *
     * @return where the calls come from, one line each
     */
    public List<String> count(CallQuery query, CallStatistics statistics, Cancellation cancellation)
            throws IOException {
        MatchingCalls calls = new MatchingCalls(query, statistics, cancellation);
        try (ExportedCalls exported =
                ExportedCalls.open(file, name -> providers.isEmpty() || providers.contains(name))) {
            exported.forEachRemaining(calls);
        }
        calls.finish();
        statistics.addSource(
                Completeness.UNKNOWN,
                List.of("a file does not say whether the list was complete; the exit code of 'callist export' did"));
        return List.of("Source: the file " + file.getFileName() + ".");
    }
}
