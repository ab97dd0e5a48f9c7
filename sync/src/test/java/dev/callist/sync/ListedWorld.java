package dev.callist.sync;

import dev.callist.Call;
import dev.callist.CallBuilder;
import dev.callist.CallDirection;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallLister;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import dev.callist.CallStatus;
import dev.callist.ClientOptions;
import dev.callist.Cursor;
import dev.callist.ListingReport.Doubt;
import dev.callist.QueryFilter;
import dev.callist.QueryPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A provider whose calls change: a token list, the newest first, that selects by time if it is asked to. A cursor names
 * the last call of the page before. Not thread-safe: a listing fetches one page at a time.
 */
final class ListedWorld implements CallLister {
    private static final Comparator<Call> NEWEST_FIRST =
            Comparator.comparing(ListedWorld::createdAt).reversed().thenComparing(Call::id);

    private final Map<String, Call> calls = new LinkedHashMap<>();
    private final List<TimeRange> listed = new ArrayList<>();
    private final Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
    private boolean selectsByTime = true;
    private int pageSize = 3;
    private int pagesBeforeFailure = Integer.MAX_VALUE;
    private Kind failure = Kind.NETWORK;
    private Runnable beforePage = () -> {};

    /** Adds a call, or replaces the one with its id. */
    ListedWorld put(Call call) {
        calls.put(call.id(), call);
        return this;
    }

    /** Adds a completed call. */
    ListedWorld put(String id, Instant createdAt) {
        return put(call(id, createdAt).build());
    }

    /** Changes a call. */
    ListedWorld change(String id, UnaryOperator<CallBuilder> change) {
        return put(change.apply(Call.builder().copyFrom(calls.get(id))).build());
    }

    void remove(String id) {
        calls.remove(id);
    }

    /** Makes the server ignore time in queries. */
    ListedWorld withoutTimeFilter() {
        selectsByTime = false;
        return this;
    }

    ListedWorld pageSize(int calls) {
        pageSize = calls;
        return this;
    }

    /** Does something before each page. */
    ListedWorld beforePage(Runnable action) {
        beforePage = action;
        return this;
    }

    /** What each page says of itself. */
    void doubt(Doubt... reasons) {
        doubts.clear();
        doubts.addAll(List.of(reasons));
    }

    /** Fails once, after this many more pages. */
    void failAfter(int pages, Kind kind) {
        pagesBeforeFailure = pages;
        failure = kind;
    }

    /** The windows of which a first page was requested, since the last time. */
    List<TimeRange> takeListed() {
        List<TimeRange> taken = List.copyOf(listed);
        listed.clear();
        return taken;
    }

    /** All calls, the newest first. */
    List<Call> calls() {
        return calls.values().stream().sorted(NEWEST_FIRST).toList();
    }

    /** A completed call. */
    static CallBuilder call(String id, Instant createdAt) {
        return Call.builder()
                .provider("bird")
                .id(id)
                .direction(CallDirection.INBOUND)
                .status(CallStatus.COMPLETED)
                .createdAt(createdAt);
    }

    private static Instant createdAt(Call call) {
        return call.createdAt().orElse(Instant.MIN);
    }

    @Override
    public String provider() {
        return "bird";
    }

    @Override
    public CallPage fetch(CallQuery query, Cursor cursor) {
        beforePage.run();
        if (pagesBeforeFailure == 0) {
            pagesBeforeFailure = Integer.MAX_VALUE;
            throw CallListException.of(failure, "bird")
                    .detail("as scripted")
                    .build()
                    .asException();
        }
        pagesBeforeFailure--;
        if (cursor.isFirst()) {
            listed.add(new TimeRange(query.createdFrom(), query.createdBefore()));
        }
        List<Call> rest = calls().stream()
                .filter(call -> !selectsByTime || query.matches(call))
                .filter(call -> cursor.isFirst() || isAfter(call, cursor.text()))
                .toList();
        List<Call> page = rest.subList(0, Math.min(pageSize, rest.size()));
        Optional<Cursor> next = page.size() == rest.size()
                ? Optional.empty()
                : Optional.of(page.get(page.size() - 1)).map(last -> new Cursor(createdAt(last) + "," + last.id()));
        return CallPage.builder().calls(page).next(next).doubts(doubts).build();
    }

    private static boolean isAfter(Call call, String cursor) {
        String[] last = cursor.split(",", 2);
        int order = createdAt(call).compareTo(Instant.parse(last[0]));
        return order < 0 || (order == 0 && call.id().compareTo(last[1]) > 0);
    }

    @Override
    public QueryPlan plan(CallQuery query) {
        Set<QueryFilter> byTime = EnumSet.of(QueryFilter.CREATED_FROM, QueryFilter.CREATED_BEFORE);
        Set<QueryFilter> servable = selectsByTime ? byTime : Set.of();
        Set<QueryFilter> server = EnumSet.noneOf(QueryFilter.class);
        server.addAll(query.filters());
        server.retainAll(servable);
        Set<QueryFilter> here = EnumSet.noneOf(QueryFilter.class);
        here.addAll(query.filters());
        here.removeAll(server);
        return QueryPlan.builder()
                .provider("bird")
                .identity("world")
                .request("calls of a world")
                .pushedFilters(server)
                .residualFilters(here)
                .supportedFilters(servable)
                .pageSize(pageSize)
                .build();
    }

    @Override
    public ClientOptions options() {
        return ClientOptions.defaults();
    }

    @Override
    public void close() {}
}
