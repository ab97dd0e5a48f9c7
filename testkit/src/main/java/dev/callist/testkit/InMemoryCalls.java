package dev.callist.testkit;

import dev.callist.Call;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallLister;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import dev.callist.Cursor;
import dev.callist.QueryPlan;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A lister over a list of calls, in that order, for tests of code that takes a {@link CallLister}. A cursor is
 * the offset of a page as text, and every neutral filter is left to the walk. Thread-safe.
 */
public final class InMemoryCalls implements CallLister {
    private static final int DEFAULT_PAGE_SIZE = 100;

    private final String provider;
    private final List<Call> calls;
    private final AtomicInteger fetches = new AtomicInteger();
    private volatile boolean closed;

    private InMemoryCalls(String provider, List<Call> calls) {
        this.provider = provider;
        this.calls = calls;
    }

    /** A lister with this name, over a copy of these calls. */
    public static InMemoryCalls of(String provider, List<Call> calls) {
        return new InMemoryCalls(Objects.requireNonNull(provider, "provider"), List.copyOf(calls));
    }

    @Override
    public String provider() {
        return provider;
    }

    /**
     * The page at the cursor.
     *
     * @throws CallListException CLOSED after {@link #close()}; CURSOR_EXPIRED when the cursor was not issued by this
     *     lister
     */
    @Override
    public CallPage fetch(CallQuery query, Cursor cursor) {
        fetches.incrementAndGet();
        if (closed) {
            throw failure(Kind.CLOSED, "the lister was closed");
        }
        int start = offset(cursor)
                .orElseThrow(() -> failure(Kind.CURSOR_EXPIRED, "the cursor was not issued by this lister"));
        int end = start + Math.min(pageSize(query), calls.size() - start);
        Optional<Cursor> next = Optional.of(new Cursor(Integer.toString(end))).filter(any -> end < calls.size());
        return CallPage.of(calls.subList(start, end), next);
    }

    @Override
    public QueryPlan plan(CallQuery query) {
        if (!query.providerFilters().isEmpty()) {
            throw failure(Kind.UNSUPPORTED_FILTER, "calls in memory have no filters of a provider");
        }
        return QueryPlan.builder()
                .provider(provider)
                .identity("memory")
                .request(calls.size() + " calls in memory")
                .residualFilters(query.filters())
                .pageSize(pageSize(query))
                .build();
    }

    @Override
    public ClientOptions options() {
        return ClientOptions.defaults();
    }

    /** The number of requested pages, including failed ones. */
    public int fetchCount() {
        return fetches.get();
    }

    @Override
    public void close() {
        closed = true;
    }

    private OptionalInt offset(Cursor cursor) {
        if (cursor.isFirst()) {
            return OptionalInt.of(0);
        }
        try {
            int offset = Integer.parseInt(cursor.text());
            return offset >= 0 && offset <= calls.size() ? OptionalInt.of(offset) : OptionalInt.empty();
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    private static int pageSize(CallQuery query) {
        return query.pageSize().orElse(DEFAULT_PAGE_SIZE);
    }

    private CallListException failure(Kind kind, String detail) {
        return CallListException.of(kind, provider).detail(detail).build().asException();
    }

    /** The name and how many calls there are. */
    @Override
    public String toString() {
        return "InMemoryCalls[" + provider + ", " + calls.size() + " calls]";
    }
}
