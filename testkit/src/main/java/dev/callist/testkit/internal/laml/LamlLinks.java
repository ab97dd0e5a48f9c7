package dev.callist.testkit.internal.laml;

import java.util.Objects;
import java.util.Optional;
import okhttp3.HttpUrl;

/** The links of a page: relative to the host, with the filters and the position of the page. */
record LamlLinks(LamlDialect dialect, HttpUrl host, LamlListRequest asked) {
    String self() {
        return to(asked.place());
    }

    String first() {
        return to(new LamlPosition(0, Optional.empty()));
    }

    String to(LamlPosition place) {
        HttpUrl.Builder link =
                Objects.requireNonNull(host.resolve(dialect.list())).newBuilder();
        asked.filters().forEach(link::addQueryParameter);
        link.addQueryParameter("Page", Integer.toString(place.page()));
        link.addQueryParameter("PageSize", Integer.toString(asked.pageSize()));
        place.token().ifPresent(token -> link.addQueryParameter(LamlListRequest.TOKEN, token.text(dialect)));
        HttpUrl full = link.build();
        return full.encodedPath() + "?" + full.encodedQuery();
    }
}
