package dev.callist.spark.internal.read;

import dev.callist.ListingReport;
import dev.callist.ListingReport.Completeness;
import org.apache.spark.sql.connector.metric.CustomMetric;
import org.apache.spark.sql.connector.metric.CustomSumMetric;
import org.apache.spark.sql.connector.metric.CustomTaskMetric;

/** What Spark shows for a scan, beside the number of rows. Spark creates the metrics by their classes' names. */
public final class CallMetrics {
    private CallMetrics() {}

    /** The metrics of a scan. */
    public static CustomMetric[] all() {
        return new CustomMetric[] {new Pages(), new Retries(), new Duplicates(), new Rejected(), new InDoubt()};
    }

    static CustomTaskMetric[] of(ListingReport report) {
        boolean isInDoubt = report.endReason().isPresent() && report.completeness() != Completeness.COMPLETE;
        return new CustomTaskMetric[] {
            new Value(Pages.NAME, report.pages()),
            new Value(Retries.NAME, report.retries()),
            new Value(Duplicates.NAME, report.duplicates()),
            new Value(Rejected.NAME, report.rejected()),
            new Value(InDoubt.NAME, isInDoubt ? 1 : 0)
        };
    }

    private record Value(String name, long value) implements CustomTaskMetric {}

    /** Pages that were read. */
    public static final class Pages extends CustomSumMetric {
        static final String NAME = "callistPages";

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public String description() {
            return "pages";
        }
    }

    /** Attempts that failed and were followed by a successful one. */
    public static final class Retries extends CustomSumMetric {
        static final String NAME = "callistRetries";

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public String description() {
            return "retries";
        }
    }

    /** Rows that were dropped because their call had been seen before. */
    public static final class Duplicates extends CustomSumMetric {
        static final String NAME = "callistDuplicates";

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public String description() {
            return "duplicates";
        }
    }

    /** Rows that are not calls. */
    public static final class Rejected extends CustomSumMetric {
        static final String NAME = "callistRejected";

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public String description() {
            return "rejected rows";
        }
    }

    /** Slices that are not known to be complete. */
    public static final class InDoubt extends CustomSumMetric {
        static final String NAME = "callistInDoubt";

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public String description() {
            return "slices in doubt";
        }
    }
}
