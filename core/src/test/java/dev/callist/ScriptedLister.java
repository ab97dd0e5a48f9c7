package dev.callist;

import dev.callist.CallListException.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A lister whose pages are written down beforehand, by the cursor that asks for them. */
final class ScriptedLister implements CallLister {
    private final Map<Cursor, Supplier<CallPage>> pages = new LinkedHashMap<>();
    private final Map<Cursor, List<Cursor>> ahead = new LinkedHashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final List<CallQuery> queries = new ArrayList<>();
    private ClientOptions options = ClientOptions.defaults();
    private String name = "scripted";
    private Optional<QueryFilter> refused = Optional.empty();
    private boolean filtersByServer;
    private boolean closed;
    private boolean failsToClose;

    static ScriptedLister named(String name) {
        ScriptedLister lister = new ScriptedLister();
        lister.name = name;
        return lister;
    }

    /** The page at a cursor, with the cursor of the next one; empty text is the first place and the end. */
    ScriptedLister page(String cursor, String next, Call... calls) {
        return on(cursor, () -> CallPage.of(List.of(calls), next(next)));
    }

    /** The same with rejected rows. */
    ScriptedLister page(String cursor, String next, List<RejectedRow> rejected, Call... calls) {
        return on(
                cursor,
                () -> new CallPage(
                        List.of(calls),
                        next(next),
                        OptionalLong.empty(),
                        rejected,
                        0,
                        Duration.ZERO,
                        false,
                        false,
                        Optional.empty()));
    }

    ScriptedLister on(String cursor, Supplier<CallPage> page) {
        pages.put(new Cursor(cursor), page);
        return this;
    }

    /** The places named ahead after a page that gives this next one. */
    ScriptedLister ahead(String next, String... places) {
        ahead.put(new Cursor(next), Arrays.stream(places).map(Cursor::new).toList());
        return this;
    }

    ScriptedLister options(ClientOptions set) {
        options = set;
        return this;
    }

    /** The plan says that the server applies every filter. */
    ScriptedLister filteringByServer() {
        filtersByServer = true;
        return this;
    }

    /** Takes no query with this filter. */
    ScriptedLister refusing(QueryFilter filter) {
        refused = Optional.of(filter);
        return this;
    }

    /** A page that fails this many times before it comes. */
    ScriptedLister failing(int times, Kind kind, String cursor, String next, Call... calls) {
        AtomicInteger left = new AtomicInteger(times);
        return on(cursor, () -> {
            if (left.getAndDecrement() > 0) {
                throw CallListException.of(kind, name)
                        .detail("scripted")
                        .build()
                        .asException();
            }
            return CallPage.of(List.of(calls), next(next));
        });
    }

    /** The cursors asked for, in their order. */
    synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    /** The queries that pages were asked for with, in their order. */
    synchronized List<CallQuery> queries() {
        return List.copyOf(queries);
    }

    private static Optional<Cursor> next(String next) {
        return next.isEmpty() ? Optional.empty() : Optional.of(new Cursor(next));
    }

    @Override
    public String provider() {
        return name;
    }

    @Override
    public CallPage fetch(CallQuery query, Cursor cursor) {
        synchronized (this) {
            asked.add(cursor.text());
            queries.add(query);
        }
        return pages.get(cursor).get();
    }

    @Override
    public List<Cursor> ahead(CallQuery query, CallPage known, int pages) {
        return known.next().map(next -> ahead.getOrDefault(next, List.of())).orElse(List.of());
    }

    @Override
    public QueryPlan plan(CallQuery query) {
        if (refused.filter(query.filters()::contains).isPresent()) {
            throw CallListException.of(Kind.UNSUPPORTED_FILTER, name).build().asException();
        }
        Set<QueryFilter> none = Set.of();
        return new QueryPlan(
                provider(),
                "script",
                "GET script",
                filtersByServer ? query.filters() : none,
                filtersByServer ? none : query.filters(),
                List.of(),
                query.pageSize().orElse(2),
                false,
                ahead.isEmpty() ? 1 : 8);
    }

    @Override
    public ClientOptions options() {
        return options;
    }

    @Override
    public void close() {
        if (failsToClose) {
            throw new IllegalStateException("does not close");
        }
        closed = true;
    }

    void failingToClose() {
        failsToClose = true;
    }

    boolean isClosed() {
        return closed;
    }
}
