package dev.callist.testkit;

import static dev.callist.testkit.ContractSubject.ids;
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
import dev.callist.ProviderFilters;
import dev.callist.QueryFilter;
import dev.callist.QueryPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A filter means the same whether the server applies it or the walk: the list filtered by hand. */
interface FilterRules extends ContractSubject {
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
                .map(CallParty::address)
                .skip(3)
                .findFirst()
                .ifPresent(
                        address -> queries.add(CallQuery.builder().to(address).build()));
        all.stream()
                .flatMap(call -> call.tags().stream())
                .findFirst()
                .ifPresent(tag -> queries.add(CallQuery.builder().addTags(tag).build()));
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
        filtersAsIfByHand(Trial.quick().build());
    }

    @Test
    default void filtersAsIfByHandWithoutTrustingTheServer() {
        filtersAsIfByHand(Trial.quick().trustServerFilters(false).build());
    }

    private void filtersAsIfByHand(ClientOptions options) {
        try (Trial trial = trial(120, options)) {
            List<Call> all = trial.lister().list(CallQuery.all()).stream().toList();
            for (CallQuery query : queries(all)) {
                if (isRefused(trial.lister(), query)) {
                    continue;
                }
                List<String> byHand =
                        all.stream().filter(query::matches).map(Call::id).toList();
                CallQuery paged = query.toBuilder().pageSize(17).build();
                assertThat(ids(trial.lister().list(paged))).as("%s", query).isEqualTo(byHand);
                QueryPlan plan = trial.lister().plan(paged);
                Set<QueryFilter> planned = EnumSet.noneOf(QueryFilter.class);
                planned.addAll(plan.server());
                planned.addAll(plan.here());
                assertThat(planned).isEqualTo(query.filters());
                assertThat(plan.server()).noneMatch(plan.here()::contains);
                if (!options.trustServerFilters()) {
                    assertThat(plan.assumptions()).isEmpty();
                }
            }
        }
    }

    @Test
    default void splitsAWindowAnywhereWithoutLosingOrDoublingACall() {
        try (Trial trial = trial(24)) {
            List<Call> all = trial.lister().list(CallQuery.all()).stream().toList();
            for (Call call : all) {
                for (long millis : new long[] {-1000, -1, 0, 1, 1000}) {
                    Instant edge = call.createdAt().orElseThrow().plusMillis(millis);
                    List<String> parts = new ArrayList<>();
                    parts.addAll(ids(trial.lister()
                            .list(CallQuery.builder().createdFrom(edge).build())));
                    parts.addAll(ids(trial.lister()
                            .list(CallQuery.builder().createdBefore(edge).build())));
                    assertThat(parts).as("%s", edge).isEqualTo(ids(all));
                }
            }
        }
    }

    /** Whether the provider's records say nothing about a filter; listing then refuses it like planning does. */
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
        try (Trial trial = trial(1)) {
            CallLister lister = trial.lister();
            CallQuery query = CallQuery.builder().addProviderFilters(foreign).build();
            assertThatThrownBy(() -> lister.list(query))
                    .isInstanceOfSatisfying(
                            CallListException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNSUPPORTED_FILTER));
            assertThat(trial.sandbox().requestCount()).isZero();
        }
    }

    @Test
    default void plansWithoutARequest() {
        try (Trial trial = trial(1)) {
            QueryPlan plan = trial.lister().plan(CallQuery.all());
            assertThat(plan.provider()).isEqualTo(trial.lister().provider());
            assertThat(plan.toString()).doesNotContain(secret());
            assertThat(trial.sandbox().requestCount()).isZero();
        }
    }
}
