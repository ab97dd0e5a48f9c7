package dev.callist.testkit.contract;

import static dev.callist.testkit.contract.ListerUnderTest.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callist.Call;
import dev.callist.CallDirection;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallLister;
import dev.callist.CallQuery;
import dev.callist.CallQueryBuilder;
import dev.callist.CallStatus;
import dev.callist.ProviderFilters;
import dev.callist.QueryPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A filter means the same whether the server or the walk applies it: the result equals the list filtered by hand. */
public interface FilterRules extends ListerUnderTest {
    @Test
    default void listsWhatFilteringTheWholeListByHandLeaves() {
        try (ContractFixture fixture = fixture(60)) {
            List<Call> all = fixture.lister().list(CallQuery.all()).stream().toList();
            CallQueryBuilder oneNumber = CallQuery.builder();
            all.get(0).to().ifPresent(party -> oneNumber.to(party.address()));
            for (CallQueryBuilder filter : List.of(
                    CallQuery.builder().createdFrom(all.get(40).createdAt()),
                    CallQuery.builder().createdBefore(all.get(20).createdAt()),
                    CallQuery.builder().direction(CallDirection.OUTBOUND),
                    CallQuery.builder().addStatuses(CallStatus.BUSY, CallStatus.NO_ANSWER),
                    CallQuery.builder().minDuration(Duration.ofSeconds(30)),
                    oneNumber)) {
                CallQuery query = filter.pageSize(17).build();
                List<String> byHand =
                        all.stream().filter(query::matches).map(Call::id).toList();
                assertThat(ids(fixture.lister().list(query))).as("%s", query).isEqualTo(byHand);
            }
        }
    }

    @Test
    default void splitsAWindowAnywhereAndLosesNoCall() {
        try (ContractFixture fixture = fixture(24)) {
            List<Call> all = fixture.lister().list(CallQuery.all()).stream().toList();
            for (Call call : all) {
                for (long millis : new long[] {-1000, -1, 0, 1, 1000}) {
                    Instant edge = call.createdAt().orElseThrow().plusMillis(millis);
                    List<String> parts = new ArrayList<>();
                    parts.addAll(ids(fixture.lister()
                            .list(CallQuery.builder().createdFrom(edge).build())));
                    parts.addAll(ids(fixture.lister()
                            .list(CallQuery.builder().createdBefore(edge).build())));
                    assertThat(parts).as("%s", edge).isEqualTo(ids(all));
                }
            }
        }
    }

    @Test
    default void refusesTheFiltersOfAnotherProvider() {
        ProviderFilters foreign = new ProviderFilters() {
            @Override
            public String provider() {
                return "elsewhere";
            }

            @Override
            public Map<String, List<String>> parameters() {
                return Map.of();
            }
        };
        try (ContractFixture fixture = fixture(1)) {
            CallLister lister = fixture.lister();
            CallQuery query = CallQuery.builder().addProviderFilters(foreign).build();
            assertThatThrownBy(() -> lister.list(query))
                    .isInstanceOfSatisfying(
                            CallListException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNSUPPORTED_FILTER));
            assertThat(fixture.sandbox().requestCount()).isZero();
        }
    }

    @Test
    default void plansWithoutARequest() {
        try (ContractFixture fixture = fixture(1)) {
            QueryPlan plan = fixture.lister().plan(CallQuery.all());
            assertThat(plan.provider()).isEqualTo(fixture.lister().provider());
            assertThat(plan.toString()).doesNotContain(secret());
            assertThat(fixture.sandbox().requestCount()).isZero();
        }
    }
}
