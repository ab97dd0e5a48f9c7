package dev.callist.provider.paging;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallLister;
import dev.callist.CallListing;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import dev.callist.Cursor;
import dev.callist.QueryPlan;
import dev.callist.internal.walk.QueryListing;
import dev.callist.internal.walk.source.PageSource;
import dev.callist.provider.ApiResponse;
import dev.callist.provider.Envelope;
import dev.callist.provider.JsonClient;
import dev.callist.provider.PageMapper;
import dev.callist.provider.Rows;
import dev.callist.provider.ServerFilters;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The pages of a list that is counted in rows, by offset or by page number. Rows of such a list shift while calls are
 * added or removed, so a walk lets its pages overlap and joins them. Thread-safe.
 *
 * @param <R> the native record of a row
 * @param <E> how the provider wraps a page
 */
public final class CountedPages<R, E extends Envelope<R>> implements ListPages {
    private final JsonClient client;
    private final PageMapper<R> mapper;
    private final Class<E> envelope;
    private final RowRequests<E> requests;
    private final PageSource source = new Source();

    /**
     * Creates the pages of one lister.
     *
     * @param client sends the requests
     * @param mapper turns rows into calls
     * @param envelope the type of a page
     * @param requests how rows are requested
     */
    public CountedPages(JsonClient client, PageMapper<R> mapper, Class<E> envelope, RowRequests<E> requests) {
        this.client = client;
        this.mapper = mapper;
        this.envelope = envelope;
        this.requests = requests;
    }

    @Override
    public CallListing list(CallLister lister, CallQuery query) {
        return QueryListing.of(lister, source, query);
    }

    @Override
    public CallPage fetch(CallQuery query, Cursor cursor) {
        return source.fetch(query, cursor, seen -> {});
    }

    @Override
    public QueryPlan plan(CallQuery query, ServerFilters filters, String identity) {
        int pageSize = requests.pageSize(query);
        return filters.plan(
                identity, requests.request(query, new RowRange(0, pageSize)), pageSize, JsonClient.MAX_REQUESTS);
    }

    /** The pages as a walk fetches them. */
    private final class Source implements PageSource {
        @Override
        public CallPage fetch(CallQuery query, Cursor cursor, Consumer<Cursor> nextSeen) {
            int limit = limit(query, cursor);
            RowRange range = asked(query, cursor);
            ApiResponse<E> response =
                    client.page(requests.request(query, range), envelope, received -> requests.peek(received)
                            .filter(seen -> seen.flaw().isEmpty())
                            .map(seen -> requests.given(seen, range))
                            .flatMap(page -> nextOfFullPage(page, nextLimit(query, page, range, limit)))
                            .ifPresent(nextSeen));
            RowCounts page = requests.given(response.value(), range);
            Rows<R> rows = response.value().rows();
            int count = rows == null ? 0 : rows.list().size();
            return mapper.page(response)
                    .firstRow(page.rows().start())
                    .total(page.total())
                    .next(next(page, range, count, nextLimit(query, page, range, limit)))
                    .build();
        }

        @Override
        public boolean marksEnd() {
            return requests.marksEnd();
        }

        @Override
        public Cursor withLimit(Cursor cursor, int rows) {
            return Cursor.atRow(cursor.row().orElse(0), rows);
        }

        @Override
        public int endOf(CallQuery query, Cursor cursor) {
            return asked(query, cursor).end();
        }
    }

    /**
     * The next page, predicted from a page whose rows have not been read, on the assumption that it is full. How many
     * rows it shares with a first page without a total is known only when the rows of that page have been counted.
     */
    private static Optional<Cursor> nextOfFullPage(RowCounts page, int limit) {
        boolean more = page.more().orElse(page.total().orElse(0) > page.rows().end());
        boolean isKnown = page.total().isPresent() || page.rows().start() > 0;
        return more && isKnown ? Optional.of(Cursor.atRow(page.rows().end(), limit)) : Optional.empty();
    }

    /**
     * The page after one with this number of rows. If the provider does not mark the last page, a page is the last one
     * when it is empty, or when it is not full and reaches the total.
     */
    private static Optional<Cursor> next(RowCounts page, RowRange range, int rows, int limit) {
        if (page.more().isPresent()) {
            return page.more().get() ? Optional.of(Cursor.atRow(page.rows().end(), limit)) : Optional.empty();
        }
        long end = (long) page.rows().start() + rows;
        boolean isLast = rows == 0 || (rows < range.limit() && page.total().orElse(-1) == end);
        return isLast || end > Integer.MAX_VALUE ? Optional.empty() : Optional.of(Cursor.atRow((int) end, limit));
    }

    /**
     * The limit to continue with: lowered if the server says that its pages are smaller than requested, and raised
     * above the query's page size if it says that they are larger.
     */
    private int nextLimit(CallQuery query, RowCounts page, RowRange range, int limit) {
        int given = page.rows().limit();
        if (given == range.limit()) {
            return limit;
        }
        return given < range.limit() ? Math.min(given, limit) : Math.max(given, requests.pageSize(query) + 1);
    }

    private RowRange asked(CallQuery query, Cursor cursor) {
        int pageSize = requests.pageSize(query);
        if (cursor.isFirst()) {
            return new RowRange(0, pageSize);
        }
        if (cursor.row().isEmpty()) {
            throw CallListException.of(Kind.INVALID_RESUME_POINT, client.provider())
                    .detail("the cursor was not issued by this lister")
                    .build()
                    .asException();
        }
        int limit = limit(query, cursor);
        return requests.range(cursor.row().getAsInt(), limit, pageSize);
    }

    private int limit(CallQuery query, Cursor cursor) {
        return cursor.limit().orElse(requests.pageSize(query));
    }
}
