package dev.callist.report;

import dev.callist.report.internal.page.ReportPage;
import java.io.IOException;
import java.io.Writer;

/**
 * A report of calls as one HTML page, which needs no other file and no network: charts, tables, how far the figures can
 * be trusted, and the definitions of the figures.
 *
 * <p>Addresses are masked unless {@link ReportOptions#showsNumbers()} is set. Every text from a provider is escaped,
 * and a Content-Security-Policy keeps the page from running or loading anything else. Immutable and thread-safe.
 */
public final class CallReport {
    private final StatisticsSummary summary;
    private final ReportOptions options;

    private CallReport(StatisticsSummary summary, ReportOptions options) {
        this.summary = summary;
        this.options = options;
    }

    /** A report of these figures. */
    public static CallReport of(StatisticsSummary summary, ReportOptions options) {
        return new CallReport(summary, options);
    }

    /**
     * Writes the page, piece by piece, so that it is never in memory as a whole. It has less than 1 MB, unless the
     * calls are spread over more than 50 years.
     *
     * @param out must encode in UTF-8, as the page says; it is neither flushed nor closed
     * @throws IOException when the writer fails
     */
    public void write(Writer out) throws IOException {
        new ReportPage(summary, options).write(out);
    }

    /** The zone and the number of calls. */
    @Override
    public String toString() {
        return "CallReport[" + summary.zone() + ", " + summary.total().calls() + " calls]";
    }
}
