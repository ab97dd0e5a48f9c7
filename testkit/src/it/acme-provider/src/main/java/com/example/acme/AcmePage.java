package com.example.acme;

import dev.callist.Cursor;
import dev.callist.internal.Envelope;
import dev.callist.internal.PageToken;
import dev.callist.internal.Rows;
import java.util.Optional;

/** A page as Acme wraps it. */
record AcmePage(Rows<AcmeCall> items, PageToken after) implements Envelope<AcmeCall> {
    @Override
    public Rows<AcmeCall> rows() {
        return items;
    }

    Optional<Cursor> next() {
        return Optional.ofNullable(after)
                .map(PageToken::text)
                .filter(token -> !token.isBlank())
                .map(Cursor::new);
    }
}
