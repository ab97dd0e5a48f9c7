package dev.callist;

import dev.callist.ListingReport.Completeness;
import dev.callist.ListingReport.EndReason;
import java.util.List;
import java.util.Optional;

/** The report of a merged walk: the sums over its listers, and how the whole of them came out. */
final class MergedReport {
    private MergedReport() {}

    static ListingReport of(MergedProgress progress, List<MergedSource> sources, Optional<EndReason> end) {
        Tally sum = sources.stream().map(source -> source.walk().tally()).reduce(Tally.NONE, Tally::and);
        ListingReport all = sum.report(progress.calls(), end);
        boolean isWhole = sources.stream().noneMatch(MergedSource::isLeftOut);
        return new ListingReport(
                all.pages(),
                all.calls(),
                all.duplicates(),
                all.rejected(),
                all.filteredHere(),
                all.retries(),
                all.waited(),
                all.ordered() && progress.ordered(),
                all.drifted(),
                end,
                isWhole ? all.completeness() : Completeness.INCOMPLETE);
    }
}
