package dev.callist.provider.paging;

import dev.callist.CallQuery;
import dev.callist.Cursor;
import dev.callist.provider.ApiRequest;
import dev.callist.provider.PageToken;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Builds the requests of an API whose pages have a link to the next one. Implementations are thread-safe.
 *
 * @param <E> how the provider wraps a page
 */
public abstract class LinkRequests<E> implements TokenRequests<E> {
    private final LinkCursors cursors;

    /** Creates the requests of the list that the cursors belong to. */
    protected LinkRequests(LinkCursors cursors) {
        this.cursors = cursors;
    }

    /**
     * The request for a page.
     *
     * @param page the list's address with the number and the token of the page, without other parameters
     */
    protected abstract ApiRequest request(CallQuery query, HttpUrl page);

    /** The link to the page after this one; null or blank on the last page. */
    protected abstract @Nullable PageToken link(E page);

    @Override
    public final ApiRequest request(CallQuery query, Cursor cursor) {
        return request(query, cursors.url(cursor)).withToken(!cursor.isFirst());
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
