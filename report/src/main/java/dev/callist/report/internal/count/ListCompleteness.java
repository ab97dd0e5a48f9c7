package dev.callist.report.internal.count;

import dev.callist.ListingReport;
import dev.callist.ListingReport.Completeness;
import dev.callist.ListingReport.Doubt;
import dev.callist.ListingReport.EndReason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How complete the sources of statistics are together. */
public final class ListCompleteness {
    /** More reasons than there are doubts and sources in one report. */
    private static final int MAX_REASONS = 100;

    private static final int LONGEST_REASON = 300;

    private final Set<String> reasons = new LinkedHashSet<>();
    private Optional<Completeness> worst = Optional.empty();
    private long rejectedRows;

    /** Adds a listing. */
    public void add(ListingReport report) {
        rejectedRows += report.rejected();
        List<String> found = new ArrayList<>();
        report.doubts().stream().sorted().map(Doubt::phrase).forEach(found::add);
        boolean hasReachedEnd = report.endReason().equals(Optional.of(EndReason.END_OF_LIST));
        if (report.endReason().equals(Optional.of(EndReason.LIMIT))) {
            found.add("only the newest calls were read, up to a limit");
        } else if (!hasReachedEnd) {
            found.add("the list was not read to its end");
        }
        add(report.completeness(), found);
    }

    /** Adds a source of another kind. */
    public void add(Completeness completeness, Collection<String> more) {
        worst = worst.filter(known -> known.compareTo(completeness) >= 0).or(() -> Optional.of(completeness));
        more.stream()
                .limit(MAX_REASONS - reasons.size())
                .map(reason -> BoundedNames.cut(reason, LONGEST_REASON))
                .forEach(reasons::add);
    }

    /** The worst of all sources; UNKNOWN if there is none. */
    public Completeness completeness() {
        return worst.orElse(Completeness.UNKNOWN);
    }

    /** Why calls may be missing. */
    public List<String> reasons() {
        return worst.isEmpty() ? List.of("the source did not say whether it is complete") : List.copyOf(reasons);
    }

    public long rejectedRows() {
        return rejectedRows;
    }
}
