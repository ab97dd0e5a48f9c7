package dev.callist.search;

import dev.callist.internal.Envelope;
import dev.callist.internal.Rows;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A page as the API wraps it. */
record SearchPage(@Nullable Rows<SearchCall> data, @Nullable Long total) implements Envelope<SearchCall> {
    @Override
    public @Nullable Rows<SearchCall> rows() {
        return data;
    }

    /** How many calls the server says there are, where it says something possible. */
    OptionalLong count() {
        return total == null || total < 0 ? OptionalLong.empty() : OptionalLong.of(total);
    }
}
