package dev.callist.bird;

import dev.callist.Cursor;
import dev.callist.provider.Envelope;
import dev.callist.provider.EnvelopePeek;
import dev.callist.provider.PageToken;
import dev.callist.provider.Rows;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A page as Bird wraps it. */
record BirdPage(@Nullable Rows<BirdCall> results, @Nullable PageToken nextPageToken) implements Envelope<BirdCall> {
    @Override
    public @Nullable Rows<BirdCall> rows() {
        return results;
    }

    /** The envelope without its rows, where it can be seen in front of them or behind. */
    static Optional<BirdPage> seen(EnvelopePeek glance) {
        return glance.find("nextPageToken", PageToken.class).map(token -> new BirdPage(null, token));
    }

    Optional<Cursor> next() {
        return Optional.ofNullable(nextPageToken)
                .map(PageToken::text)
                .filter(token -> !token.isBlank())
                .map(Cursor::new);
    }
}
