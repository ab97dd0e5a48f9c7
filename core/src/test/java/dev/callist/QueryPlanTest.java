package dev.callist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QueryPlanTest {
    @Test
    void saysWhatIsAskedAndWhatIsDoneHereInAFixedOrder() {
        QueryPlan plan = QueryPlan.builder()
                .provider("test")
                .identity("https://api.example.com/calls")
                .request("GET api.example.com/calls")
                .pushedFilters(Set.of(
                        QueryFilter.MAX_DURATION, QueryFilter.CREATED_FROM, QueryFilter.FROM, QueryFilter.MIN_DURATION))
                .residualFilters(Set.of(
                        QueryFilter.TAGS,
                        QueryFilter.STATUSES,
                        QueryFilter.TO,
                        QueryFilter.DIRECTION,
                        QueryFilter.CREATED_BEFORE))
                .assumptions(List.of("one thing", "another"))
                .pageSize(100)
                .concurrency(16)
                .build();

        assertThat(plan).hasToString("""
                provider     test
                request      GET api.example.com/calls
                by server    createdFrom, from, minDuration, maxDuration
                here         createdBefore, direction, statuses, to, tags
                assumes      one thing
                             another
                reads too    all calls created later
                             calls with any direction, statuses, to, tags
                page size    100
                concurrency  16""");
    }

    @Test
    void saysThatNothingIsFilteredOrAssumed() {
        QueryPlan plan = QueryPlan.builder()
                .provider("test")
                .identity("x")
                .request("GET a\nGET b")
                .pageSize(5)
                .build();

        assertThat(plan).hasToString("""
                provider     test
                request      GET a
                             GET b
                by server    nothing
                here         nothing
                assumes      nothing
                reads too    nothing
                page size    5
                concurrency  1""");
    }

    @Test
    void saysThatAServerOfWholeDaysReturnsMoreThanTheWindow() {
        QueryPlan plan = QueryPlan.builder()
                .provider("test")
                .identity("x")
                .request("GET a")
                .residualFilters(Set.of(QueryFilter.CREATED_FROM))
                .lastDay(LocalDate.of(2026, 3, 2))
                .pageSize(5)
                .build();

        assertThat(plan.unwantedCalls())
                .containsExactly("calls created earlier, up to all of them", "all calls of whole days to 2026-03-02");
        assertThat(plan.toBuilder()
                        .firstDay(LocalDate.of(2026, 3, 1))
                        .residualFilters(Set.of())
                        .build()
                        .unwantedCalls())
                .containsExactly("all calls of whole days from 2026-03-01 to 2026-03-02");
    }

    @Test
    void needsNoLargerPagesThanALimitIfTheServerDoesAllTheFiltering() {
        QueryPlan plan = QueryPlan.builder()
                .provider("test")
                .identity("x")
                .request("GET a")
                .pageSize(5)
                .build();
        QueryPlan filtering =
                plan.toBuilder().residualFilters(Set.of(QueryFilter.FROM)).build();

        assertThat(plan.pageSize(3)).isEqualTo(3);
        assertThat(plan.pageSize(Long.MAX_VALUE)).isEqualTo(5);
        assertThat(plan.pageSize(0)).isEqualTo(1);
        assertThat(filtering.pageSize(3)).isEqualTo(5);
    }

    @Test
    void defaultsToOneRequestAtOnce() {
        QueryPlan plan = QueryPlan.builder()
                .provider("test")
                .identity("x")
                .request("GET a")
                .pageSize(5)
                .build();

        assertThat(plan.concurrency()).isEqualTo(1);
        assertThat(plan.supportedFilters()).isEmpty();
    }
}
