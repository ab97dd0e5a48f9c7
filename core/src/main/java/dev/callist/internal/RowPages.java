package dev.callist.internal;

import dev.callist.CallPage;
import dev.callist.Cursor;
import dev.callist.PageAhead;
import dev.callist.provider.ApiRequest;
import dev.callist.provider.ApiResponse;
import dev.callist.provider.Envelope;
import dev.callist.provider.JsonClient;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The pages of a list that is counted in rows, for one query.
 *
 * @param pager turns rows into calls
 * @param envelope how the provider wraps a page
 * @param window the rows to ask for at a place
 * @param request asks for rows
 * @param given what an envelope says of the rows that were asked for
 * @param seen an envelope without its rows, where it can be seen at a glance
 */
public record RowPages<R, E extends Envelope<R>>(
        String provider,
        JsonClient client,
        Pager<R> pager,
        Class<E> envelope,
        Function<RowPlace, RowWindow> window,
        Function<RowWindow, ApiRequest> request,
        BiFunction<E, RowWindow, RowsGiven> given,
        Function<Glance, Optional<E>> seen) {
    /** Fetches the page at a place; {@code came} is told of the one behind it. */
    public CallPage fetch(Cursor cursor, Consumer<PageAhead> came) {
        return new Ahead(RowPlace.of(provider, cursor)).fetch(came).apply(cursor);
    }

    /** The places of the pages that follow a known one: the next, and guesses. */
    public List<Cursor> ahead(CallPage known, int pages) {
        return known.next()
                .map(next -> RowPlace.of(provider, next).ahead(window, known.total(), pages))
                .orElse(List.of());
    }

    /** The request for the page at a place, which is certain only after the start. */
    private final class Ahead implements PageAhead {
        private final RowPlace place;
        private final RowWindow asked;

        private Ahead(RowPlace place) {
            this.place = place;
            this.asked = window.apply(place);
        }

        @Override
        public Cursor guess() {
            return place.cursor();
        }

        @Override
        public boolean isAt(Cursor cursor) {
            return window.apply(RowPlace.of(provider, cursor)).equals(asked);
        }

        @Override
        public Function<Cursor, CallPage> fetch(Consumer<PageAhead> came) {
            ApiResponse<E> answer = client.page(
                    request.apply(asked), envelope, glance -> behind(glance).ifPresent(came));
            RowsGiven rows = given.apply(answer.value(), asked);
            MappedRows mapped = pager.map(answer);
            return cursor -> mapped.page(RowPlace.of(provider, cursor), rows);
        }

        private Optional<PageAhead> behind(Glance glance) {
            return seen.apply(glance)
                    .map(envelope -> given.apply(envelope, asked))
                    .flatMap(place::behind)
                    .map(Ahead::new);
        }
    }
}
