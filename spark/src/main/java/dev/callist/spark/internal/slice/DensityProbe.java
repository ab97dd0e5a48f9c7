package dev.callist.spark.internal.slice;

import dev.callist.Call;
import dev.callist.CallLister;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import dev.callist.Cursor;
import dev.callist.QueryFilter;
import dev.callist.QueryPlan;
import dev.callist.spark.internal.account.AccountAccess;
import dev.callist.spark.internal.account.SparkAccount;
import dev.callist.spark.internal.query.CallFilters;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Finds out how many calls a list has, and over which time: a page of the newest calls, and, if the query has no start,
 * single calls at earlier and earlier times. Sends no request for a list that cannot be selected by time. A list with a
 * call without a time is not to be cut, because such a call is in no window.
 *
 * @param access opens the account
 * @param filters of the query
 * @param pageSize calls per request; absent for the lister's default
 * @param requestsPerSecond the account's limit
 */
record DensityProbe(AccountAccess access, CallFilters filters, PageSize pageSize, double requestsPerSecond)
        implements Serializable {
    private static final Set<QueryFilter> WINDOW = Set.of(QueryFilter.CREATED_FROM, QueryFilter.CREATED_BEFORE);
    private static final int MAX_STEPS = 16;
    private static final long FIRST_STEP_PAGES = 10;
    private static final int GROWTH = 4;
    private static final Duration SHORTEST_SPAN = Duration.ofSeconds(1);

    /** Serializable, which {@link OptionalInt} is not; 0 for absent. */
    record PageSize(int rows) implements Serializable {
        static PageSize of(OptionalInt rows) {
            return new PageSize(rows.orElse(0));
        }

        OptionalInt asOption() {
            return rows == 0 ? OptionalInt.empty() : OptionalInt.of(rows);
        }
    }

    /** Probes an account, on an executor. */
    AccountDensity density(SparkAccount account) {
        try (CallLister lister = access.open(account, false, requestsPerSecond)) {
            CallQuery query = filters.query(pageSize.asOption());
            QueryPlan plan = lister.plan(query);
            if (!plan.supportedFilters().containsAll(WINDOW)) {
                return AccountDensity.notToBeCut(0, false, plan.pageSize());
            }
            CallPage page = lister.fetch(query, Cursor.FIRST);
            List<Instant> times = page.calls().stream()
                    .flatMap(call -> call.createdAt().stream())
                    .sorted()
                    .toList();
            if (page.next().isEmpty()) {
                return AccountDensity.notToBeCut(
                        page.calls().stream().filter(query::matches).count(), true, plan.pageSize());
            }
            boolean isExact = page.total().isPresent() && plan.residualFilters().isEmpty();
            if (times.isEmpty()
                    || (!filters.haveWindow() && times.size() < page.calls().size())) {
                return AccountDensity.notToBeCut(page.total().orElse(0), isExact, plan.pageSize());
            }
            return extrapolated(lister, plan, page, isExact, times);
        }
    }

    private AccountDensity extrapolated(
            CallLister lister, QueryPlan plan, CallPage page, boolean isExact, List<Instant> times) {
        Instant oldestOnPage = times.get(0);
        Instant newest = times.get(times.size() - 1);
        Duration span = Duration.between(oldestOnPage, newest);
        if (span.compareTo(SHORTEST_SPAN) < 0) {
            span = SHORTEST_SPAN;
        }
        Instant earliest = filters.from().isPresent() ? filters.from().get() : earliest(lister, oldestOnPage, span);
        double pages = (double) Duration.between(earliest, newest).toMillis() / span.toMillis();
        long calls = page.total().orElse((long) (pages * page.calls().size()));
        return new AccountDensity(calls, isExact, plan.pageSize(), earliest, newest);
    }

    /** Steps back in time, further each time, until no call is older. */
    private Instant earliest(CallLister lister, Instant oldestOnPage, Duration span) {
        Instant earliest = oldestOnPage;
        Duration step = span.multipliedBy(FIRST_STEP_PAGES);
        for (int i = 0; i < MAX_STEPS; i++) {
            Instant before = Duration.between(Instant.EPOCH, earliest).compareTo(step) < 0
                    ? Instant.EPOCH.plusSeconds(1)
                    : earliest.minus(step);
            Optional<Instant> older = older(lister, before);
            if (older.isEmpty()) {
                return before;
            }
            earliest = older.get().isBefore(before) ? older.get() : before;
            step = step.multipliedBy(GROWTH);
        }
        return earliest;
    }

    private Optional<Instant> older(CallLister lister, Instant before) {
        CallQuery query = filters.query(Optional.empty(), Optional.of(before), OptionalInt.of(1));
        return lister.fetch(query, Cursor.FIRST).calls().stream()
                .filter(query::matches)
                .map(Call::createdAt)
                .flatMap(Optional::stream)
                .findFirst();
    }
}
