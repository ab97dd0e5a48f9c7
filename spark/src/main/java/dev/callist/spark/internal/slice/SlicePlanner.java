package dev.callist.spark.internal.slice;

import dev.callist.CallLister;
import dev.callist.CallQuery;
import dev.callist.QueryFilter;
import dev.callist.QueryPlan;
import dev.callist.spark.internal.account.AccountAccess;
import dev.callist.spark.internal.account.SparkAccount;
import dev.callist.spark.internal.query.CallFilters;
import dev.callist.spark.internal.query.ReadOptions;
import dev.callist.spark.internal.query.Slicing;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Cuts the lists of accounts into slices. A slice has at least ten pages if the density of calls is what a first
 * request finds, and an account has at most four slices for each core. A list that its provider cannot select by time
 * is one slice, because each slice would read it whole. Of a provider that selects by days, slices are whole days in
 * UTC, and at least 30, because its requests have a margin of three days. The slices of an account share its limit of
 * requests a second, so there are no more slices than cores, and no more than requests a second. Not thread-safe.
 */
public final class SlicePlanner {
    private static final int PAGES = 10;
    private static final int SLICES_PER_CORE = 4;
    private static final int ACCOUNTS_PER_CORE = 2;
    private static final Duration MIN_DAYS = Duration.ofDays(30);
    private static final int MAX_FIXED = 100_000;
    private static final Set<QueryFilter> WINDOW = Set.of(QueryFilter.CREATED_FROM, QueryFilter.CREATED_BEFORE);

    private final ReadOptions options;
    private final int cores;
    private final Map<String, TimeSelection> selections = new HashMap<>();

    /** How a provider selects by time. */
    private enum TimeSelection {
        NONE,
        DAYS,
        INSTANTS
    }

    /**
     * A planner.
     *
     * @param cores how many tasks run at once
     */
    public SlicePlanner(ReadOptions options, int cores) {
        this.options = options;
        this.cores = Math.max(1, cores);
    }

    /** Whether it is worth a request for each account to learn how large the lists are. */
    public boolean wantsDensities(int accounts) {
        return options.slicing().mode() == Slicing.Mode.AUTO
                && accounts < ACCOUNTS_PER_CORE * cores
                && mostSlices(SLICES_PER_CORE * cores) > 1;
    }

    /**
     * The slices of an account.
     *
     * @param end the frozen end of the list
     * @param density if the list may be cut by it
     */
    public List<CallSlice> slices(
            SparkAccount account, CallFilters filters, Instant end, Optional<AccountDensity> density) {
        if (filters.from().filter(from -> !from.isBefore(end)).isPresent()) {
            return List.of();
        }
        List<Instant> cuts = cuts(account, filters, end, density);
        double rate = options.limits().requestsPerSecond() / (cuts.size() + 1);
        List<CallSlice> slices = new ArrayList<>();
        Optional<Instant> from = filters.from();
        for (Instant cut : cuts) {
            slices.add(new CallSlice(account, from.orElse(null), cut, null, rate));
            from = Optional.of(cut);
        }
        slices.add(
                filters.haveWindow()
                        ? new CallSlice(account, from.orElse(null), last(filters, end), null, rate)
                        : new CallSlice(account, from.orElse(null), null, end, rate));
        return slices;
    }

    /**
     * The most slices of an account. The slices share a limit on requests, and not the cores, because a cluster may get
     * more of them while it reads.
     *
     * @param unlimited how many there may be without a limit
     */
    private int mostSlices(int unlimited) {
        double limit = options.limits().requestsPerSecond();
        return Double.isInfinite(limit) ? unlimited : (int) Math.max(1, Math.min(Math.min(limit, unlimited), cores));
    }

    /** Where to cut the list, the oldest first. */
    private List<Instant> cuts(
            SparkAccount account, CallFilters filters, Instant end, Optional<AccountDensity> density) {
        TimeSelection selection = selections.computeIfAbsent(account.provider(), name -> selection(account));
        if (selection == TimeSelection.NONE || options.slicing().mode() == Slicing.Mode.NONE) {
            return List.of();
        }
        boolean wholeDays = selection == TimeSelection.DAYS;
        if (options.slicing().mode() == Slicing.Mode.FIXED) {
            return filters.from()
                    .map(from -> cuts(
                            from, last(filters, end), options.slicing().length(), mostSlices(MAX_FIXED), wholeDays))
                    .orElseGet(List::of);
        }
        return density.map(found -> cuts(found, last(filters, end), wholeDays)).orElseGet(List::of);
    }

    private static Instant last(CallFilters filters, Instant end) {
        return filters.before().filter(end::isAfter).orElse(end);
    }

    private List<Instant> cuts(AccountDensity density, Instant end, boolean wholeDays) {
        Instant earliest = density.earliest();
        Instant latest = density.latest();
        if (earliest == null || latest == null) {
            return List.of();
        }
        long slices =
                Math.min(density.calls() / ((long) PAGES * density.pageSize()), mostSlices(SLICES_PER_CORE * cores));
        Instant last = latest.isBefore(end) ? latest : end;
        return slices < 2 || !earliest.isBefore(last)
                ? List.of()
                : cuts(earliest, last, Duration.ZERO, (int) slices, wholeDays);
    }

    /** Cuts into windows of a length, or into longer ones if there would be too many. */
    private static List<Instant> cuts(Instant from, Instant before, Duration length, int most, boolean wholeDays) {
        Duration least = Duration.between(from, before).dividedBy(most).plusMillis(1);
        Duration step = length.compareTo(least) < 0 ? least : length;
        if (wholeDays && step.compareTo(MIN_DAYS) < 0) {
            step = MIN_DAYS;
        }
        List<Instant> cuts = new ArrayList<>();
        ChronoUnit unit = wholeDays ? ChronoUnit.DAYS : ChronoUnit.MICROS;
        Instant cut = from.plus(step).truncatedTo(unit);
        while (cut.isBefore(before) && cuts.size() < most - 1) {
            cuts.add(cut);
            cut = cut.plus(step).truncatedTo(unit);
        }
        return cuts;
    }

    private static TimeSelection selection(SparkAccount account) {
        try (CallLister lister = AccountAccess.openForPlans(account)) {
            QueryPlan plan = lister.plan(CallQuery.createdBetween(
                    Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-02-01T00:00:00Z")));
            if (!plan.supportedFilters().containsAll(WINDOW)) {
                return TimeSelection.NONE;
            }
            return plan.firstDay().isPresent() ? TimeSelection.DAYS : TimeSelection.INSTANTS;
        }
    }
}
