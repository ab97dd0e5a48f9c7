package dev.callist.search;

import dev.callist.provider.Envelope;
import dev.callist.provider.EnvelopePeek;
import dev.callist.provider.Rows;
import dev.callist.provider.paging.RowCounts;
import dev.callist.provider.paging.RowRange;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A page of the API's response. */
record SearchPage(@Nullable Rows<SearchCall> data, @Nullable Long total) implements Envelope<SearchCall> {
    @Override
    public @Nullable Rows<SearchCall> rows() {
        return data;
    }

    /** The envelope without its rows, if it can be read before or after them. */
    static Optional<SearchPage> peek(EnvelopePeek response) {
        return response.find("total", Long.class).map(total -> new SearchPage(null, total));
    }

    /** The requested rows, and the server's total if it is not negative. */
    RowCounts given(RowRange asked) {
        OptionalLong count = total == null || total < 0 ? OptionalLong.empty() : OptionalLong.of(total);
        return RowCounts.asAsked(asked, count);
    }
}
