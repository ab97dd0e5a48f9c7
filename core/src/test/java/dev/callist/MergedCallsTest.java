package dev.callist;

import static dev.callist.Calls.call;
import static dev.callist.MergedLists.drain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.CallListException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What a merged lister is as a lister: its plan, its filters, its pages, and whom it takes. */
class MergedCallsTest {
    private final ScriptedLister one = ScriptedLister.named("one")
            .page("", "1", call("a1", 1), call("a3", 3))
            .page("1", "", call("a5", 5));
    private final ScriptedLister two =
            ScriptedLister.named("two").page("", "1", call("b2", 2)).page("1", "", call("b4", 4));
    private final MergedCalls both = CallListers.merged(one, two);

    @Test
    void plansWhatIsTrueOfAllListers() {
        one.filteringByServer();
        CallQuery query = CallQuery.builder()
                .direction(CallDirection.INBOUND)
                .createdFrom(Calls.NOON)
                .build();

        assertThat(both.plan(query))
                .isEqualTo(new QueryPlan(
                        "merged",
                        "one script\ntwo script",
                        "GET script\nGET script",
                        Set.of(),
                        Set.of(QueryFilter.DIRECTION, QueryFilter.CREATED_FROM),
                        List.of(),
                        2,
                        false,
                        1));
        two.filteringByServer();
        assertThat(both.plan(query).server())
                .containsExactlyInAnyOrder(QueryFilter.DIRECTION, QueryFilter.CREATED_FROM);
        assertThat(both.plan(query).here()).isEmpty();
        assertThat(both.plan(query).toString()).contains("request      GET script\n             GET script\n");
    }

    @Test
    void joinsTheAssumptionsAndTakesTheLargestPageAndConcurrency() {
        QueryPlan small = plan(List.of("x", "y"), 10, 4);
        QueryPlan large = plan(List.of("y", "z"), 500, 1);

        QueryPlan merged = MergedPlan.of(List.of(small, large));

        assertThat(merged.assumptions()).containsExactly("x", "y", "z");
        assertThat(merged.pageSize()).isEqualTo(500);
        assertThat(merged.concurrency()).isEqualTo(4);
        assertThat(merged.shifts()).isFalse();
    }

    @Test
    void givesEachListerItsOwnFilters() {
        List<CallQuery> asked = new ArrayList<>();
        CallLister bird = new Overheard("bird", asked);
        CallLister search = new Overheard("search", asked);
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
    void refusesFiltersThatNoListerTakes() {
        CallQuery query =
                CallQuery.builder().addProviderFilters(new Own("three")).build();

        refuses(Kind.UNSUPPORTED_FILTER, "three", () -> both.list(query));
        refuses(Kind.UNSUPPORTED_FILTER, "three", () -> both.plan(query));
        assertThat(one.asked()).isEmpty();
    }

    @Test
    void refusesTheSameListTwiceAndNoListAtAll() {
        refuses(Kind.INVALID_CONFIG, "each would come twice", () -> CallListers.merged(one, two, one));
        refuses(
                Kind.INVALID_CONFIG,
                "each would come twice",
                () -> CallListers.merged(both, ScriptedLister.named("two")));
        refuses(Kind.INVALID_CONFIG, "at least one", () -> CallListers.merged(List.of()));
    }

    @Test
    void fetchesPageByPageWithoutKeepingAnything() {
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
    void fetchesAPageWholeOrNotAtAll() {
        two.failing(1, Kind.SERVER_ERROR, "", "", call("b2", 2));
        MergedCalls skipping = both.skippingFailures();

        assertThat(catchThrowableOfType(CallListException.class, () -> skipping.fetch(CallQuery.all(), Cursor.FIRST))
                        .kind())
                .isEqualTo(Kind.SERVER_ERROR);
        assertThat(skipping.fetch(CallQuery.all(), Cursor.FIRST).calls()).hasSize(2);
    }

    @Test
    void countsTheRejectedRowsOfAPage() {
        one.page("", "", List.of(new RejectedRow(3, "no id", "{}")), call("a1", 1));

        CallPage page = both.fetch(CallQuery.builder().pageSize(9).build(), Cursor.FIRST);

        assertThat(page.rejected()).containsExactly(new RejectedRow(0, "told to its lister's listener", ""));
        assertThat(page.next()).isEmpty();
    }

    @Test
    void closesEveryLister() {
        both.close();
        both.close();

        assertThat(one.isClosed()).isTrue();
        assertThat(two.isClosed()).isTrue();
    }

    @Test
    void closesTheOthersAfterOneThatFailsInIt() {
        one.failingToClose();

        assertThat(catchThrowableOfType(IllegalStateException.class, both::close))
                .hasMessage("does not close");
        assertThat(two.isClosed()).isTrue();
    }

    @Test
    void saysWhoItIs() {
        assertThat(both.provider()).isEqualTo("merged");
        assertThat(both).hasToString("MergedCalls[one, two]");
        assertThat(both.list(CallQuery.all())).asString().startsWith("CallListing[MergedCalls[one, two], CallQuery[");
        assertThat(both.options()).isSameAs(one.options());
        assertThat(drain(CallListers.merged(both))).containsExactly("a1", "b2", "a3", "b4", "a5");
    }

    private static QueryPlan plan(List<String> assumptions, int pageSize, int concurrency) {
        return new QueryPlan("p", "i", "r", Set.of(), Set.of(), assumptions, pageSize, true, concurrency);
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

    /** A lister that writes down what it is asked to plan. */
    private record Overheard(String provider, List<CallQuery> asked) implements CallLister {
        @Override
        public CallPage fetch(CallQuery query, Cursor cursor) {
            return CallPage.of(List.of(), Optional.empty());
        }

        @Override
        public QueryPlan plan(CallQuery query) {
            asked.add(query);
            return new QueryPlan(provider, "i", "r", Set.of(), Set.of(), List.of(), 1, false, 1);
        }

        @Override
        public ClientOptions options() {
            return ClientOptions.defaults();
        }

        @Override
        public void close() {}
    }
}
