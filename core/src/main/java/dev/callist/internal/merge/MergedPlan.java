package dev.callist.internal.merge;

import dev.callist.MergedCalls;
import dev.callist.QueryFilter;
import dev.callist.QueryPlan;
import dev.callist.internal.walk.QueryListing;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The plan of a merged list, combined from the plans of its listers. */
public final class MergedPlan {
    private MergedPlan() {}

    /** The plan of the queries on each lister: a filter is applied by the server where every server applies it. */
    public static QueryPlan of(List<QueryListing> sources) {
        List<QueryPlan> plans = sources.stream().map(QueryListing::plan).toList();
        Set<QueryFilter> pushed = EnumSet.allOf(QueryFilter.class);
        Set<QueryFilter> supported = EnumSet.allOf(QueryFilter.class);
        Set<QueryFilter> residual = EnumSet.noneOf(QueryFilter.class);
        for (QueryPlan plan : plans) {
            pushed.retainAll(plan.pushedFilters());
            supported.retainAll(plan.supportedFilters());
            residual.addAll(plan.pushedFilters());
            residual.addAll(plan.residualFilters());
        }
        residual.removeAll(pushed);
        return QueryPlan.builder()
                .provider(MergedCalls.PROVIDER)
                .identity(plans.stream()
                        .map(plan -> plan.provider() + " " + plan.identity())
                        .collect(Collectors.joining("\n")))
                .request(plans.stream().map(QueryPlan::request).collect(Collectors.joining("\n")))
                .pushedFilters(pushed)
                .residualFilters(residual)
                .supportedFilters(supported)
                .assumptions(plans.stream()
                        .map(QueryPlan::assumptions)
                        .flatMap(Collection::stream)
                        .distinct()
                        .toList())
                .pageSize(plans.stream().mapToInt(QueryPlan::pageSize).max().orElse(1))
                .concurrency(
                        plans.stream().mapToInt(QueryPlan::concurrency).max().orElse(1))
                .build();
    }
}
