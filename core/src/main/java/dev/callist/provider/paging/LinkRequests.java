package dev.callist.provider.paging;

import dev.callist.CallQuery;
import dev.callist.Cursor;
import dev.callist.provider.ApiRequest;
import dev.callist.provider.PageToken;
import dev.callist.provider.ServerFilters;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Builds the requests of an API whose pages have a link to the next one. Implementations are thread-safe.
 *
 * @param <E> the provider's record of a page
 */
public abstract class LinkRequests<E> implements TokenRequests<E> {
    private final LinkCursors cursors;
    private final String template;
    private final String pageSize;
    private final int largestPage;

    /**
     * Creates the requests of the list that the cursors belong to.
     *
     * @param cursors the list's cursors
     * @param template the list's path with its ids as variables, for failures and logs
     * @param pageSize the name of the query parameter that sets the page size
     * @param largestPage the provider's maximum page size in rows, which is also the default
     */
    protected LinkRequests(LinkCursors cursors, String template, String pageSize, int largestPage) {
        this.cursors = cursors;
        this.template = template;
        this.pageSize = pageSize;
        this.largestPage = largestPage;
    }

    /** The filters of a query. */
    protected abstract ServerFilters filters(CallQuery query);

    /** The link to the next page; null or blank on the last page. */
    protected abstract @Nullable PageToken link(E page);

    @Override
    public final ApiRequest request(CallQuery query, Cursor cursor) {
        HttpUrl.Builder url =
                cursors.url(cursor).newBuilder().addQueryParameter(pageSize, Integer.toString(pageSize(query)));
        return ApiRequest.get(filters(query).addTo(url).build(), template).withToken(!cursor.isFirst());
    }

    @Override
    public final int pageSize(CallQuery query) {
        return Math.min(query.pageSize().orElse(largestPage), largestPage);
    }

    @Override
    public final Optional<Cursor> next(E page) {
        return cursors.next(link(page));
    }

    @Override
    public final boolean isStable(Cursor cursor) {
        return cursors.isStable(cursor);
    }
}
