package dev.callist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * How a lister will serve a query: what it requests from the server, which filters it leaves to the walk, and what it
 * assumes. Immutable.
 */
@Value.Immutable
@ValueStyle
public abstract class QueryPlan {
    QueryPlan() {}

    /** Starts building a plan. */
    public static QueryPlanBuilder builder() {
        return new QueryPlanBuilder();
    }

    /** A builder with the values of this plan. */
    public QueryPlanBuilder toBuilder() {
        return builder().copyFrom(this);
    }

    /** The lister's name. */
    public abstract String provider();

    /**
     * Identifies the list by base URL, ids and the name of the account, never by the credential. A {@link ResumePoint}
     * is bound to a hash of it.
     */
    public abstract String identity();

    /**
     * The first request as text, with personal data masked; for a merged list, the first requests of all its listers,
     * one a line.
     */
    public abstract String request();

    /** The filters that the server applies; the walk checks them again. */
    public abstract Set<QueryFilter> pushedFilters();

    /** The filters that only the walk applies. */
    public abstract Set<QueryFilter> residualFilters();

    /** The filters that the server would apply if a query had them. A walk may narrow its query by them. */
    public abstract Set<QueryFilter> supportedFilters();

    /**
     * Facts that the server's filters rely on but its documentation does not state. If {@link
     * ClientOptions#trustServerFilters()} is off, the walk applies these filters instead.
     */
    public abstract List<String> assumptions();

    /** Rows per request, at least 1. */
    public abstract int pageSize();

    /**
     * The first day in the request, for a server whose window is made of bare dates. The server reads them in a zone of
     * its own.
     */
    public abstract Optional<LocalDate> firstDay();

    /** The last day in the request, for such a server. */
    public abstract Optional<LocalDate> lastDay();

    /** How many requests can run at once for this query, at least 1. */
    @Value.Default
    public int concurrency() {
        return 1;
    }

    /**
     * What the walk has to read although the query does not select it, because the server cannot leave it out; each as
     * a few English words, such as "all calls created later". Empty if the server returns only what the query selects.
     */
    public final List<String> unwantedCalls() {
        List<String> costs = new ArrayList<>();
        if (residualFilters().contains(QueryFilter.CREATED_BEFORE)) {
            costs.add("all calls created later");
        }
        if (residualFilters().contains(QueryFilter.CREATED_FROM)) {
            costs.add("calls created earlier, up to all of them");
        }
        if (firstDay().isPresent() || lastDay().isPresent()) {
            costs.add("all calls of whole days"
                    + firstDay().map(day -> " from " + day).orElse("")
                    + lastDay().map(day -> " to " + day).orElse(""));
        }
        Set<QueryFilter> others = EnumSet.noneOf(QueryFilter.class);
        others.addAll(residualFilters());
        others.removeAll(Set.of(QueryFilter.CREATED_FROM, QueryFilter.CREATED_BEFORE));
        if (!others.isEmpty()) {
            costs.add("calls with any " + words(others));
        }
        return costs;
    }

    /**
     * Rows per request for a walk that ends after some calls, at least 1: no more than these calls if the server does
     * all the filtering.
     *
     * @param limit how many calls are wanted
     */
    public final int pageSize(long limit) {
        return residualFilters().isEmpty() ? (int) Math.max(1, Math.min(limit, pageSize())) : pageSize();
    }

    /** The plan as a few readable lines. */
    @Override
    public final String toString() {
        return "provider     " + provider()
                + "\nrequest      " + request().replace("\n", "\n             ")
                + "\nby server    " + words(pushedFilters())
                + "\nhere         " + words(residualFilters())
                + "\nassumes      "
                + (assumptions().isEmpty() ? "nothing" : String.join("\n             ", assumptions()))
                + "\nreads too    "
                + (unwantedCalls().isEmpty() ? "nothing" : String.join("\n             ", unwantedCalls()))
                + "\npage size    " + pageSize() + "\nconcurrency  " + concurrency();
    }

    private static String words(Set<QueryFilter> filters) {
        if (filters.isEmpty()) {
            return "nothing";
        }
        Set<QueryFilter> ordered = EnumSet.copyOf(filters);
        return String.join(", ", ordered.stream().map(QueryPlan::word).toList());
    }

    private static String word(QueryFilter filter) {
        return switch (filter) {
            case CREATED_FROM -> "createdFrom";
            case CREATED_BEFORE -> "createdBefore";
            case DIRECTION -> "direction";
            case STATUSES -> "statuses";
            case FROM -> "from";
            case TO -> "to";
            case PARTY -> "party";
            case MIN_DURATION -> "minDuration";
            case MAX_DURATION -> "maxDuration";
            case TAGS -> "tags";
        };
    }
}
