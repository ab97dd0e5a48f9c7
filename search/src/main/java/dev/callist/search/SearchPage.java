package dev.callist.search;

import dev.callist.provider.Envelope;
import dev.callist.provider.EnvelopePeek;
import dev.callist.provider.GivenRows;
import dev.callist.provider.RowRange;
import dev.callist.provider.Rows;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A page as the API wraps it. */
record SearchPage(@Nullable Rows<SearchCall> data, @Nullable Long total) implements Envelope<SearchCall> {
    @Override
    public @Nullable Rows<SearchCall> rows() {
        return data;
    }

    /** The envelope without its rows, where it can be seen in front of them or behind. */
    static Optional<SearchPage> seen(EnvelopePeek glance) {
        return glance.find("total", Long.class).map(total -> new SearchPage(null, total));
    }

    /** What was asked for, and how many calls the server says there are, where it says something possible. */
    GivenRows given(RowRange asked) {
        OptionalLong count = total == null || total < 0 ? OptionalLong.empty() : OptionalLong.of(total);
        return GivenRows.asAsked(asked, count);
    }
}
