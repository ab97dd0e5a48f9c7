package dev.callist;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The plan of a merged list: what holds for all of its listers together. */
final class MergedPlan {
    private MergedPlan() {}

    static QueryPlan of(List<QueryPlan> plans) {
        Set<QueryFilter> server = EnumSet.allOf(QueryFilter.class);
        Set<QueryFilter> here = EnumSet.noneOf(QueryFilter.class);
        for (QueryPlan plan : plans) {
            server.retainAll(plan.server());
            here.addAll(plan.server());
            here.addAll(plan.here());
        }
        here.removeAll(server);
        return new QueryPlan(
                MergedCalls.PROVIDER,
                plans.stream()
                        .map(plan -> plan.provider() + " " + plan.identity())
                        .collect(Collectors.joining("\n")),
                plans.stream().map(QueryPlan::request).collect(Collectors.joining("\n")),
                server,
                here,
                plans.stream()
                        .map(QueryPlan::assumptions)
                        .flatMap(Collection::stream)
                        .distinct()
                        .toList(),
                plans.stream().mapToInt(QueryPlan::pageSize).max().orElse(1),
                false,
                plans.stream().mapToInt(QueryPlan::concurrency).max().orElse(1));
    }
}
