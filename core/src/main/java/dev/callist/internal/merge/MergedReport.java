package dev.callist.internal.merge;

import dev.callist.ListingReport;
import dev.callist.ListingReport.Doubt;
import dev.callist.ListingReport.EndReason;
import dev.callist.internal.walk.WalkCounters;
import dev.callist.internal.walk.resume.ResumeState;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The report of a merged walk: the sums over its listers, and how complete they are together. */
final class MergedReport {
    private MergedReport() {}

    /** The sums over all listers, and the worst that is known of a list, also by walks before a resume. */
    static WalkCounters counters(ResumeState start, List<MergedSource> sources) {
        return sources.stream()
                .map(source -> source.walk().counters())
                .reduce(WalkCounters.startingAt(start), WalkCounters::and);
    }

    static ListingReport of(
            WalkCounters counters, long calls, boolean isOrdered, List<MergedSource> sources, Optional<EndReason> end) {
        ListingReport all = counters.report(calls, end);
        boolean isWhole = sources.stream().noneMatch(MergedSource::isSkipped);
        return all.toBuilder()
                .listTotal(total(sources))
                .ordered(all.ordered() && isOrdered)
                .addDoubts(isWhole ? new Doubt[0] : new Doubt[] {Doubt.LISTER_SKIPPED})
                .build();
    }

    /** The sum of the lists' totals; absent unless each list has one. */
    private static OptionalLong total(List<MergedSource> sources) {
        List<Long> totals = sources.stream()
                .flatMap(source ->
                        source.walk().counters().facts().total().stream().boxed())
                .toList();
        return totals.size() == sources.size()
                ? OptionalLong.of(totals.stream().mapToLong(total -> total).sum())
                : OptionalLong.empty();
    }
}
