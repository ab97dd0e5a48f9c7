package dev.callist.bird;

import dev.callist.Cursor;
import dev.callist.provider.Envelope;
import dev.callist.provider.EnvelopePeek;
import dev.callist.provider.PageToken;
import dev.callist.provider.Rows;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A page of Bird's response. */
record BirdPage(@Nullable Rows<BirdCall> results, @Nullable PageToken nextPageToken) implements Envelope<BirdCall> {
    @Override
    public @Nullable Rows<BirdCall> rows() {
        return results;
    }

    /** The envelope without its rows, if it can be read before or after them. */
    static Optional<BirdPage> peek(EnvelopePeek response) {
        return response.find("nextPageToken", PageToken.class).map(token -> new BirdPage(null, token));
    }

    Optional<Cursor> next() {
        return Optional.ofNullable(nextPageToken)
                .map(PageToken::text)
                .filter(token -> !token.isBlank())
                .map(Cursor::new);
    }
}
