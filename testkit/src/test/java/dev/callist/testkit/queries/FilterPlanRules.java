package dev.callist.testkit.queries;

import static dev.callist.testkit.contract.ListerUnderTest.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callist.Call;
import dev.callist.CallDirection;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallLister;
import dev.callist.CallParty;
import dev.callist.CallQuery;
import dev.callist.CallStatus;
import dev.callist.ClientOptions;
import dev.callist.QueryFilter;
import dev.callist.QueryPlan;
import dev.callist.testkit.contract.ContractFixture;
import dev.callist.testkit.rules.ProviderUnderTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A filter means the same whether the server or the walk applies it: the result equals the list filtered by hand. */
public interface FilterPlanRules extends ProviderUnderTest {
    private static List<CallQuery> queries(List<Call> all) {
        List<CallQuery> queries = new ArrayList<>();
        Call first = all.get(20);
        Call last = all.get(70);
        queries.add(CallQuery.createdBetween(
                last.createdAt().orElseThrow(), first.createdAt().orElseThrow()));
        queries.add(CallQuery.builder().createdFrom(first.createdAt()).build());
        queries.add(CallQuery.builder().createdBefore(last.createdAt()).build());
        for (CallDirection direction : CallDirection.values()) {
            queries.add(CallQuery.builder().direction(direction).build());
        }
        for (CallStatus status : CallStatus.values()) {
            queries.add(CallQuery.builder().addStatuses(status).build());
        }
        queries.add(CallQuery.builder()
                .addStatuses(CallStatus.BUSY, CallStatus.NO_ANSWER)
                .build());
        queries.add(CallQuery.builder().minDuration(Duration.ofSeconds(30)).build());
        queries.add(CallQuery.builder()
                .minDuration(Duration.ofSeconds(1))
                .maxDuration(Duration.ofSeconds(60))
                .build());
        all.stream()
                .flatMap(call -> call.from().stream())
                .flatMap(party -> party.e164().stream())
                .findFirst()
                .ifPresent(
                        number -> queries.add(CallQuery.builder().from(number).build()));
        all.stream()
                .flatMap(call -> call.to().stream())
                .flatMap(party -> party.e164().stream())
                .findFirst()
                .ifPresent(
                        number -> queries.add(CallQuery.builder().party(number).build()));
        all.stream()
                .flatMap(call -> call.to().stream())
                .map(CallParty::address)
                .skip(3)
                .findFirst()
                .ifPresent(
                        address -> queries.add(CallQuery.builder().to(address).build()));
        all.stream().flatMap(call -> call.tags().stream()).findFirst().ifPresent(tag -> {
            queries.add(CallQuery.builder().addTags(tag).build());
            queries.add(
                    CallQuery.builder().addTags(tag.toUpperCase(Locale.ROOT)).build());
        });
        queries.add(CallQuery.builder()
                .createdFrom(last.createdAt())
                .direction(CallDirection.OUTBOUND)
                .addStatuses(CallStatus.COMPLETED)
                .minDuration(Duration.ofSeconds(5))
                .build());
        return queries;
    }

    @Test
    default void filtersAsIfByHand() {
        filtersAsIfByHand(ContractFixture.quick().build());
    }

    @Test
    default void filtersAsIfByHandWithoutTrustingTheServer() {
        filtersAsIfByHand(ContractFixture.quick().trustServerFilters(false).build());
    }

    private void filtersAsIfByHand(ClientOptions options) {
        try (ContractFixture fixture = fixture(120, options)) {
            List<Call> all = fixture.lister().list(CallQuery.all()).stream().toList();
            for (CallQuery query : queries(all)) {
                if (isRefused(fixture.lister(), query)) {
                    continue;
                }
                List<String> byHand =
                        all.stream().filter(query::matches).map(Call::id).toList();
                CallQuery paged = query.toBuilder().pageSize(17).build();
                assertThat(ids(fixture.lister().list(paged))).as("%s", query).isEqualTo(byHand);
                QueryPlan plan = fixture.lister().plan(paged);
                Set<QueryFilter> planned = EnumSet.noneOf(QueryFilter.class);
                planned.addAll(plan.pushedFilters());
                planned.addAll(plan.residualFilters());
                assertThat(planned).isEqualTo(query.filters());
                assertThat(plan.pushedFilters()).noneMatch(plan.residualFilters()::contains);
                if (!options.trustServerFilters()) {
                    assertThat(plan.assumptions()).isEmpty();
                }
            }
        }
    }

    /** Whether the provider's records lack the field of a filter; listing and planning then both refuse it. */
    private static boolean isRefused(CallLister lister, CallQuery query) {
        try {
            lister.plan(query);
            return false;
        } catch (CallListException e) {
            assertThat(e.kind()).isEqualTo(Kind.UNSUPPORTED_FILTER);
            assertThatThrownBy(() -> lister.list(query)).isInstanceOf(CallListException.class);
            return true;
        }
    }

    @Test
    default void acceptsAWindowFromTheFirstToTheLastInstant() {
        try (ContractFixture fixture = fixture(3)) {
            assertThat(ids(fixture.lister().list(CallQuery.createdBetween(Instant.MIN, Instant.MAX))))
                    .hasSize(3);
        }
    }
}
