package dev.callist.internal.walk.join;

import dev.callist.Call;
import dev.callist.CallBuilder;
import dev.callist.CallDirection;
import dev.callist.CallLister;
import dev.callist.CallListing;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import dev.callist.CallStatus;
import dev.callist.ClientOptions;
import dev.callist.Cursor;
import dev.callist.QueryPlan;
import dev.callist.internal.walk.QueryListing;
import dev.callist.internal.walk.resume.PassedRows;
import dev.callist.internal.walk.seen.SeenCalls;
import dev.callist.internal.walk.source.PageAddress;
import dev.callist.internal.walk.source.PageSource;
import dev.callist.provider.paging.RowRange;
import dev.callist.provider.paging.RowRequests;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * A list that is counted in rows, newest first, which may change between requests. Its {@link #walk} uses only a
 * {@link PageJoin}; {@link #list} is a whole walk.
 */
public final class ShiftingServer implements CallLister {
    private static final Instant NEWEST = Instant.parse("2026-03-01T12:00:00Z");
    private static final int MAX_REQUESTS = 500;

    public final List<Call> rows = new ArrayList<>();
    public final Set<String> received = new LinkedHashSet<>();
    public final List<String> asked = new ArrayList<>();
    public boolean countsPages;
    public boolean givesTotal = true;
    public OptionalInt total = OptionalInt.empty();
    public int clamp = Integer.MAX_VALUE;
    public int requests;
    public int repeated;
    public boolean drifted;
    public boolean hasGap;
    public IntConsumer beforeRequest = request -> {};
    private int arrivals;

    public ShiftingServer(int calls) {
        for (int i = 0; i < calls; i++) {
            rows.add(call("c" + i, Optional.of(NEWEST.minusSeconds(i / 2))));
        }
    }

    public static Call call(String id, Optional<Instant> createdAt) {
        CallBuilder call = Call.builder()
                .provider("test")
                .id(id)
                .direction(CallDirection.UNKNOWN)
                .status(CallStatus.UNKNOWN);
        return call.createdAt(createdAt).build();
    }

    /** Counts pages and says whether more follow; otherwise the server takes any offset and gives the total. */
    public ShiftingServer countingPages() {
        countsPages = true;
        return this;
    }

    public void arrive(int calls) {
        for (int i = 0; i < calls; i++) {
            arrivals++;
            rows.add(0, call("n" + arrivals, Optional.of(NEWEST.plusSeconds(arrivals))));
        }
    }

    public List<String> ids() {
        return rows.stream().map(Call::id).toList();
    }

    /** Walks to the end; before each request but the first the list may change. */
    public void walk(int pageSize, IntConsumer before) {
        beforeRequest = before;
        CallQuery query = CallQuery.builder().pageSize(pageSize).build();
        Source source = new Source();
        SeenCalls seen = new SeenCalls(List.of());
        PageJoin join = new PageJoin(PassedRows.NONE, source, query, seen);
        Optional<Cursor> next = Optional.of(Cursor.FIRST);
        while (next.isPresent()) {
            CallPage page = source.fetch(query, next.get(), early -> {});
            JoinedPage joined =
                    join.join(page, PageAddress.FIRST.at(next.get()), false).orElseThrow();
            drifted |= joined.seam().hasDrifted();
            hasGap |= !joined.seam().doubts().isEmpty();
            for (Call call : joined.page().calls()) {
                repeated += received.add(call.id()) ? 0 : 1;
                seen.add(call);
            }
            join.pass(joined);
            next = joined.next();
        }
    }

    @Override
    public String provider() {
        return "test";
    }

    @Override
    public CallPage fetch(CallQuery query, Cursor cursor) {
        return new Source().fetch(query, cursor, seen -> {});
    }

    @Override
    public CallListing list(CallQuery query) {
        return QueryListing.of(this, new Source(), query);
    }

    @Override
    public QueryPlan plan(CallQuery query) {
        return QueryPlan.builder()
                .provider("test")
                .identity("rows")
                .request("GET rows")
                .pageSize(query.pageSize().orElse(10))
                .concurrency(8)
                .build();
    }

    @Override
    public ClientOptions options() {
        return ClientOptions.defaults();
    }

    @Override
    public void close() {}

    public PageSource source() {
        return new Source();
    }

    private RowRange range(CallQuery query, Cursor cursor) {
        int pageSize = query.pageSize().orElse(10);
        if (cursor.isFirst()) {
            return new RowRange(0, pageSize);
        }
        int limit = limit(query, cursor);
        int row = cursor.row().orElseThrow();
        return countsPages ? RowRequests.byPage(row, limit, pageSize) : RowRequests.byOffset(row, limit);
    }

    private static int limit(CallQuery query, Cursor cursor) {
        int pageSize = query.pageSize().orElse(10);
        return Math.min(cursor.limit().orElse(pageSize), pageSize);
    }

    /** The pages as the provider kit returns them. */
    private final class Source implements PageSource {
        @Override
        public CallPage fetch(CallQuery query, Cursor cursor, Consumer<Cursor> nextSeen) {
            synchronized (ShiftingServer.this) {
                asked.add(cursor.text());
                if (++requests > MAX_REQUESTS) {
                    throw new IllegalStateException("the walk goes round in circles");
                }
                if (requests > 1) {
                    beforeRequest.accept(requests);
                }
                return page(range(query, cursor), limit(query, cursor));
            }
        }

        private CallPage page(RowRange wanted, int limit) {
            int most = Math.min(wanted.limit(), clamp);
            RowRange given = new RowRange(countsPages ? (wanted.page() - 1) * most : wanted.start(), most);
            List<Call> calls =
                    List.copyOf(rows.subList(Math.min(rows.size(), given.start()), Math.min(rows.size(), given.end())));
            OptionalLong said = givesTotal ? OptionalLong.of(total.orElse(rows.size())) : OptionalLong.empty();
            int held = countsPages && most < wanted.limit() ? Math.min(most, limit) : limit;
            int end = given.start() + calls.size();
            boolean isLast = countsPages
                    ? given.end() >= rows.size()
                    : calls.isEmpty() || (calls.size() < wanted.limit() && said.orElse(-1) == end);
            int nextRow = countsPages ? given.end() : end;
            return CallPage.builder()
                    .calls(calls)
                    .firstRow(given.start())
                    .total(said)
                    .next(isLast ? Optional.empty() : Optional.of(Cursor.atRow(nextRow, held)))
                    .build();
        }

        @Override
        public boolean marksEnd() {
            return countsPages;
        }

        @Override
        public int endOf(CallQuery query, Cursor cursor) {
            return range(query, cursor).end();
        }
    }
}
