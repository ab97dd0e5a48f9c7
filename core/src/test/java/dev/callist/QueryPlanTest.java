package dev.callist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QueryPlanTest {
    @Test
    void saysWhatIsAskedAndWhatIsDoneHereInAFixedOrder() {
        QueryPlan plan = new QueryPlan(
                "test",
                "https://api.example.com/calls",
                "GET api.example.com/calls",
                Set.of(QueryFilter.MAX_DURATION, QueryFilter.CREATED_FROM, QueryFilter.FROM, QueryFilter.MIN_DURATION),
                Set.of(
                        QueryFilter.TAGS,
                        QueryFilter.STATUSES,
                        QueryFilter.TO,
                        QueryFilter.DIRECTION,
                        QueryFilter.CREATED_BEFORE),
                List.of("one thing", "another"),
                100,
                true,
                16);

        assertThat(plan).hasToString("""
                provider     test
                request      GET api.example.com/calls
                by server    createdFrom, from, minDuration, maxDuration
                here         createdBefore, direction, statuses, to, tags
                assumes      one thing
                             another
                page size    100
                concurrency  16""");
    }

    @Test
    void saysThatNothingIsFilteredOrAssumed() {
        QueryPlan plan = new QueryPlan("test", "x", "GET a\nGET b", Set.of(), Set.of(), List.of(), 5, false, 1);

        assertThat(plan).hasToString("""
                provider     test
                request      GET a
                             GET b
                by server    nothing
                here         nothing
                assumes      nothing
                page size    5
                concurrency  1""");
    }
}
