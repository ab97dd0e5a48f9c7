package dev.callist.search;

import dev.callist.internal.Glance;
import dev.callist.internal.RowWindow;
import dev.callist.internal.RowsGiven;
import dev.callist.provider.Envelope;
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
    static Optional<SearchPage> seen(Glance glance) {
        return glance.find("total", Long.class).map(total -> new SearchPage(null, total));
    }

    /** What was asked for, and how many calls the server says there are, where it says something possible. */
    RowsGiven given(RowWindow asked) {
        OptionalLong count = total == null || total < 0 ? OptionalLong.empty() : OptionalLong.of(total);
        return RowsGiven.asAsked(asked, count);
    }
}
