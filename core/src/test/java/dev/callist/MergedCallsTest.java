package dev.callist;

import static dev.callist.Calls.call;
import static dev.callist.internal.merge.MergedLists.drain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.CallListException.Kind;
import dev.callist.ListingReport.Doubt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The plan, the filters and the pages of a merged lister, and which listers it accepts. */
class MergedCallsTest {
    private final ScriptedLister one = ScriptedLister.named("one")
            .page("", "1", call("a1", 1), call("a3", 3))
            .page("1", "", call("a5", 5));
    private final ScriptedLister two =
            ScriptedLister.named("two").page("", "1", call("b2", 2)).page("1", "", call("b4", 4));
    private final MergedCalls both = CallListers.merged(one, two);

    @Test
    void plansWhatHoldsForAllListers() {
        one.filteringByServer();
        CallQuery query = CallQuery.builder()
                .direction(CallDirection.INBOUND)
                .createdFrom(Calls.NOON)
                .build();

        assertThat(both.plan(query))
                .isEqualTo(QueryPlan.builder()
                        .provider("merged")
                        .identity("one script\ntwo script")
                        .request("GET script\nGET script")
                        .residualFilters(Set.of(QueryFilter.DIRECTION, QueryFilter.CREATED_FROM))
                        .pageSize(2)
                        .build());
        two.filteringByServer();
        assertThat(both.plan(query).pushedFilters())
                .containsExactlyInAnyOrder(QueryFilter.DIRECTION, QueryFilter.CREATED_FROM);
        assertThat(both.plan(query).residualFilters()).isEmpty();
        assertThat(both.plan(query).toString()).contains("request      GET script\n             GET script\n");
    }

    @Test
    void joinsTheAssumptionsAndPlansTheLargestPageAndConcurrency() {
        CallLister small = planning("small", List.of("x", "y"), 10, 4);
        CallLister large = planning("large", List.of("y", "z"), 500, 1);

        QueryPlan merged = CallListers.merged(small, large).plan(CallQuery.all());

        assertThat(merged.assumptions()).containsExactly("x", "y", "z");
        assertThat(merged.pageSize()).isEqualTo(500);
        assertThat(merged.concurrency()).isEqualTo(4);
    }

    @Test
    void givesEachListerItsOwnFilters() {
        List<CallQuery> asked = new ArrayList<>();
        CallLister bird = new PlannedLister(plan("bird"), asked);
        CallLister search = new PlannedLister(plan("search"), asked);
        Own forBird = new Own("bird");
        Own forSearch = new Own("search");

        CallListers.merged(bird, search)
                .plan(CallQuery.builder()
                        .addProviderFilters(forBird, forSearch)
                        .pageSize(7)
                        .build());

        assertThat(asked).hasSize(4).allMatch(query -> query.pageSize().orElse(7) == 7);
        assertThat(asked.subList(2, 4))
                .extracting(CallQuery::providerFilters)
                .containsExactly(Set.of(forBird), Set.of(forSearch));
    }

    @Test
    void refusesFiltersOfAnotherProvider() {
        CallQuery query =
                CallQuery.builder().addProviderFilters(new Own("three")).build();

        refuses(Kind.UNSUPPORTED_FILTER, "three", () -> both.list(query));
        refuses(Kind.UNSUPPORTED_FILTER, "three", () -> both.plan(query));
        assertThat(one.asked()).isEmpty();
    }

    @Test
    void refusesTheSameListTwiceAndNoListAtAll() {
        refuses(Kind.INVALID_CONFIG, "cannot be told apart", () -> CallListers.merged(one, two, one));
        refuses(
                Kind.INVALID_CONFIG,
                "cannot be told apart",
                () -> CallListers.merged(both, ScriptedLister.named("two")));
        refuses(Kind.INVALID_CONFIG, "at least one", () -> CallListers.merged(List.of()));
    }

    @Test
    void fetchesPageByPageWithoutState() {
        List<String> ids = new ArrayList<>();
        Optional<Cursor> place = Optional.of(Cursor.FIRST);
        int pages = 0;
        while (place.isPresent()) {
            CallPage page = both.fetch(CallQuery.all(), place.get());
            page.calls().forEach(call -> ids.add(call.id()));
            place = page.next();
            pages++;
        }
        assertThat(ids).containsExactly("a1", "b2", "a3", "b4", "a5");
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void fetchesAWholePageOrFails() {
        two.failing(1, Kind.SERVER_ERROR, "", "", call("b2", 2));
        MergedCalls skipping = both.skippingFailures();

        assertThat(catchThrowableOfType(CallListException.class, () -> skipping.fetch(CallQuery.all(), Cursor.FIRST))
                        .kind())
                .isEqualTo(Kind.SERVER_ERROR);
        assertThat(skipping.fetch(CallQuery.all(), Cursor.FIRST).calls()).hasSize(2);
    }

    @Test
    void returnsTheRejectedRowsOfAPage() {
        one.page("", "", List.of(new RejectedRow(3, "no id", "{}")), call("a1", 1));

        CallPage page = both.fetch(CallQuery.builder().pageSize(9).build(), Cursor.FIRST);

        assertThat(page.rejected()).containsExactly(new RejectedRow(3, "no id", "{}"));
        assertThat(page.next()).isEmpty();
    }

    @Test
    void saysWhyCallsMayBeMissingOnAPage() {
        one.page("", "", List.of(new RejectedRow(3, "no id", "{}")), call("a1", 1));

        CallPage page = both.fetch(CallQuery.builder().pageSize(9).build(), Cursor.FIRST);

        assertThat(page.doubts()).containsExactly(Doubt.REJECTED_ROW);
    }

    @Test
    void closesEveryLister() {
        both.close();
        both.close();

        assertThat(one.isClosed()).isTrue();
        assertThat(two.isClosed()).isTrue();
    }

    @Test
    void closesTheOtherListersWhenOneFailsToClose() {
        one.failingToClose();

        assertThat(catchThrowableOfType(IllegalStateException.class, both::close))
                .hasMessage("does not close");
        assertThat(two.isClosed()).isTrue();
    }

    @Test
    void showsItsNameAndItsListers() {
        assertThat(both.provider()).isEqualTo("merged");
        assertThat(both).hasToString("MergedCalls[one, two]");
        assertThat(both.list(CallQuery.all())).asString().startsWith("CallListing[MergedCalls[one, two], CallQuery[");
        assertThat(both.options()).isSameAs(one.options());
        assertThat(drain(CallListers.merged(both))).containsExactly("a1", "b2", "a3", "b4", "a5");
    }

    private static CallLister planning(String name, List<String> assumptions, int pageSize, int concurrency) {
        QueryPlan plan = QueryPlan.builder()
                .provider(name)
                .identity(name)
                .request("r")
                .assumptions(assumptions)
                .pageSize(pageSize)
                .concurrency(concurrency)
                .build();
        return new PlannedLister(plan, new ArrayList<>());
    }

    private static void refuses(Kind kind, String words, ThrowingCallable attempt) {
        CallListException e = catchThrowableOfType(CallListException.class, attempt);
        assertThat(e.kind()).isEqualTo(kind);
        assertThat(e).hasMessageContaining(words);
    }

    private record Own(String provider) implements ProviderFilters {
        @Override
        public Map<String, List<String>> parameters() {
            return Map.of("x", List.of(provider));
        }
    }

    private static QueryPlan plan(String provider) {
        return QueryPlan.builder()
                .provider(provider)
                .identity("i")
                .request("r")
                .pageSize(1)
                .build();
    }

    /** A lister without calls that records which queries it plans. */
    private record PlannedLister(QueryPlan planned, List<CallQuery> queries) implements CallLister {
        @Override
        public String provider() {
            return planned.provider();
        }

        @Override
        public CallPage fetch(CallQuery query, Cursor cursor) {
            return CallPage.of(List.of(), Optional.empty());
        }

        @Override
        public QueryPlan plan(CallQuery query) {
            queries.add(query);
            return planned;
        }

        @Override
        public ClientOptions options() {
            return ClientOptions.defaults();
        }

        @Override
        public void close() {}
    }
}
