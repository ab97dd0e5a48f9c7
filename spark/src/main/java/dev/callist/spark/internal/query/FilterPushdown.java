package dev.callist.spark.internal.query;

import dev.callist.CallDirection;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallLister;
import dev.callist.CallStatus;
import dev.callist.QueryFilter;
import dev.callist.spark.internal.account.AccountAccess;
import dev.callist.spark.internal.account.SparkAccount;
import dev.callist.sync.CallColumn;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.spark.sql.connector.expressions.filter.Predicate;
import org.apache.spark.sql.types.Decimal;

/**
 * Divides the predicates of a query: those that choose accounts, those that become filters of a {@link
 * dev.callist.CallQuery}, and those that Spark has to evaluate. A filter that may let more rows through than its
 * predicate is evaluated by Spark, too. Not thread-safe.
 */
public final class FilterPushdown {
    private static final int NANOSECOND_DIGITS = 9;

    private final CallFilters filters = new CallFilters();
    private final List<Predicate> pushed = new ArrayList<>();
    private List<SparkAccount> accounts;

    /** A pushdown to these accounts. */
    public FilterPushdown(List<SparkAccount> accounts) {
        this.accounts = accounts;
    }

    /**
     * Takes what can be pushed down.
     *
     * @return the predicates that Spark has to evaluate
     */
    public List<Predicate> push(Predicate[] predicates) {
        List<Predicate> residual = new ArrayList<>();
        List<Predicate> presences = new ArrayList<>();
        for (Predicate predicate : predicates) {
            if (predicate.name().equals("IS_NOT_NULL")) {
                presences.add(predicate);
            } else if (!isExact(predicate)) {
                residual.add(predicate);
            }
        }
        presences.stream().filter(predicate -> !isImplied(predicate)).forEach(residual::add);
        return residual;
    }

    /** Whether the filters of this pushdown make the predicate true for each row. */
    private boolean isImplied(Predicate presence) {
        return Comparison.of(presence)
                .map(Comparison::column)
                .filter(column -> CallSchema.isNeverNull(column)
                        || (column == CallColumn.CREATED_AT && filters.haveWindow())
                        || (column == CallColumn.DURATION
                                && (filters.names().contains(QueryFilter.MIN_DURATION)
                                        || filters.names().contains(QueryFilter.MAX_DURATION))))
                .isPresent();
    }

    /** Pushes a predicate as far as possible; whether no row that it excludes is read. */
    private boolean isExact(Predicate predicate) {
        int before = filters.names().size() + accounts.size();
        boolean isExact = Comparison.of(predicate).map(this::isExact).orElse(false);
        if (isExact || before != filters.names().size() + accounts.size()) {
            pushed.add(predicate);
        }
        return isExact;
    }

    private boolean isExact(Comparison comparison) {
        return switch (comparison.column()) {
            case PROVIDER -> comparison.isEquality() && choosesProviders(comparison.texts());
            case ACCOUNT -> comparison.isEquality() && choosesAccounts(comparison.texts());
            case CREATED_AT -> isTime(comparison);
            case DIRECTION ->
                comparison.operator().equals("=")
                        && isDirection(comparison.texts().get(0));
            case STATUS -> comparison.isEquality() && areStatuses(comparison.texts());
            case DURATION -> isDuration(comparison);
            case FROM_E164, FROM_ADDRESS -> pushesParty(QueryFilter.FROM, comparison);
            case TO_E164, TO_ADDRESS -> pushesParty(QueryFilter.TO, comparison);
            default -> false;
        };
    }

    private boolean choosesProviders(Collection<String> providers) {
        accounts = accounts.stream()
                .filter(account -> providers.contains(account.provider()))
                .toList();
        return true;
    }

    private boolean choosesAccounts(Collection<String> names) {
        accounts = chosen(accounts, names);
        return accounts.stream().allMatch(account -> account.rowAccount().isPresent());
    }

    /** The accounts whose rows may name one of these accounts. */
    public static List<SparkAccount> chosen(List<SparkAccount> accounts, Collection<String> names) {
        return accounts.stream()
                .filter(account -> account.rowAccount().map(names::contains).orElse(true))
                .toList();
    }

    private boolean isTime(Comparison comparison) {
        if (comparison.operator().equals("IN")) {
            return false;
        }
        Instant at = Instant.EPOCH.plus((Long) comparison.values().get(0), ChronoUnit.MICROS);
        Instant next = at.plus(1, ChronoUnit.MICROS);
        return switch (comparison.operator()) {
            case ">=" -> adds(QueryFilter.CREATED_FROM, at);
            case ">" -> adds(QueryFilter.CREATED_FROM, next);
            case "<" -> adds(QueryFilter.CREATED_BEFORE, at);
            case "<=" -> adds(QueryFilter.CREATED_BEFORE, next);
            default ->
                addsBoth(
                        new PushedFilter(QueryFilter.CREATED_FROM, at),
                        new PushedFilter(QueryFilter.CREATED_BEFORE, next));
        };
    }

    private boolean isDirection(String word) {
        return Arrays.stream(CallDirection.values())
                .filter(direction -> direction != CallDirection.UNKNOWN)
                .filter(direction -> direction.name().equals(word))
                .anyMatch(direction -> adds(QueryFilter.DIRECTION, direction));
    }

    /** A word that is not a status matches no row; UNKNOWN cannot be a filter. */
    private boolean areStatuses(List<String> words) {
        ArrayList<CallStatus> statuses = new ArrayList<>();
        Arrays.stream(CallStatus.values())
                .filter(status -> words.contains(status.name()))
                .forEach(statuses::add);
        return !statuses.isEmpty() && !statuses.contains(CallStatus.UNKNOWN) && adds(QueryFilter.STATUSES, statuses);
    }

    private boolean isDuration(Comparison comparison) {
        if (comparison.operator().equals("IN")
                || !(comparison.values().get(0) instanceof Decimal decimal)
                || decimal.toJavaBigDecimal().signum() < 0
                || decimal.toJavaBigDecimal().stripTrailingZeros().scale() > NANOSECOND_DIGITS
                || decimal.toJavaBigDecimal().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0) {
            return false;
        }
        BigDecimal seconds = decimal.toJavaBigDecimal();
        Duration duration =
                Duration.ofNanos(seconds.movePointRight(NANOSECOND_DIGITS).longValueExact());
        PushedFilter least = new PushedFilter(QueryFilter.MIN_DURATION, duration);
        PushedFilter most = new PushedFilter(QueryFilter.MAX_DURATION, duration);
        return switch (comparison.operator()) {
            case ">=" -> adds(least);
            case "<=" -> adds(most);
            case "=" -> addsBoth(least, most);
            case ">" -> addsLooser(least);
            default -> addsLooser(most);
        };
    }

    /** A filter on a party compares numbers, so it may match where the texts differ: Spark compares again. */
    private boolean pushesParty(QueryFilter filter, Comparison comparison) {
        String address = comparison.texts().isEmpty() ? "" : comparison.texts().get(0);
        if (comparison.operator().equals("=") && !address.isBlank()) {
            return addsLooser(new PushedFilter(filter, address));
        }
        return false;
    }

    private boolean adds(QueryFilter filter, Serializable value) {
        PushedFilter added = new PushedFilter(filter, value);
        return adds(added);
    }

    private boolean adds(PushedFilter added) {
        return areAbleTo(added) && filters.add(added);
    }

    private boolean addsBoth(PushedFilter one, PushedFilter other) {
        boolean hasOne = adds(one);
        return adds(other) && hasOne;
    }

    /** Adds a filter that lets more through than its predicate. */
    private boolean addsLooser(PushedFilter added) {
        adds(added);
        return false;
    }

    /** Whether each provider can list with this filter. */
    private boolean areAbleTo(PushedFilter added) {
        CallFilters only = new CallFilters();
        only.add(added);
        Map<String, SparkAccount> providers = new HashMap<>();
        accounts.forEach(account -> providers.putIfAbsent(account.provider(), account));
        for (SparkAccount account : providers.values()) {
            try (CallLister lister = AccountAccess.openForPlans(account)) {
                lister.plan(only.query(OptionalInt.empty()));
            } catch (CallListException e) {
                if (e.kind() == Kind.UNSUPPORTED_FILTER) {
                    return false;
                }
                throw e;
            }
        }
        return true;
    }

    /** The filters. */
    public CallFilters filters() {
        return filters;
    }

    /** The accounts that may have matching calls. */
    public List<SparkAccount> accounts() {
        return filters.excludeAll() ? List.of() : accounts;
    }

    /** The predicates that were pushed down, as a whole or in part. */
    public List<Predicate> pushed() {
        return pushed;
    }

    /** The names of the filters; no value. */
    @Override
    public String toString() {
        return "FilterPushdown" + filters.names().toString().toLowerCase(Locale.ROOT);
    }
}
