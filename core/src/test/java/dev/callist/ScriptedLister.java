package dev.callist;

import dev.callist.CallListException.Kind;
import dev.callist.internal.walk.QueryListing;
import dev.callist.internal.walk.source.PageSource;
import dev.callist.internal.walk.source.TimeWindow;
import dev.callist.internal.walk.source.TimeWindows;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A lister whose pages are scripted, by the cursor that asks for them. A page of a time window is scripted by the
 * window's name and the cursor within it, such as {@code "until 2: token"}: a window is named by its end, in whole
 * seconds before noon, with {@code "rest until"} for one without a start, and {@code "above"} for the one above all
 * others.
 */
public final class ScriptedLister implements CallLister {
    private final Map<String, Supplier<CallPage>> pages = new LinkedHashMap<>();
    private final Map<Cursor, Cursor> seenEarly = new LinkedHashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final List<CallQuery> queries = new ArrayList<>();
    private ClientOptions options = ClientOptions.defaults();
    private String name = "scripted";
    private Optional<QueryFilter> refused = Optional.empty();
    private Optional<TimeWindows> windows = Optional.empty();
    private OptionalLong total = OptionalLong.empty();
    private int concurrency = 1;
    private boolean filtersByServer;
    private boolean marksEnd = true;
    private boolean closed;
    private boolean failsToClose;

    public static ScriptedLister named(String name) {
        ScriptedLister lister = new ScriptedLister();
        lister.name = name;
        return lister;
    }

    /** The page at a cursor, with the cursor of the next one; empty text is the start and the end of the list. */
    public ScriptedLister page(String cursor, String next, Call... calls) {
        return on(cursor, () -> CallPage.of(List.of(calls), next(next)));
    }

    /** A page with rejected rows at a cursor. */
    public ScriptedLister page(String cursor, String next, List<RejectedRow> rejected, Call... calls) {
        CallPage page = CallPage.builder()
                .calls(List.of(calls))
                .next(next(next))
                .rejected(rejected)
                .build();
        return on(cursor, () -> page);
    }

    /** What happens at a cursor. */
    public ScriptedLister on(String cursor, Supplier<CallPage> page) {
        pages.put(cursor, page);
        return this;
    }

    /** A page that fails this many times before it arrives. */
    public ScriptedLister failing(int times, Kind kind, String cursor, String next, Call... calls) {
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

    /** A page of a list that is counted in rows, from a row on, for a request of this many rows. */
    public ScriptedLister rows(int row, int limit, boolean moreFollow, Call... calls) {
        return rows(row, limit, row, moreFollow, calls);
    }

    /** A page that begins with another row than the requested one. */
    public ScriptedLister rows(int row, int limit, int firstRow, boolean moreFollow, Call... calls) {
        Optional<Cursor> next =
                moreFollow ? Optional.of(Cursor.atRow(firstRow + calls.length, limit)) : Optional.empty();
        CallPage page = CallPage.builder()
                .calls(List.of(calls))
                .firstRow(firstRow)
                .total(total)
                .next(next)
                .build();
        return on(row == 0 ? "" : Cursor.atRow(row, limit).text(), () -> page);
    }

    /** The pages scripted after this report this total. */
    public ScriptedLister total(long rows) {
        total = OptionalLong.of(rows);
        return this;
    }

    /** The server does not mark the end of the list; the rows show it. */
    public ScriptedLister withoutMarkedEnd() {
        marksEnd = false;
        return this;
    }

    /** The next page's cursor is seen before the page at a cursor has been read. */
    public ScriptedLister seesEarly(String cursor, String next) {
        seenEarly.put(new Cursor(cursor), new Cursor(next));
        return this;
    }

    /** Allows this many requests at once. */
    public ScriptedLister concurrency(int requests) {
        concurrency = requests;
        return this;
    }

    /** The list can be split into windows by creation, back to this many seconds before noon. */
    public ScriptedLister splitByCreation(long secondsAgo) {
        return split(secondsAgo, true);
    }

    /** The list can be split into windows by the start of calls, back to this many seconds before noon. */
    public ScriptedLister splitByStart(long secondsAgo) {
        return split(secondsAgo, false);
    }

    private ScriptedLister split(long secondsAgo, boolean byCreation) {
        windows = Optional.of(new ScriptedWindows(Calls.NOON.minusSeconds(secondsAgo), byCreation));
        return concurrency(8);
    }

    public ScriptedLister options(ClientOptions set) {
        options = set;
        return this;
    }

    /** The plan says that the server applies every filter. */
    public ScriptedLister filteringByServer() {
        filtersByServer = true;
        return this;
    }

    /** Refuses every query with this filter. */
    public ScriptedLister refusing(QueryFilter filter) {
        refused = Optional.of(filter);
        return this;
    }

    public void failingToClose() {
        failsToClose = true;
    }

    /** The requested cursors, in order, with the names of their windows. */
    public synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    /** The queries of the requested pages, in order. */
    public synchronized List<CallQuery> queries() {
        return List.copyOf(queries);
    }

    public boolean isClosed() {
        return closed;
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
        String window = ScriptedWindows.nameIn(query);
        String place = window.isEmpty() ? cursor.text() : (window + ": " + cursor.text()).strip();
        synchronized (this) {
            asked.add(place);
            queries.add(query);
        }
        Supplier<CallPage> page = pages.get(place);
        if (page == null) {
            throw new IllegalStateException("the script has no page at '" + place + "'");
        }
        return page.get();
    }

    @Override
    public CallListing list(CallQuery query) {
        return QueryListing.of(this, new Source(), query);
    }

    @Override
    public QueryPlan plan(CallQuery query) {
        if (refused.filter(query.filters()::contains).isPresent()) {
            throw CallListException.of(Kind.UNSUPPORTED_FILTER, name).build().asException();
        }
        Set<QueryFilter> none = Set.of();
        return QueryPlan.builder()
                .provider(name)
                .identity("script")
                .request("GET script")
                .pushedFilters(filtersByServer ? query.filters() : none)
                .residualFilters(filtersByServer ? none : query.filters())
                .supportedFilters(filtersByServer ? Set.of(QueryFilter.values()) : none)
                .pageSize(query.pageSize().orElse(2))
                .concurrency(concurrency)
                .build();
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

    private final class Source implements PageSource {
        @Override
        public CallPage fetch(CallQuery query, Cursor cursor, Consumer<Cursor> nextSeen) {
            Optional.ofNullable(seenEarly.get(cursor)).ifPresent(nextSeen);
            return ScriptedLister.this.fetch(query, cursor);
        }

        @Override
        public boolean marksEnd() {
            return marksEnd;
        }

        @Override
        public int endOf(CallQuery query, Cursor cursor) {
            return cursor.row().orElse(0)
                    + cursor.limit().orElse(query.pageSize().orElse(1));
        }

        @Override
        public Optional<TimeWindows> windows(CallQuery query) {
            return windows;
        }
    }

    /** Windows whose queries carry their names. */
    private record ScriptedWindows(Instant start, boolean byCreation) implements TimeWindows {
        private static final String WINDOW = "window ";

        @Override
        public CallQuery within(CallQuery query, TimeWindow window) {
            return CallQuery.builder().addTags(WINDOW + name(window)).build();
        }

        private static String name(TimeWindow window) {
            if (window.until().isEmpty()) {
                return "above";
            }
            long secondsAgo =
                    Duration.between(window.before(), Calls.NOON.plusSeconds(1)).toSeconds();
            return (window.isRest() ? "rest until " : "until ") + secondsAgo;
        }

        static String nameIn(CallQuery query) {
            return query.tags().stream()
                    .filter(tag -> tag.startsWith(WINDOW))
                    .map(tag -> tag.substring(WINDOW.length()))
                    .findFirst()
                    .orElse("");
        }

        @Override
        public Optional<Instant> serverTime(Call call) {
            return byCreation ? call.createdAt() : call.startedAt().or(call::createdAt);
        }

        @Override
        public Duration longestDelay(CallPage page) {
            return Duration.ZERO;
        }
    }
}
