package dev.callist;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a lister will do for a query: what it asks the server, what it leaves to the walk, and what it takes on trust.
 *
 * @param provider the lister's name
 * @param identity whose calls these are, from base URL and ids, never the credential; a {@link ResumePoint} is bound to a
 *     hash of it
 * @param request the first request as text, numbers masked and what may be personal hidden; of a merged list those of all its
 *     listers, one a line
 * @param server the filters that the server applies; the walk checks them again
 * @param here the filters that the walk alone applies
 * @param assumptions what the server's part rests on that its documentation does not say;
 *     {@link ClientOptions#trustServerFilters()} turned off does without
 * @param pageSize calls asked for at once
 * @param shifts whether rows shift while calls arrive, so that a walk freezes the upper end of its window at its start
 * @param concurrency how many requests this query can have under way at once
 */
public record QueryPlan(
        String provider,
        String identity,
        String request,
        Set<QueryFilter> server,
        Set<QueryFilter> here,
        List<String> assumptions,
        int pageSize,
        boolean shifts,
        int concurrency) {
    /** Copies the collections. */
    public QueryPlan {
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(request, "request");
        server = Set.copyOf(server);
        here = Set.copyOf(here);
        assumptions = List.copyOf(assumptions);
    }

    /** The plan as a few lines for people. */
    @Override
    public String toString() {
        return "provider     " + provider
                + "\nrequest      " + request.replace("\n", "\n             ")
                + "\nby server    " + words(server)
                + "\nhere         " + words(here)
                + "\nassumes      " + (assumptions.isEmpty() ? "nothing" : String.join("\n             ", assumptions))
                + "\npage size    " + pageSize + "\nconcurrency  " + concurrency;
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
            case MIN_DURATION -> "minDuration";
            case MAX_DURATION -> "maxDuration";
            case TAGS -> "tags";
        };
    }
}
